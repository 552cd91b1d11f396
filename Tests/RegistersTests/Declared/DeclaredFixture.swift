import Declarations
import Domain
import Identity
import Store

@testable import Registers

/// A store with a declared register of outlets, in which two people approve, and one of notes, in which one person does.
struct DeclaredFixture: Sendable {
    static let outlets = """
        label: {zh: 网点, en: Outlets}
        write: [staff]
        approve: [staff]
        place: {region: region, institution: self}
        states:
          planned: {zh: 拟设, en: planned, next: [running]}
          running: {zh: 运行, en: running}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          number: {type: text, label: {zh: 编号, en: Number}, unique: yes}
          region: {type: region, label: {zh: 地区, en: Region}, required: yes}
          posts: {type: number, label: {zh: 编制, en: Posts}, read: [staff]}
          above: {type: entry, registers: [outlet], label: {zh: 上级, en: Above}}
          rank: {type: text, label: {zh: 级别, en: Rank}, approve: operator}
          head:
            type: person
            label: {zh: 负责人, en: Head}
            read: [staff]
            personal: {purpose: {zh: 联系, en: contact}, basis: {zh: 职责, en: duty}, years: 1}
        """
    static let notes = """
        label: {zh: 记录, en: Notes}
        write: [staff]
        place: {region: region}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          region: {type: region, label: {zh: 地区, en: Region}, required: yes}
          people: {type: number, label: {zh: 人数, en: People}}
          day: {type: date, label: {zh: 日期, en: Day}}
        """
    static let centres = """
        label: {zh: 中心, en: Centres}
        write: [staff]
        place: {region: region}
        states:
          open: {zh: 开放, en: open, next: [closed]}
          closed: {zh: 关闭, en: closed, over: yes}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          kind: {type: text, label: {zh: 类型, en: Kind}}
          region: {type: region, label: {zh: 地区, en: Region}, required: yes}
          body: {type: organisation, label: {zh: 单位, en: Body}}
          applied: {type: date, label: {zh: 申请, en: Applied}}
          term: {type: period, label: {zh: 期限, en: Term}}
        rules:
          - unique: [name, kind]
          - unique: [body]
            across: key-outlet
            when: {state: open}
            since: {applied: 2020-12-01}
            message: {zh: 该单位已有中心, en: The body has a centre}
        """
    static let files = [
        DeclarationFile(kind: .register, name: "centre", path: "centre.yaml", text: centres),
        DeclarationFile(kind: .register, name: "outlet", path: "outlet.yaml", text: outlets),
        DeclarationFile(kind: .register, name: "note", path: "note.yaml", text: notes),
        DeclarationFile(
            kind: .register,
            name: "file",
            path: "file.yaml",
            text: """
                label: {zh: 内部文件, en: Files}
                read: [staff]
                write: [staff]
                place: {region: region}
                fields:
                  name: {type: text, label: {zh: 名称, en: Name}, required: yes}
                  region: {type: region, label: {zh: 地区, en: Region}, required: yes}
                """
        ),
    ]

    let store: Store
    let cache: DefinitionCache
    let entries: RegisterEntries
    let publish: PublishDefinitions

    init(_ store: Store) async throws {
        self.store = store
        cache = DefinitionCache(store: store, patience: .zero)
        entries = RegisterEntries(store: store, definitions: cache)
        publish = PublishDefinitions(store: store, cache: cache)
        _ = try await publish(publish.plan(Self.files), by: .operator)
    }

    /// Somebody with a role where a scope says.
    static func staff(_ name: String, _ scope: Scope, isStrong: Bool = true) -> EntryReader {
        .caller(
            Caller(
                account: "account/\(name)",
                name: "示例",
                session: [1],
                roles: [HeldRole(.staff, scope, from: 0)],
                isStrong: isStrong,
                confirmedAt: 0
            ),
            Origin(address: "192.0.2.7", agent: "")
        )
    }

    /// Staff of Shaanxi, two of them, and of Sichuan.
    static let anna = staff("anna", .region("61"))
    static let bert = staff("bert", .region("610000"))
    static let carl = staff("carl", .region("51"))

    func outlet(_ fields: [String: FieldValue] = [:], state: String? = nil) -> EntryContent {
        let base: [String: FieldValue] = ["name": .text("示例网点"), "region": .text("610100")]
        return EntryContent(fields: base.merging(fields) { $1 }, state: state)
    }

    /// A note that one of the staff saved.
    func note(_ content: EntryContent) async throws -> String {
        guard case .saved(let entry, 1) = try await entries.save(.init(register: "note", content: content), Self.anna)
        else {
            throw Failure.conflict(reason: "not saved")
        }
        return entry
    }

    /// A saved outlet, past approval.
    func saved(_ fields: [String: FieldValue] = [:], sample: Bool? = nil) async throws -> String {
        var content = outlet(fields)
        content.sample = sample
        guard case .saved(let entry, _) = try await entries.save(.init(register: "outlet", content: content), .operator)
        else {
            throw Failure.conflict(reason: "not saved")
        }
        return entry
    }
}

/// The problems with which something is refused; nil where it is not.
func problems(_ work: () async throws -> Void) async throws -> [ValueProblem]? {
    do {
        try await work()
        return nil
    } catch EntryRefusal.problems(let problems) {
        return problems
    }
}
