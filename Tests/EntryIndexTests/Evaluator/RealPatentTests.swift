import Domain
import Foundation
import Query
import Testing

@testable import EntryIndex

/// The 7,384 Chinese patents of an export, counted by the product and by reading the file.
struct RealPatentTests {
    /// Records are looked for in `../shared` beside the repository.
    static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../shared/data/patents/cn-7384/cn-7384.jsonl"
    ).standardized.path

    static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

    /// One line of the export.
    struct Row: Decodable {
        var title: String
        var number: String
        var applicant: String
        var filed: String
        var mainClass: String
        var abstract: String

        enum CodingKeys: String, CodingKey {
            case title = "专利名称"
            case number = "申请号"
            case applicant = "申请人"
            case filed = "申请日"
            case mainClass = "主分类号"
            case abstract = "摘要"
        }

        var right: Right {
            let digits = number.drop { !$0.isNumber }
            let kind = digits.dropFirst(digits.hasPrefix("20") ? 4 : 2).first
            var record = Bibliography(right: kind == "3" ? .design : kind == "2" ? .utilityModel : .patent)
            let parts = filed.split(separator: "-").compactMap { Int($0) }
            let date = PartialDate(year: parts[0], month: parts[1], day: parts[2])
            record.application = DocumentID(country: "CN", number: String(digits), date: date)
            record.titles = [LocalizedText(lang: "zh", text: title)]
            record.abstracts = [LocalizedText(lang: "zh", text: abstract)]
            record.applicants = [Party(name: applicant)]
            if let symbol = LocarnoSymbol.read(mainClass), kind == "3" {
                record.classes.locarno = [symbol.text]
                return .design(Design(bibliography: record))
            }
            if let symbol = IPCSymbol.read(mainClass) { record.classes.ipc = [symbol.text] }
            return kind == "3" ? .design(Design(bibliography: record)) : .patent(Patent(bibliography: record))
        }

        var id: String { "\(right.register.rawValue)/\(number.filter { $0.isLetter || $0.isNumber })" }
        var texts: String { title + "\u{1}" + abstract }
        var bareApplicant: String { applicant.filter { $0.isLetter || $0.isNumber } }
        /// The class without blank and edition, `H02K17/02`.
        var symbol: String { String(mainClass.prefix { $0 != "（" && $0 != "(" }) }
        var isIPC: Bool { mainClass.first?.isLetter == true }
    }

    static func rows() throws -> [Row] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        }
    }

    /// A query with what reading a row says of it.
    struct Question: Sendable {
        var query: String
        var holds: @Sendable (Row) -> Bool

        init(_ query: String, _ holds: @escaping @Sendable (Row) -> Bool) {
            self.query = query
            self.holds = holds
        }
    }

    static func finds(_ pattern: String, in text: String) -> Bool {
        text.range(of: pattern, options: [.regularExpression, .caseInsensitive, .widthInsensitive]) != nil
    }

    static func count(_ word: String, in text: String) -> Int {
        text.ranges(of: word).count
    }

    static let questions = [
        Question("TI=电动机") { $0.title.contains("电动机") },
        Question("电池") { $0.texts.contains("电池") || $0.applicant.contains("电池") },
        Question("TI=(装置 AND 自动)") { $0.title.contains("装置") && $0.title.contains("自动") },
        Question("TI=(一种 NOT 方法)") { $0.title.contains("一种") && !$0.title.contains("方法") },
        Question("TI=水泥 XOR AB=混凝土 XOR PA=山东") {
            [$0.title.contains("水泥"), $0.abstract.contains("混凝土"), $0.applicant.contains("山东")].count { $0 } % 2 == 1
        },
        Question("PA=山东农业大学") { $0.bareApplicant.contains("山东农业大学") },
        Question("PA=山东+") { $0.bareApplicant.hasPrefix("山东") },
        Question("PA=+大学") { $0.bareApplicant.hasSuffix("大学") },
        Question("PA=山东+大学") { finds("^山东.{0,10}大学$", in: $0.bareApplicant) },
        Question("PA=石油大学华东") { $0.bareApplicant.contains("石油大学华东") },
        Question("AD=2012") { $0.filed.hasPrefix("2012") },
        Question("申请日>=2010-06") { $0.filed >= "2010-06" },
        Question("AD=2009-03-15:2009-08") { $0.filed >= "2009-03-15" && $0.filed <= "2009-08-31" },
        Question("AD<2000 AND TI=机") { $0.filed < "2000" && $0.title.contains("机") },
        Question("AN=(CN2012+)") { $0.number.hasPrefix("CN2012") },
        Question("申请号=(2014+)") { $0.number.hasPrefix("CN2014") },
        Question("IPC=H02K") { $0.isIPC && $0.symbol.hasPrefix("H02K") },
        Question("IPC=H02K1") { $0.isIPC && $0.symbol.hasPrefix("H02K1/") },
        Question("IPC=H02B1") { $0.isIPC && $0.symbol.hasPrefix("H02B1/") },
        Question("LOC=14") { !$0.isIPC && $0.symbol.hasPrefix("14-") },
        Question("AB=\"LED\"") { finds("(?<![a-z])led(?![a-z])", in: $0.abstract) },
        Question("AB=5mm") { finds("(?<![0-9])(?<![0-9]\\.)5[^\\p{L}\\p{N}]*mm(?![a-z])", in: $0.abstract) },
        Question("AB=(绿色 OR 环保) AND TYPE=实用新型") {
            ($0.abstract.contains("绿色") || $0.abstract.contains("环保")) && $0.right.bibliography.right == .utilityModel
        },
        Question("AB=光+纤") { finds("光[\\u4e00-\\u9fff]{0,10}纤", in: $0.abstract) },
        Question("电机/FREC>3") { count("电机", in: $0.texts + $0.applicant) > 3 },
    ]

    @Test(.enabled(if: isPresent, "../shared/data/patents/cn-7384 is not there"))
    func `totals equal those of reading the file`() async throws {
        let rows = try Self.rows()
        #expect(rows.count == 7_384)
        let index = try await IndexedStore()
        try await index.save(rows.map { (id: $0.id, right: $0.right) })
        try await index.follower.catchUp()
        #expect(try index.ids("*").count == 7_384)
        for question in Self.questions {
            let expected = rows.filter(question.holds).map(\.id).sorted()
            let found = try index.ids(question.query)
            #expect(!expected.isEmpty, "\(question.query) finds nothing")
            #expect(
                found == expected,
                "\(question.query): \(found.count) found, \(expected.count) in the file; \(Set(found).symmetricDifference(expected).sorted().prefix(5))"
            )
        }
        try Self.checkPairs(rows, index)
    }

    /// Every two Han characters of a run in a hundred titles find their patent.
    private static func checkPairs(_ rows: [Row], _ index: IndexedStore) throws {
        var random = TestRandom(seed: 7_384)
        let searcher = try index.searcher()
        for _ in 0..<100 {
            let row = random.pick(rows)
            let scalars = Array(row.title.unicodeScalars)
            for (first, second) in zip(scalars, scalars.dropFirst()) {
                guard (0x4E00...0x9FFF).contains(first.value), (0x4E00...0x9FFF).contains(second.value) else {
                    continue
                }
                let pair = String(String.UnicodeScalarView([first, second]))
                let tree = try QueryCompiler().compile(QueryLanguage().parse("TI=" + pair).expression).tree
                let total = try searcher.count(.and([tree, .identifiers([row.id])])).total
                #expect(total == 1, "\(pair) of \(row.title)")
            }
        }
    }
}
