import Index
import Testing

struct PostingsTests {
    /// One term in chosen documents of a segment, with 1 to 400 positions each, in one or two fields.
    private func withPostings(
        _ documents: [UInt32: [UInt8: [UInt32]]],
        total: UInt32,
        _ body: (SegmentReader, TermInfo) throws -> Void
    ) throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            for number in 0..<total {
                let fields = (documents[number] ?? [:]).map { field, positions in
                    FieldTokens(
                        field: FieldID(rawValue: field),
                        tokens: positions.map { Token(term: [97], position: $0) },
                        length: positions.count
                    )
                }
                // The order column puts document n at place n.
                try writer.add(
                    Document(
                        id: "e\(number)",
                        version: 1,
                        fields: fields,
                        numbers: [.init(column: 0, value: Int64(total - number))]
                    )
                )
            }
            let segment = try writer.commit(sequence: 1).segments[0]
            try body(segment, try #require(try segment.term([97])))
        }
    }

    private func randomPostings(_ count: Int, total: UInt32, seed: UInt64) -> [UInt32: [UInt8: [UInt32]]] {
        var generator = SeededGenerator(seed: seed)
        var result: [UInt32: [UInt8: [UInt32]]] = [:]
        for document in (0..<total).shuffled(using: &generator).prefix(count) {
            for field in 0..<UInt8(3) where field == 1 || Int.random(in: 0..<4, using: &generator) == 0 {
                let most = Int.random(in: 0..<20, using: &generator) == 0 ? 300 : 3
                let size = Int.random(in: 1...most, using: &generator)
                var positions = Set((0..<size).map { _ in UInt32.random(in: 0..<5_000, using: &generator) })
                if document % 50 == 0 { positions.insert(FieldTokens.maximumPosition) }
                result[document, default: [:]][field] = positions.sorted()
            }
        }
        return result
    }

    @Test(arguments: [1, 7, 8, 127, 128, 129, 256, 700])
    func `blocks hold documents, fields, frequencies and positions`(count: Int) throws {
        let postings = randomPostings(count, total: 700, seed: UInt64(count))
        try withPostings(postings, total: 700) { segment, info throws in
            #expect(info.documentFrequency == count)
            var cursor = try segment.postings(info)
            var found: [UInt32] = []
            while try cursor.nextBlock() {
                #expect(cursor.count <= 128)
                try cursor.loadMasks()
                for place in 0..<cursor.count {
                    cursor.index = place
                    found.append(cursor.document)
                    let wanted = postings[cursor.document] ?? [:]
                    for field in 0..<UInt8(3) {
                        var positions: [UInt32] = [1, 2, 3]
                        try cursor.positions(FieldID(rawValue: field), into: &positions)
                        #expect(cursor.mask.contains(FieldID(rawValue: field)) == (wanted[field] != nil))
                        #expect(try cursor.frequency(FieldID(rawValue: field)) == UInt32(wanted[field]?.count ?? 0))
                        // Field 2 keeps no positions.
                        #expect(positions == (field == 2 ? [] : wanted[field] ?? []))
                    }
                }
            }
            #expect(found == postings.keys.sorted())
            #expect(try cursor.nextBlock() == false)
            #expect(cursor.count == 0)
        }
    }

    @Test(arguments: [5, 100, 128, 640])
    func `advancing stops where stepping would`(count: Int) throws {
        let postings = randomPostings(count, total: 700, seed: UInt64(count) + 1_000)
        let documents = postings.keys.sorted()
        var generator = SeededGenerator(seed: 4)
        try withPostings(postings, total: 700) { segment, info throws in
            for _ in 0..<40 {
                var cursor = try segment.postings(info)
                var target: UInt32 = 0
                while true {
                    target += UInt32.random(in: 0..<200, using: &generator)
                    let wanted = documents.first { $0 >= target }
                    #expect(try cursor.advance(to: target) == (wanted != nil))
                    guard let wanted else { break }
                    #expect(cursor.document == wanted)
                    var positions: [UInt32] = []
                    try cursor.positions(FieldID(rawValue: 1), into: &positions)
                    #expect(positions == postings[wanted]?[1])
                    if Bool.random(using: &generator) {
                        let next = documents.first { $0 > wanted }
                        #expect(try cursor.next() == (next != nil))
                        guard let next else { break }
                        #expect(cursor.document == next)
                        target = next
                    }
                }
            }
        }
    }

    @Test func `advancing a fresh cursor behind the only block ends it`() throws {
        try withPostings([3: [1: [0]], 5: [1: [0]]], total: 10) { segment, info throws in
            var cursor = try segment.postings(info)
            #expect(try cursor.advance(to: 6) == false)
            #expect(cursor.count == 0)
            #expect(try cursor.advance(to: 7) == false)
            #expect(try cursor.nextBlock() == false)
        }
    }

    @Test func `tokens without positions count once per field, beside any with positions`() throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            let tokens = [
                Token(term: [98], position: nil), Token(term: [97], position: 9), Token(term: [97], position: nil),
                Token(term: [97], position: 4), Token(term: [98], position: nil), Token(term: [97], position: 9),
                Token(term: ReservedTerm.sentenceEnd, position: 9),
            ]
            try writer.add(
                Document(
                    id: "e",
                    version: 1,
                    fields: [FieldTokens(field: FieldID(rawValue: 1), tokens: tokens, length: 7)]
                )
            )
            let segment = try writer.commit(sequence: 1).segments[0]
            func read(_ term: [UInt8]) throws -> (UInt32, [UInt32]) {
                var cursor = try segment.postings(try #require(try segment.term(term)))
                #expect(try cursor.next())
                var positions: [UInt32] = []
                try cursor.positions(FieldID(rawValue: 1), into: &positions)
                return (try cursor.frequency(FieldID(rawValue: 1)), positions)
            }
            #expect(try read([97]) == (2, [4, 9]))
            #expect(try read([98]) == (1, []))
            #expect(try read(ReservedTerm.sentenceEnd) == (1, [9]))
        }
    }
}
