import Testing

@testable import Index

/// What postings say of their weights.
struct WeightTests {
    @Test func `a code is the least whose value is not below the weight`() {
        var generator = SeededGenerator(seed: 3)
        var weights = Peak.values.dropFirst().dropLast().flatMap { [$0.nextDown, $0, $0.nextUp] }
        for _ in 0..<2_000 { weights.append(Double.random(in: 1e-3...3_000, using: &generator)) }
        weights += [1e-9, 1, 1e9, .greatestFiniteMagnitude, .infinity]
        for weight in weights {
            let code = Int(Peak.code(weight))
            #expect(code >= 1 && Peak.values[code] >= weight)
            #expect(code == 1 || Peak.values[code - 1] < weight)
            let half = Int(Peak.half(UInt8(code)))
            #expect(Peak.halves[half] >= weight && Peak.halves[half - 1] < weight)
        }
        #expect(Peak.halves.count == Peak.greatestHalf + 1 && Peak.halves[Peak.greatestHalf] == .infinity)
    }

    /// Documents of one, two or three fields whose lengths differ; field weights 3, 1 and 2 by the sample schema.
    @Test(arguments: [3, 40, 300])
    func `postings carry a bound of what they weigh, close above it`(count: Int) throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            var generator = SeededGenerator(seed: UInt64(count))
            var occurrences: [[UInt8: Int]] = []
            var lengths: [[UInt8: Int]] = []
            for number in 0..<count {
                var fields: [UInt8: Int] = [:]
                for field in 0..<UInt8(3) where field == 1 || Bool.random(using: &generator) {
                    fields[field] = Int.random(in: 1...5, using: &generator)
                }
                occurrences.append(fields)
                lengths.append(fields.mapValues { $0 + Int.random(in: 0...200, using: &generator) })
                let tokens = fields.map { field, times in
                    FieldTokens(
                        field: FieldID(rawValue: field),
                        tokens: (0..<UInt32(times)).map { Token(term: [97], position: $0) },
                        length: lengths[number][field] ?? 0
                    )
                }
                try writer.add(
                    Document(
                        id: "e\(number)",
                        version: 1,
                        fields: tokens,
                        numbers: [.init(column: 0, value: Int64(count - number))]
                    )
                )
            }
            let segment = try writer.commit(sequence: 1).segments[0]
            let means = try (0..<UInt8(3)).map { try segment.fieldLengths(FieldID(rawValue: $0)).average }
            let schema = Schema.sample
            var cursor = try segment.postings(try #require(try segment.term([97])))
            while try cursor.nextBlock() {
                for place in 0..<cursor.count {
                    let number = Int(cursor.documents[place])
                    let single = cursor.weight(at: place)
                    var found: [Int: UInt32] = [:]
                    try cursor.forEachFrequency(at: place, in: 0b101) { found[$0] = $1 }
                    let fields = occurrences[number]
                    #expect(found == fields.reduce(into: [:]) { if $1.key != 1 { $0[Int($1.key)] = UInt32($1.value) } })
                    var weight = 0.0
                    for (field, times) in fields {
                        let norm = 0.25 + 0.75 * Double(lengths[number][field] ?? 0) / means[Int(field)]
                        weight += schema.textFields[Int(field)].weight * Double(times) / norm
                    }
                    guard count >= 8 else {
                        #expect(single == Peak.greatestHalf)
                        continue
                    }
                    // An eighth of an octave is 9.06 %.
                    #expect(Peak.halves[single] >= weight * (1 - 1e-12) && Peak.halves[single] < weight * 1.0906)
                }
                let singles = (0..<cursor.count).map { cursor.weight(at: $0) }
                try cursor.loadWeights()
                #expect(singles == (0..<cursor.count).map { cursor.weightBase + Int(cursor.weights[$0]) })
                #expect(singles == (0..<cursor.count).map { cursor.weight(at: $0) })
                // The same once all is unpacked.
                try cursor.loadCodes()
                var field: [Int: UInt32] = [:]
                try cursor.forEachFrequency(at: cursor.count - 1, in: 0b010) { field[$0] = $1 }
                let last = occurrences[Int(cursor.documents[cursor.count - 1])]
                #expect(field == [1: UInt32(last[1] ?? 0)])
            }
        }
    }
}
