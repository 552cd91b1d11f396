import Testing

@testable import Domain

struct LegalSummaryTests {
    private func bibliography(
        kind: String? = nil,
        status: Status? = nil,
        events: [LegalEvent] = []
    ) -> Bibliography {
        var bibliography = Bibliography(right: .patent)
        if let kind { bibliography.publications = [DocumentID(country: "CN", number: "106844774", kind: kind)] }
        bibliography.status = status
        bibliography.events = events
        return bibliography
    }

    private func event(_ date: String?, code: String? = nil, text: String? = nil) -> LegalEvent {
        LegalEvent(date: date.flatMap { FieldDate.read($0) }, code: code, text: text)
    }

    @Test(arguments: [("A", KindCode.Stage.published), ("B", .granted), ("U", .granted)])
    func `claims no state from a publication alone`(kind: String, stage: KindCode.Stage) {
        let summary = LegalSummary(bibliography(kind: kind))
        #expect(summary.state == .unknown)
        #expect(summary.stage == stage)
        #expect(summary.words.zh == (stage == .granted ? "已授权，状态未知" : "已公布，状态未知"))
    }

    @Test func `claims nothing at all of an empty record`() {
        let summary = LegalSummary(bibliography())
        #expect(summary.state == .unknown)
        #expect(summary.stage == nil)
        #expect(summary.words.en == "Unknown")
    }

    @Test(
        arguments: [
            ("专利权维持", LegalState.inForce), ("有效", .inForce), ("审中-实审", .pending), ("失效-未缴年费", .lapsed(.unpaidFee)),
            ("未缴年费专利权终止，等恢复", .restorable), ("等年费滞纳金", .inForce), ("视为撤回", .lapsed(.deemedWithdrawn)),
            ("驳回", .lapsed(.rejected)), ("驳回复审中", .pending), ("专利权有效期届满", .lapsed(.expired)), ("失效", .lapsed(nil)),
            ("全部无效", .lapsed(.invalidated)), ("部分无效", .inForce), ("商标已注册", .inForce), ("商标注册申请中", .pending),
            ("等待实质审查", .pending), ("商标无效", .lapsed(nil)), ("初步审定公告", .pending), ("Registered", .inForce),
            ("Published", .pending), ("The registration has been renewed.", .inForce),
            ("ABANDONED", .lapsed(.abandoned)),
            (
                "Approved by the examining attorney for publication but has not yet published for opposition.", .pending
            ), ("Cancelled - Section 8", .lapsed(.cancelled)), ("xyz", .unknown), ("", .unknown),
        ]
    )
    func `reads a status text`(text: String, state: LegalState) {
        #expect(LegalSummary(bibliography(status: Status(text: text))).state == state)
    }

    @Test func `follows events by their days, not by their order in the file`() {
        let events = [
            event("2020-05-01", code: "CF01"), event("2012-01-01", code: "PB01"), event("2014-03-05", code: "GR01"),
            event("2012-06-01", code: "SE01"),
        ]
        let summary = LegalSummary(bibliography(events: events))
        #expect(summary.state == .lapsed(.unpaidFee))
        #expect(summary.since?.description == "2020-05-01")
        #expect(LegalSummary(bibliography(events: Array(events[1...]))).state == .inForce)
        #expect(LegalSummary(bibliography(events: [events[1], events[3]])).state == .pending)
    }

    @Test func `reads events without codes by their words`() {
        let events = [
            event("2012.01.01", text: "公布"), event("2012.06.01", text: "实质审查请求的生效"), event("2014.03.05", text: "授权"),
            event("2018.01.01", text: "专利权质押合同登记的生效"), event("2019.01.01", text: "专利权的转移"),
        ]
        let summary = LegalSummary(bibliography(events: events))
        #expect(summary.state == .inForce)
        #expect(summary.encumbrances == [.pledge])
        let freed = events + [event("2020.01.01", code: "PC01"), event("2021.01.01", code: "PP01")]
        #expect(LegalSummary(bibliography(events: freed)).encumbrances == [.preservation])
    }

    @Test func `takes a right as it was before when it is restored`() {
        let events = [
            event("2014-03-05", code: "GR01"), event("2017-05-01", code: "CF01"), event("2018-01-01", text: "权利的恢复"),
        ]
        #expect(LegalSummary(bibliography(events: events)).state == .inForce)
        #expect(LegalSummary(bibliography(events: Array(events[1...]))).state == .lapsed(.unpaidFee))
    }

    @Test func `keeps a partly invalidated right in force`() {
        let events = [event("2014-03-05", code: "GR01"), event("2016-05-01", code: "IP01")]
        let summary = LegalSummary(bibliography(events: events))
        #expect(summary.state == .inForce)
        #expect(summary.isPartlyInvalidated)
        #expect(LegalSummary(bibliography(kind: "C1")).isPartlyInvalidated)
    }

    @Test func `lets the later of status and event decide`() {
        let lapse = [event("2020-05-01", code: "CF01")]
        let early = Status(text: "有效", date: PartialDate(year: 2018, month: 1, day: 1))
        let late = Status(text: "有效", date: PartialDate(year: 2021, month: 1, day: 1))
        #expect(LegalSummary(bibliography(status: early, events: lapse)).state == .lapsed(.unpaidFee))
        #expect(LegalSummary(bibliography(status: late, events: lapse)).state == .inForce)
        #expect(LegalSummary(bibliography(status: Status(text: "有效"), events: lapse)).state == .inForce)
        #expect(LegalSummary(bibliography(status: Status(text: "???"), events: lapse)).state == .lapsed(.unpaidFee))
    }

    @Test func `knows old and new codes`() {
        #expect(LegalEventCode.words("C06")?.zh == "公布")
        #expect(LegalEventCode.effect("c14") == .granted)
        #expect(LegalEventCode.effect("C25") == .ended(.doubleGrant))
        #expect(LegalEventCode.words("ZZ99") == nil)
        #expect(LegalEventCode.all.count == 31)
    }

    @Test func `names every state and reason in both languages`() {
        #expect(LegalState.names.map(\.name) == ["inForce", "pending", "lapsed", "restorable", "unknown"])
        #expect(LegalState.lapsed(.unpaidFee).words == Bilingual("失效（未缴年费）", "Lapsed (fee not paid)"))
        #expect(LapseReason.allCases.allSatisfy { !$0.words.zh.isEmpty && !$0.words.en.isEmpty })
    }
}
