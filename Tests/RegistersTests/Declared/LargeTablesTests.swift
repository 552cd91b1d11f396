import Declarations
import Domain
import Formats
import Foundation
import Identity
import Store
import Testing

@testable import Registers

/// Wide tables, and long ones that are stored in several blocks.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct LargeTablesTests {
    /// The name of a column of the wide register, from 1.
    private static func name(_ number: Int) -> String { (number < 10 ? "f0" : "f") + String(number) }

    @Test func `each wrong cell of a workbook of fifty columns is named by row, letters and column`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let numbers = (1...50).map { number in
                "  \(Self.name(number)): {type: number, label: {zh: 指标\(number), en: Figure \(number)}, most: 999}\n"
            }
            let text =
                "label: {zh: 宽表, en: Wide}\nwrite: [staff]\nfields:\n"
                + "  name: {type: text, label: {zh: 名称, en: Name}}\n" + numbers.joined()
            let file = DeclarationFile(kind: .register, name: "wide", path: "wide.yaml", text: text)
            _ = try await fixture.publish(fixture.publish.plan(DeclaredFixture.files + [file]), by: .operator)
            // Column and row of what is wrong; all other cells are right.
            let wrong: [[Int: SheetCell]] = [
                [1: .text("一"), 26: .text("1.5"), 27: .text("x")], [:],
                [50: .text("1000"), 49: .text("12 个"), 2: .text("-")],
            ]
            let sheet = try SheetWriter(sheet: "宽表", head: (1...50).map(Self.name))
            for row in wrong { try sheet.add((1...50).map { row[$0] ?? .number(String($0)) }) }
            let path = place.path("wide.xlsx")
            try Data(sheet.take() + sheet.finish()).write(to: URL(filePath: path))
            let size = try await place.store.logHead().size
            let report = try await ImportEntries(fixture.entries)(path, into: "wide", trial: false)
            #expect(report.rows == 3 && report.problemCount == 6 && !report.isStored)
            #expect(
                report.problems.map(\.description) == [
                    "A2 (f01): Figure 1 “一” is no whole number", "Z2 (f26): Figure 26 “1.5” is no whole number",
                    "AA2 (f27): Figure 27 “x” is no whole number", "B4 (f02): Figure 2 “-” is no whole number",
                    "AW4 (f49): Figure 49 “12 个” is no whole number", "AX4 (f50): Figure 50 is at most 999",
                ]
            )
            #expect(try await place.store.logHead().size == size)
        }
    }

    @Test func `a table interrupted by somebody else says how far it came, and given again completes it`() async throws
    {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let importing = ImportEntries(fixture.entries)
            func table(_ column: String) throws -> String {
                let rows = (1...600).map { "甲\($0),a,610100,\(column.isEmpty ? "" : "2021-01-01")\n" }
                return try place.write("name,kind,region,applied\n" + rows.joined(), to: "centres.csv")
            }
            let first = try await importing(try table(""), into: "centre", trial: false)
            #expect(first.new == 600)
            let size = try await place.store.logHead().size
            let id = try #require(
                try await place.store.entry(with: LookupKey(scope: "centre", field: "name+kind", value: "甲550 | a"))
            )
            let path = try table("applied")
            // Two blocks are read and one is stored when somebody changes an entry of the second.
            var calls: [Int] = []
            await #expect(
                throws: Failure.conflict(
                    reason:
                        "\(id) was written while the table was read; 500 entries are stored, give the same command again"
                )
            ) {
                _ = try await importing(path, into: "centre", trial: false) { count in
                    calls.append(count)
                    guard calls == [500, 600, 500] else { return }
                    let fields: [String: FieldValue] = [
                        "name": .text("甲550"), "kind": .text("a"), "region": .text("610200"),
                    ]
                    let wish = RegisterEntries.Wish(
                        register: "centre",
                        entry: id,
                        base: 1,
                        content: EntryContent(fields: fields, state: "open")
                    )
                    _ = try await fixture.entries.save(wish, .operator)
                }
            }
            #expect(try await place.store.logHead().size == size + 501)
            let again = try await importing(path, into: "centre", trial: false)
            #expect(again.unchanged == 500 && again.changed == 100 && again.new == 0 && again.isStored)
            #expect(try await place.store.logHead().size == size + 601)
            let last = try await importing(path, into: "centre", trial: false)
            #expect(last.unchanged == 600)
            // Nothing is there twice.
            let register = try await fixture.entries.register("centre", .operator)
            var names: Set<String> = []
            var count = 0
            try await fixture.entries.forEach(of: register, .operator) { view in
                names.insert(view.title)
                count += 1
            }
            #expect(count == 600 && names.count == 600)
        }
    }
}
