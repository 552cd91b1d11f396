import Index
import Testing

@testable import Index

struct TermTests {
    /// Random byte strings that share beginnings, among them bytes 0 and 255.
    private func randomTerms(_ seed: UInt64, count: Int) -> [[UInt8]] {
        var generator = SeededGenerator(seed: seed)
        var terms: Set<[UInt8]> = []
        while terms.count < count {
            let alphabet: [UInt8] = [0, 1, 97, 98, 255]
            let length = Int.random(in: 1...9, using: &generator)
            terms.insert((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
        }
        return terms.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func withTerms(_ terms: [[UInt8]], _ body: (SegmentReader) throws -> Void) throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            let tokens = terms.shuffled().map { Token(term: $0, position: nil) }
            try writer.add(
                Document(
                    id: "e",
                    version: 1,
                    fields: [FieldTokens(field: FieldID(rawValue: 0), tokens: tokens, length: 1)]
                )
            )
            try body(try writer.commit(sequence: 1).segments[0])
        }
    }

    private func list(_ cursor: TermCursor) throws -> [[UInt8]] {
        var cursor = cursor
        var terms: [[UInt8]] = []
        while try cursor.next() { terms.append(cursor.term) }
        return terms
    }

    @Test(arguments: [1, 31, 32, 33, 64, 65, 500])
    func `terms come in the order of their bytes, and each is found`(count: Int) throws {
        let terms = randomTerms(UInt64(count), count: count)
        try withTerms(terms) { segment throws in
            #expect(try list(try segment.terms()) == terms)
            for term in terms {
                #expect(try segment.term(term)?.documentFrequency == 1)
                let missing = term + [7]
                #expect(try segment.term(missing) == nil)
            }
            #expect(try segment.term([]) == nil)
            #expect(try segment.term([255, 255, 255, 255, 255, 255, 255, 255, 255, 255]) == nil)
        }
    }

    @Test func `a term that is not there is told from its neighbours`() throws {
        var generator = SeededGenerator(seed: 12)
        func word() -> [UInt8] {
            (0..<Int.random(in: 1...5, using: &generator)).map { _ in UInt8.random(in: 97...99, using: &generator) }
        }
        let terms = Set((0..<300).map { _ in word() })
        try withTerms(terms.sorted { $0.lexicographicallyPrecedes($1) }) { segment throws in
            var missing = 0
            for _ in 0..<2_000 {
                let wanted = word()
                let found = try segment.term(wanted)
                #expect((found != nil) == terms.contains(wanted))
                if found == nil { missing += 1 }
                // What the dictionary says of it is what a walk to it says.
                var cursor = try segment.terms(prefix: wanted)
                let isFirst = try cursor.next() && cursor.term == wanted
                #expect(found == (isFirst ? cursor.info : nil))
            }
            #expect(missing > 200)
            #expect(try segment.term([]) == nil)
            #expect(try segment.term([255]) == nil)
        }
    }

    @Test func `prefixes and lower bounds select what they should`() throws {
        let terms = randomTerms(77, count: 400)
        var generator = SeededGenerator(seed: 78)
        try withTerms(terms) { segment throws in
            for _ in 0..<150 {
                let model = terms.randomElement(using: &generator) ?? []
                let prefix = Array(model.prefix(Int.random(in: 0...3, using: &generator)))
                let bound = Array((terms.randomElement(using: &generator) ?? []).prefix(5))
                let wanted = terms.filter { $0.starts(with: prefix) && !$0.lexicographicallyPrecedes(bound) }
                #expect(try list(try segment.terms(prefix: prefix, from: bound)) == wanted)
            }
        }
    }

    @Test func `a segment without terms has none`() throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            try writer.add(Document(id: "e", version: 1))
            let segment = try writer.commit(sequence: 1).segments[0]
            #expect(try segment.term([97]) == nil)
            #expect(try list(try segment.terms(prefix: [97])) == [])
        }
    }

    @Test func `a table numbers strings in the order in which they come`() {
        var table = TermTable()
        let terms = randomTerms(5, count: 1_000)
        for term in terms { _ = table.insert(term, 0..<term.count) }
        for (number, term) in terms.enumerated() {
            #expect(table.number(of: term) == UInt32(number))
            #expect(table.string(number) == term)
            #expect(table.insert([9] + term + [9], 1..<term.count + 1) == UInt32(number))
        }
        #expect(table.count == 1_000)
        #expect(table.sorted() == Array(0..<1_000))
        #expect(table.number(of: [3]) == nil)
        table.removeAll()
        #expect(table.number(of: terms[0]) == nil)
    }
}
