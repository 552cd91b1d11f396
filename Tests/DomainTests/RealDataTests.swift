import Foundation
import Testing

@testable import Domain

/// What real files print, read and compared with what they should yield; skipped where the files are absent.
struct RealDataTests {
    private static let shared = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared").standardizedFileURL

    private static let chinese = shared.appending(path: "data/patents/cn-7384/cn-7384.jsonl")
    private static let scheme = shared.appending(
        path: "data/classifications/cpc-titles/cpc-titles-from-definitions.csv"
    )
    private static let golden = shared.appending(path: "golden")

    private struct Row: Decodable {
        let 申请号: String
        let 申请日: String
        let 主分类号: String
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: chinese.path), "the shared data are not here"))
    func `reads every number, date and class of 7,384 Chinese patents`() throws {
        let lines = try String(contentsOf: Self.chinese, encoding: .utf8).split(separator: "\n")
        var absent = 0
        var ids: Set<String> = []
        for line in lines {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            let number = try ApplicationNumber(reading: row.申请号)
            if number.checkDigit == .absent { absent += 1 } else { #expect(number.checkDigit == .correct) }
            #expect(number.display == row.申请号)
            ids.insert(number.id)
            #expect(FieldDate.read(row.申请日)?.description == row.申请日)
            #expect((LocarnoSymbol.read(row.主分类号) != nil) == (number.kind == .design), "\(row.主分类号)")
            #expect((IPCSymbol.read(row.主分类号)?.level ?? .section) >= .mainGroup || number.kind == .design)
        }
        #expect(lines.count == 7_384)
        #expect(ids.count == 7_384)
        #expect(absent == 9)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: scheme.path), "the shared data are not here"))
    func `reads every tenth symbol of the CPC scheme`() throws {
        let lines = try String(contentsOf: Self.scheme, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(lines.count > 40_000)
        for index in stride(from: 1, to: lines.count, by: 10) {
            let printed = String(lines[index].prefix { $0 != "," })
            #expect(CPCSymbol.read(printed)?.text.filter { $0 != " " } == printed)
        }
    }

    private struct Expectation: Decodable {
        struct Number: Decodable {
            let country: String?
            let number: String?
            let kind: String?
            let date: String?
            let id: String?
        }
        struct Symbols: Decodable {
            let ipc: [String]?
            let cpc: [String]?
            let uspc: [String]?
            let locarno: [String]?
            let nice: [String]?
        }
        struct Fields: Decodable {
            let application: Number?
            let publication: Number?
            let registration: Number?
            let classes: Symbols?
        }
        let expect: Fields
    }

    private static func expectations() throws -> [Expectation.Fields] {
        guard let files = FileManager.default.enumerator(at: golden, includingPropertiesForKeys: nil) else { return [] }
        let found = files.compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(".expected.json") }
        return try found.map { try JSONDecoder().decode(Expectation.self, from: Data(contentsOf: $0)).expect }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: golden.path), "the shared expectations are not here"))
    func `makes the identifiers that the expectations name`() throws {
        let records = try Self.expectations()
        #expect(records.count == 36)
        for record in records {
            if let part = record.application, let number = part.number, let id = part.id {
                #expect(RightNumber.applicationID(country: part.country, number: number, kind: part.kind) == id)
            }
            for part in [record.publication, record.registration].compactMap({ $0 }) {
                guard let country = part.country, let number = part.number, let id = part.id else { continue }
                #expect(RightNumber.publicationID(country: country, number: number, kind: part.kind) == id)
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: golden.path), "the shared expectations are not here"))
    func `leaves normal forms as they are`() throws {
        for record in try Self.expectations() {
            for text in record.classes?.ipc ?? [] { #expect(IPCSymbol.read(text)?.text == text) }
            for text in record.classes?.cpc ?? [] { #expect(CPCSymbol.read(text)?.text == text) }
            for text in record.classes?.uspc ?? [] { #expect(USPCSymbol.read(text)?.text == text) }
            for text in record.classes?.locarno ?? [] { #expect(LocarnoSymbol.read(text)?.text == text) }
            for text in record.classes?.nice ?? [] { #expect(NiceClass.read(text)?.text == text) }
            for part in [record.application, record.publication, record.registration].compactMap({ $0?.date }) {
                #expect(FieldDate.read(part)?.description == part)
            }
        }
    }
}
