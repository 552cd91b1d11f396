import Testing

@testable import Domain

/// What comes next for a right, worked out by hand from the statutes.
struct LegalOutlookTests {
    private func day(_ text: String) throws -> PartialDate { try #require(FieldDate.read(text)) }

    private func patent(
        _ kind: RightKind = .patent,
        filed: String,
        granted: String? = nil,
        status: String? = nil,
        country: String = "CN"
    ) -> Bibliography {
        var record = Bibliography(right: kind)
        record.application = DocumentID(country: country, number: "202199000001.8", date: FieldDate.read(filed))
        let code = kind == .patent ? (granted == nil ? "A" : "B") : kind == .design ? "S" : "U"
        record.publications = [
            DocumentID(country: country, number: "199900001", kind: code, date: granted.flatMap { FieldDate.read($0) })
        ]
        record.status = status.map { Status(text: $0) }
        return record
    }

    /// `KIND DAY` of each step.
    private func steps(_ record: Bibliography, on today: String) throws -> [String] {
        let right: Right =
            record.right == .design ? .design(Design(bibliography: record)) : .patent(Patent(bibliography: record))
        return LegalOutlook(right, on: try day(today)).steps.map {
            $0.kind.rawValue + ($0.year.map { " \($0)" } ?? "") + " " + ($0.day?.description ?? "?")
        }
    }

    @Test(arguments: [
        // On the anniversary itself the fee is still due; a day later it is late, for six months.
        ("2025-09-17", ["payFee 6 2026-03-16"]),
        ("2026-03-16", ["payFee 6 2026-03-16"]),
        ("2026-03-17", ["payFeeLate 6 2026-09-16", "payFee 7 2027-03-16"]),
        ("2026-09-16", ["payFeeLate 6 2026-09-16", "payFee 7 2027-03-16"]),
        ("2026-09-17", ["payFee 7 2027-03-16"]),
    ])
    func `a patent in force has a fee each year and a term of twenty`(today: String, fees: [String]) throws {
        let record = patent(filed: "2021-03-16", granted: "2023-08-04", status: "专利权维持")
        #expect(try steps(record, on: today) == fees + ["expire 2041-03-15"])
    }

    @Test func `the fee of year seven is 2,000 yuan, and its provision is named`() throws {
        let record = patent(filed: "2021-03-16", granted: "2023-08-04", status: "有效")
        let outlook = LegalOutlook(.patent(Patent(bibliography: record)), on: try day("2026-11-30"))
        let fee = try #require(outlook.steps.first)
        #expect(fee.kind == .payFee && fee.year == 7 && fee.fee == 2_000)
        #expect(fee.basis.zh.contains("专利法第四十三条") && fee.basis.en.contains("article 43"))
        #expect(outlook.asOf.description == "2026-11-30")
    }

    @Test func `the last year has no fee after its own, and a term that ended is still named`() throws {
        let model = patent(.utilityModel, filed: "2016-05-20", granted: "2017-01-03", status: "有效")
        #expect(try steps(model, on: "2025-12-01") == ["expire 2026-05-19"])
        #expect(try steps(model, on: "2026-11-30") == ["expire 2026-05-19"])
        let old = patent(.design, filed: "2021-05-31", granted: "2021-12-01", status: "有效")
        let new = patent(.design, filed: "2021-06-01", granted: "2021-12-01", status: "有效")
        #expect(
            try steps(old, on: "2026-11-30") == ["payFeeLate 6 2026-11-30", "payFee 7 2027-05-31", "expire 2031-05-30"]
        )
        #expect(
            try steps(new, on: "2026-11-30") == ["payFeeLate 6 2026-12-01", "payFee 7 2027-06-01", "expire 2036-05-31"]
        )
    }

    @Test func `a granted right whose state nobody tells has a term, a lapsed one nothing`() throws {
        let silent = patent(filed: "2021-03-16", granted: "2023-08-04")
        #expect(try steps(silent, on: "2026-11-30") == ["payFee 7 2027-03-16", "expire 2041-03-15"])
        #expect(
            try steps(patent(filed: "2021-03-16", granted: "2023-08-04", status: "未缴年费终止失效"), on: "2026-11-30") == []
        )
        #expect(try steps(patent(filed: "2021-03-16", status: "视为撤回"), on: "2022-11-30") == [])
    }

    @Test func `a right that ended and may be restored says so without a day`() throws {
        let record = patent(filed: "2021-03-16", granted: "2023-08-04", status: "未缴年费专利权终止，等恢复")
        #expect(try steps(record, on: "2026-11-30") == ["restore ?"])
    }

    @Test(arguments: [
        // Filed 2021-03-16, granted 2023-08-04: the fee of year 4 may be paid until 2024-09-16, that of year 5 until 2025-09-16.
        ("2024-09-16", nil, "? ?"), ("2024-09-17", nil, "2024-11-16 2026-09-16"),
        ("2025-09-16", nil, "2024-11-16 2026-09-16"),
        // Either fee can have been missed from here on, and nothing tells which.
        ("2025-09-17", nil, "? ?"), ("2042-09-17", nil, "? ?"),
        // The state is of a day before the fee of year 5 was due, or of one behind it.
        ("2025-09-17", "2025-01-20", "2024-11-16 2026-09-16"), ("2026-09-16", "2024-03-16", "2024-11-16 2026-09-16"),
        ("2026-09-17", "2025-01-20", ""), ("2025-12-01", "2025-06-20", "? 2027-09-16"),
        ("2027-09-17", "2025-06-20", ""),
    ])
    func `the time to restore a right ends between days that the grace for its fee bounds`(
        today: String,
        state: String?,
        expected: String
    ) throws {
        var record = patent(filed: "2021-03-16", granted: "2023-08-04", status: "未缴年费专利权终止，等恢复")
        record.status?.date = try state.map(day)
        let steps = LegalOutlook(.patent(Patent(bibliography: record)), on: try day(today)).steps
        let bounds = steps.map { "\($0.earliestEnd?.description ?? "?") \($0.latestEnd?.description ?? "?")" }
        #expect(bounds.joined() == expected)
        #expect(steps.allSatisfy { $0.kind == .restore && $0.day == nil && $0.basis.zh == "专利法实施细则第六条" })
    }

    @Test func `where another time limit was missed no bound is named`() throws {
        let record = patent(filed: "2021-03-16", status: "逾期视撤，等恢复")
        let step = try #require(
            LegalOutlook(.patent(Patent(bibliography: record)), on: try day("2024-10-01")).steps.first
        )
        #expect(step.kind == .restore && step.earliestEnd == nil && step.latestEnd == nil)
    }

    @Test func `examination is to be requested within three years of the earliest priority`() throws {
        var record = patent(filed: "2021-03-16", status: "公布")
        #expect(try steps(record, on: "2024-03-16") == ["requestExamination 2024-03-16"])
        #expect(try steps(record, on: "2024-03-17") == [])
        record.priorities = [
            Priority(country: "JP", number: "1", date: try day("2020-06-01")),
            Priority(country: "US", number: "2", date: try day("2020-02-29")),
        ]
        #expect(try steps(record, on: "2023-01-01") == ["requestExamination 2023-02-28"])
        record.events = [LegalEvent(date: try day("2022-01-04"), code: "SE01")]
        #expect(try steps(record, on: "2023-01-01") == [])
        #expect(try steps(patent(filed: "2021-03-16", status: "实质审查"), on: "2022-01-01") == [])
    }

    @Test func `an international application filed in China is no Chinese right`() throws {
        var record = patent(filed: "2021-03-16", status: "公布")
        record.application = DocumentID(country: "CN", number: "2025999999", kind: "W", date: try day("2021-03-16"))
        #expect(try steps(record, on: "2022-01-01") == [])
        record.application?.kind = nil
        #expect(try steps(record, on: "2022-01-01") == ["requestExamination 2024-03-16"])
        record.publications = [DocumentID(country: "WO", number: "2026990001", kind: "A1", date: nil)]
        #expect(try steps(record, on: "2022-01-01") == [])
        // Once it is in the Chinese phase, there is a Chinese publication as well.
        record.publications.append(DocumentID(country: "CN", number: "199900001", kind: "A", date: nil))
        #expect(try steps(record, on: "2022-01-01") == ["requestExamination 2024-03-16"])
    }

    @Test func `no term that ended is named of a right whose state nobody tells`() throws {
        let model = patent(.utilityModel, filed: "2016-05-20", granted: "2017-01-03")
        #expect(try steps(model, on: "2026-05-19") == ["expire 2026-05-19"])
        #expect(try steps(model, on: "2026-05-20") == [])
        let open = ["expire 2030-07-13", "renew 2029-07-13 2030-07-13", "renewLate 2031-01-13"]
        #expect(try mark(registered: "2020-07-14", status: nil, today: "2030-07-13") == open)
        #expect(try mark(registered: "2020-07-14", status: nil, today: "2030-07-14") == ["renewLate 2031-01-13"])
        #expect(try mark(registered: "2020-07-14", status: nil, today: "2031-01-14") == [], "renewed or not")
    }

    @Test func `nothing is said of other countries' rights`() throws {
        #expect(try steps(patent(filed: "2021-03-16", granted: "2023-08-04", country: "US"), on: "2026-11-30") == [])
    }

    private func mark(
        registered: String?,
        expires: String? = nil,
        status: String? = "商标已注册",
        today: String
    ) throws -> [String] {
        var record = Bibliography(right: .trademark)
        record.registration = DocumentID(
            country: "CN",
            number: "99000001",
            date: registered.flatMap { FieldDate.read($0) }
        )
        record.expiryDate = expires.flatMap { FieldDate.read($0) }
        record.status = status.map { Status(text: $0) }
        return LegalOutlook(.trademark(Trademark(bibliography: record)), on: try day(today)).steps.map {
            [$0.kind.rawValue, $0.firstDay?.description, $0.day?.description].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test func `a mark is renewed in the last year of its term or in the six months after it`() throws {
        let open = ["expire 2030-07-13", "renew 2029-07-13 2030-07-13", "renewLate 2031-01-13"]
        #expect(try mark(registered: "2020-07-14", today: "2026-11-30") == open)
        #expect(try mark(registered: "2020-07-14", today: "2030-07-13") == open)
        #expect(
            try mark(registered: "2020-07-14", today: "2030-07-14") == ["expire 2030-07-13", "renewLate 2031-01-13"]
        )
        // Half a year later it lives only if it was renewed.
        #expect(try mark(registered: "2020-07-14", today: "2031-01-14").first == "expire 2040-07-13")
        // From 1 March the term ends on the last day of February, whatever the year.
        #expect(try mark(registered: "2014-03-01", today: "2026-11-30").first == "expire 2034-02-28")
        #expect(try mark(registered: nil, expires: "2028-02-29", today: "2026-11-30").first == "expire 2028-02-29")
    }

    @Test func `a layout is protected for ten years, and no longer than fifteen from its completion`() throws {
        func last(filed: String, used: String?, completed: String) throws -> String? {
            var record = Bibliography(right: .layout)
            record.application = DocumentID(country: "CN", number: "BS.995000001", date: try day(filed))
            record.registration = DocumentID(country: "CN", number: "BS.995000001", date: try day(filed))
            var details = LayoutDesign.Details()
            var layout = LayoutDesign.Layout()
            layout.firstUseDate = used.flatMap { FieldDate.read($0) }
            layout.completionDate = try day(completed)
            details.layout = layout
            let right = Right.layout(LayoutDesign(bibliography: record, details: details))
            return LegalOutlook(right, on: try day("2026-11-30")).steps.first?.day?.description
        }
        #expect(try last(filed: "2020-05-02", used: nil, completed: "2019-01-01") == "2030-05-01")
        #expect(try last(filed: "2020-05-02", used: "2018-10-08", completed: "2018-01-01") == "2028-10-07")
        #expect(try last(filed: "2020-05-02", used: nil, completed: "2012-04-01") == "2027-03-31")
    }
}
