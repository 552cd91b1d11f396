import Index
import Testing

struct ColumnTests {
    /// Three thousand small numbers, as many gaps, then numbers of any size with gaps between.
    private func gappyNumbers() -> [Int64?] {
        var generator = SeededGenerator(seed: 6)
        return (0..<9_000).map { number in
            switch number / 3_000 {
            case 0: Int64.random(in: -5...5, using: &generator)
            case 1: nil
            default: Bool.random(using: &generator) ? nil : Int64.random(in: .min ... .max, using: &generator)
            }
        }
    }

    @Test func `numbers keep their blocks, gaps and extremes`() throws {
        let schema = Schema(
            textFields: [],
            columns: [.init(name: "order", kind: .number), .init(name: "value", kind: .number)],
            orderColumn: "order"
        )
        let values = gappyNumbers()
        let total = values.count
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: schema, analysisVersion: "1", files: UnsyncedLayer())
            for (number, value) in values.enumerated() {
                var document = Document(id: "e\(number)", version: 1)
                document.numbers = [.init(column: 0, value: Int64(-number))]
                if let value { document.numbers.append(.init(column: 1, value: value)) }
                try writer.add(document)
            }
            let column = try #require(try writer.commit(sequence: 1).segments[0].numbers(1))
            #expect(column.blockCount == 3)
            #expect((0..<UInt32(total)).map { column.value($0) } == values)
            #expect(column.value(UInt32(total)) == nil)
            for block in 0..<3 {
                let present = values[block * 4_096..<min(total, (block + 1) * 4_096)].compactMap { $0 }
                let summary = column.summary(ofBlock: block)
                #expect(summary.presentCount == present.count)
                #expect(summary.minimum == present.min() && summary.maximum == present.max())
            }
            let some = (0..<UInt32(total)).filter { $0 % 7 == 3 || (2_900..<3_100).contains($0) }
            var gathered: [Int64] = []
            column.gather(some, into: &gathered)
            #expect(gathered == some.compactMap { values[Int($0)] })
            var places: [UInt32] = [7]
            column.gather(some, into: &gathered, at: &places)
            #expect(gathered == some.compactMap { values[Int($0)] })
            #expect(places.map { some[Int($0)] } == some.filter { values[Int($0)] != nil })
            for start in stride(from: UInt32(0), to: UInt32(total), by: 64) {
                let isPresent = (0..<64).map { bit in Int(start) + bit < total && values[Int(start) + bit] != nil }
                let bits = column.presence(from: start) & (.max >> UInt64(64 - min(64, total - Int(start))))
                #expect((0..<64).map { bits >> UInt64($0) & 1 == 1 } == isPresent)
            }
            let test = column.test(-2...2, ofBlock: 0)
            let isSmall = values.prefix(4_096).map { value in value.map { abs($0) <= 2 } ?? false }
            #expect((0..<4_096).map { test.holds($0) } == isSmall)
            var filled: [Int64] = []
            column.fill(4_000..<8_500, missing: 77, into: &filled)
            #expect(filled == values[4_000..<8_500].map { $0 ?? 77 })
        }
    }

    @Test func `gathering labels finds those of each document`() throws {
        // Some documents have none, some several, and those asked for lie far apart and side by side.
        let labels = (0..<3_000).map { number in (0..<number % 4).map { "l\((number * 7 + $0 * 31) % 90)" } }
        try withClasses(labels) { segment throws in
            let column = try #require(try segment.ordinals(2))
            let wanted = (0..<UInt32(3_000)).filter { $0 % 13 == 5 || (1_000..<1_100).contains($0) || $0 == 2_999 }
            var (starts, ordinals, own): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
            column.gather(wanted, starts: &starts, ordinals: &ordinals)
            for (place, document) in wanted.enumerated() {
                column.ordinals(document, into: &own)
                #expect(Array(ordinals[Int(starts[place])..<Int(starts[place + 1])]) == own)
            }
            #expect(starts.count == wanted.count + 1 && Int(starts.last ?? 0) == ordinals.count)
            // A document that is not there has none.
            column.gather([2_999, 3_000, 4_000_000], starts: &starts, ordinals: &ordinals)
            column.ordinals(2_999, into: &own)
            #expect(ordinals == own && starts == [0, 3, 3, 3])
        }
    }

    @Test func `only a column without gaps of one label is constant`() throws {
        for (labels, expected) in [
            ([["x"], ["x"], ["x"]], true), ([["x"], [], ["x"]], false), ([["x"], ["y"], ["x"]], false),
            ([[], []], false),
        ] {
            try withClasses(labels) { segment throws in
                #expect(try segment.ordinals(4)?.isConstant == expected)
            }
        }
    }

    private func withClasses(_ labels: [[String]], _ body: (SegmentReader) throws -> Void) throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            for (number, labels) in labels.enumerated() {
                try writer.add(
                    Document(
                        id: "e\(number)",
                        version: 1,
                        numbers: [.init(column: 0, value: Int64(100 - number))],
                        ordinals: [
                            .init(column: 2, labels: labels), .init(column: 3, labels: labels),
                            .init(column: 4, labels: Array(labels.prefix(1))),
                        ]
                    )
                )
            }
            try body(try writer.commit(sequence: 1).segments[0])
        }
    }

    @Test func `lexicographic ordinals make prefixes and bounds ranges`() throws {
        try withClasses([["H04L9", "A01B"], [], ["H04L", "H04N", "H04L"], ["B60"]]) { segment throws in
            let column = try #require(try segment.ordinals(2))
            func text(_ ordinal: UInt32) -> String? {
                column.label(ordinal).map { String(decoding: $0, as: UTF8.self) }
            }
            #expect((0..<5).map(text) == ["A01B", "B60", "H04L", "H04L9", "H04N"])
            #expect(column.label(5) == nil)
            #expect(column.labelCount == 5)
            #expect(column.range(withPrefix: Array("H04L".utf8)) == 2..<4)
            #expect(column.range(withPrefix: []) == 0..<5)
            #expect(column.range(withPrefix: Array("C".utf8))?.isEmpty == true)
            #expect(column.range(from: Array("B".utf8), through: Array("H04L".utf8)) == 1..<3)
            #expect(column.ordinal(ofLabel: Array("H04N".utf8)) == 4)
            #expect(column.ordinal(ofLabel: Array("H04".utf8)) == nil)
            var starts: [UInt32] = []
            var ordinals: [UInt32] = []
            column.fill(0..<4, starts: &starts, ordinals: &ordinals)
            #expect(starts == [0, 2, 2, 4, 5])
            #expect(ordinals == [0, 3, 2, 4, 1])
            #expect((0..<4).map { column.hasOrdinal($0, in: 2..<4) } == [true, false, true, false])
            column.gather([0, 1, 3], into: &ordinals)
            #expect(ordinals == [0, 3, 1])
            column.gather([0, 1, 3, 3], starts: &starts, ordinals: &ordinals)
            #expect(starts == [0, 2, 2, 3, 4])
            #expect(ordinals == [0, 3, 1, 1])
            #expect((0..<4).map { column.hasOrdinal($0, among: [0b10001]) } == [true, false, true, false])
            #expect((0..<4).map { column.hasOrdinal($0, among: [0b00010]) } == [false, false, false, true])
        }
    }

    @Test func `frequency ordinals number the common labels first`() throws {
        try withClasses([["b"], ["c", "a"], ["c"], ["b", "c"], ["d"]]) { segment throws in
            let column = try #require(try segment.ordinals(3))
            #expect((0..<4).map { column.label($0) } == [[99], [98], [97], [100]])
            #expect(column.range(withPrefix: [97]) == nil)
            #expect(column.ordinals(withPrefix: [97]) == [2])
            #expect(column.ordinals(withPrefix: []) == [0, 1, 2, 3])
            #expect(column.ordinal(ofLabel: [98]) == 1)
            #expect(column.ordinal(ofLabel: [120]) == nil)
        }
    }

    @Test func `single ordinals tell the missing from the first`() throws {
        try withClasses([["x"], [], ["w"]]) { segment throws in
            let column = try #require(try segment.ordinals(4))
            #expect(column.isMultiple == false)
            #expect((0..<3).map { column.ordinal($0) } == [1, nil, 0])
            var starts: [UInt32] = []
            var ordinals: [UInt32] = []
            column.fill(0..<3, starts: &starts, ordinals: &ordinals)
            #expect(starts == [0, 1, 1, 2])
            #expect(ordinals == [1, 0])
            #expect((0..<3).map { column.hasOrdinal($0, in: 0..<1) } == [false, false, true])
            column.gather([0, 1, 2], into: &ordinals)
            #expect(ordinals == [1, 0])
            column.gather([1, 2], starts: &starts, ordinals: &ordinals)
            #expect(starts == [0, 0, 1])
            #expect(ordinals == [0])
            #expect((0..<3).map { column.hasOrdinal($0, in: 0..<2) } == [true, false, true])
            #expect((0..<3).map { column.hasOrdinal($0, among: [0b10]) } == [true, false, false])
        }
    }

    @Test func `a place that holds the other kind of column gives nothing`() throws {
        try withClasses([["x"]]) { segment throws in
            let wrong = (try segment.numbers(2), try segment.ordinals(0), try segment.numbers(60))
            #expect(wrong.0 == nil && wrong.1 == nil && wrong.2 == nil)
        }
    }
}
