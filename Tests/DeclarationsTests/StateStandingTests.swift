import Declarations
import Testing

/// What a state is in the course of an entry, by what follows what.
struct StateStandingTests {
    private func register(_ states: String) throws -> RegisterDeclaration {
        let text = """
            label: {zh: 甲, en: A}
            write: [staff]
            states:
            \(states)
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: yes}
            """
        let set = DeclarationSet(
            [DeclarationFile(kind: .register, name: "a", path: "a.yaml", text: text)],
            vocabulary: Vocabulary(roles: ["staff"], rights: [], reserved: [])
        )
        return try #require(set.registers["a"], "\(set.problems)")
    }

    @Test func `planned begins, suspended stands still, withdrawn is over`() throws {
        let register = try register(
            """
              planned: {zh: 拟设, en: planned, next: [running, withdrawn]}
              running: {zh: 运行, en: running, next: [suspended, withdrawn]}
              suspended: {zh: 暂停, en: suspended, next: [running, withdrawn]}
              withdrawn: {zh: 已撤销, en: withdrawn, over: yes}
            """
        )
        #expect(
            ["planned", "running", "suspended", "withdrawn", "nosuch"].map(register.standing) == [
                .begun, .running, .paused, .over, .running,
            ]
        )
    }

    @Test func `entries are at work in the states that say so, else in those that run`() throws {
        let silent = """
              planned: {zh: 拟设, en: planned, next: [running, withdrawn]}
              running: {zh: 运行, en: running, next: [suspended, withdrawn]}
              suspended: {zh: 暂停, en: suspended, next: [running, withdrawn]}
              withdrawn: {zh: 已撤销, en: withdrawn, over: yes}
            """
        #expect(try register(silent).workingStates == ["running"])
        let said = silent.replacing("en: suspended,", with: "en: suspended, works: yes,")
        #expect(try register(said).workingStates == ["suspended"])
        let states: [String?] = ["planned", "running", "suspended", "withdrawn", "nosuch", nil]
        #expect(try states.map(register(silent).isAtWork) == [false, true, false, false, false, false])
    }

    @Test func `where the file says what is at work, others lead there or interrupt it`() throws {
        let register = try register(
            """
              planned: {zh: 拟设, en: planned, next: [applied]}
              applied: {zh: 已申报, en: applied, next: [running]}
              running: {zh: 运行, en: running, works: yes, next: [review, suspended]}
              review: {zh: 复核, en: under review, works: yes, next: [running]}
              suspended: {zh: 暂停, en: suspended, next: [running, withdrawn]}
              withdrawn: {zh: 已撤销, en: withdrawn, over: yes}
            """
        )
        let names = ["planned", "applied", "running", "review", "suspended", "withdrawn"]
        #expect(names.map(register.standing) == [.begun, .begun, .running, .running, .paused, .over])
    }

    @Test func `a first state that others return to, or that only ends, is an ordinary one`() throws {
        let agency = try register(
            """
              active: {zh: 在业, en: active, next: [suspended]}
              suspended: {zh: 停业, en: suspended, next: [active]}
            """
        )
        #expect(["active", "suspended"].map(agency.standing) == [.running, .paused])
        let expert = try register(
            """
              active: {zh: 在库, en: active, next: [left]}
              left: {zh: 退出, en: left, over: yes}
            """
        )
        #expect(["active", "left"].map(expert.standing) == [.running, .over])
    }
}
