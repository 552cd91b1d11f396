import Domain
import Foundation
import Testing

/// Docs/Use/export-format.md names every field that a record can have, with its type.
struct ExportFormatPageTests {
    private static let kinds: [RightKind: String] = [
        .patent: "Patents and utility models", .design: "Designs", .trademark: "Trade marks",
        .gi: "Geographical indications", .layout: "Layout-designs",
    ]

    @Test func `the filled records of these tests are filled`() throws {
        for right in try FilledRight.all() {
            #expect(Self.holes(in: right, at: right.register.rawValue) == [])
        }
    }

    @Test func `every field is documented with its type, and nothing else is`() throws {
        var schema = DocumentedSchema(Markdown(try Repository.text("Docs/Use/export-format.md")))
        for right in try FilledRight.all() {
            let kind = try #require(Self.kinds[right.bibliography.right])
            let data = try JSONEncoder().encode(right)
            guard case .object(let fields) = try JSONDecoder().decode(JSONValue.self, from: data) else {
                Issue.record("no object")
                continue
            }
            schema.check(fields, against: ["Every right", kind])
        }
        schema.checkSource(try Self.sourceFields())
        #expect(schema.faults == [])
        #expect(schema.unused == [])
    }

    @Test func `every example is a value of JSON`() throws {
        let page = Markdown(try Repository.text("Docs/Use/export-format.md"))
        var count = 0
        for row in page.sections.flatMap(\.rows) where row.count == 4 {
            let example = try #require(row[3].codeSpans.first, "\(row[0])")
            #expect(throws: Never.self, "\(row[0])") {
                try JSONSerialization.jsonObject(with: Data(example.utf8), options: .fragmentsAllowed)
            }
            count += 1
        }
        #expect(count > 150)
    }

    @Test func `the record at the end reads and is written the same`() throws {
        let page = Markdown(try Repository.text("Docs/Use/export-format.md"))
        let block = try #require(page.blocks.first { $0.tag == "json" })
        let data = Data(block.lines.joined(separator: "\n").utf8)
        let right = try JSONDecoder().decode(Right.self, from: data)
        let again = try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(right))
        #expect(again == (try JSONDecoder().decode(JSONValue.self, from: data)))
        #expect(right.entryID?.description == "patent/CN2024190000125")
        #expect(right.bibliography.application.flatMap { ApplicationNumber.read($0.number) }?.checkDigit == .correct)
    }

    /// The fields of `source`, as its declaration lists them.
    private static func sourceFields() throws -> Set<String> {
        let text = try Repository.text("Sources/Data/Formats/Export/ExportRecord.swift")
        let start = try #require(text.range(of: "struct Source"))
        let end = try #require(text.range(of: "init(", range: start.upperBound..<text.endIndex))
        let fields = text[start.upperBound..<end.lowerBound].matches(of: /package var (\w+):/)
        return Set(fields.map { String($0.output.1) })
    }

    /// The paths of values that are nil or empty.
    private static func holes(in value: Any, at path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional where mirror.children.isEmpty: return [path]
        case .collection where mirror.children.isEmpty: return [path]
        default: return mirror.children.flatMap { holes(in: $0.value, at: path + "." + ($0.label ?? "")) }
        }
    }
}
