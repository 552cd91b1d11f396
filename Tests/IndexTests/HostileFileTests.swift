import Bytes
import Foundation
import Testing

@testable import Index

/// Files with right checksums and wrong contents: they may be refused or answer anything, but never stop the process
/// and never hand out what callers rely on not to be.
struct HostileFileTests {
    /// Two segments, one with a deleted document and a patched one; lists of one posting, of a few and of several blocks.
    private func makeIndex(_ folder: String, documents: Int) throws {
        var maker = DocumentMaker(seed: 31)
        let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
        for number in 0..<documents { try writer.add(maker.document("e/\(number)", version: 1, maximumTokens: 4)) }
        try writer.commit(sequence: 1)
        try writer.add(maker.document("e/x", version: 1, maximumTokens: 6))
        try writer.delete("e/0")
        #expect(try writer.update(maker.patch("e/1", version: 2)))
        try writer.commit(sequence: 2, payload: ["from": "test"])
    }

    /// Reads everything there is and expects what searches rely on.
    private func readAll(_ snapshot: Snapshot) throws(IndexFailure) {
        _ = try snapshot.document(forIdentifier: "e/1")
        for segment in snapshot.segments {
            for number in 0..<UInt32(min(segment.documentCount, 400)) {
                _ = segment.isLive(number)
                _ = try segment.version(of: number)
                _ = try segment.document(forIdentifier: try segment.identifier(of: number))
            }
            for field in snapshot.schema.textFields.indices {
                let lengths = try segment.fieldLengths(FieldID(rawValue: UInt8(field)))
                _ = (lengths.length(0), lengths.average)
            }
            for column in snapshot.schema.columns.indices { try readColumn(segment, column) }
            var terms = try segment.terms()
            while try terms.next() {
                _ = try segment.term(terms.term)
                try readList(segment, terms.info, snapshot.schema)
            }
        }
    }

    private func readColumn(_ segment: SegmentReader, _ column: Int) throws(IndexFailure) {
        let range = 0..<UInt32(min(segment.documentCount, 5_000))
        if let numbers = try segment.numbers(column) {
            var values: [Int64] = []
            numbers.fill(range, missing: 0, into: &values)
            #expect(values.count == range.count)
            for block in 0..<numbers.blockCount {
                _ = numbers.summary(ofBlock: block)
                _ = numbers.test(0...5, ofBlock: block).holds(3)
            }
            numbers.gather(Array(range), into: &values)
            #expect(values.count <= range.count)
        }
        guard let labels = try segment.ordinals(column) else { return }
        var starts: [UInt32] = []
        var ordinals: [UInt32] = []
        labels.fill(range, starts: &starts, ordinals: &ordinals)
        #expect(starts.count == range.count + 1 && starts.last.map(Int.init) == ordinals.count)
        #expect(ordinals.allSatisfy { $0 < labels.labelCount })
        for document in range {
            var single: [UInt32] = []
            labels.ordinals(document, into: &single)
            #expect(single.allSatisfy { $0 < labels.labelCount })
            _ = labels.ordinal(document)
            #expect(labels.hasOrdinal(document, in: 0..<UInt32(labels.labelCount)) == !single.isEmpty)
            _ = labels.hasOrdinal(document, among: [UInt64](repeating: 1, count: labels.labelCount / 64 + 1))
        }
        labels.gather(Array(range), into: &ordinals)
        #expect(ordinals.allSatisfy { $0 < labels.labelCount })
        for ordinal in 0..<UInt32(min(labels.labelCount, 100)) { _ = labels.label(ordinal) }
        let prefix = Array("标".utf8)
        #expect(labels.ordinals(withPrefix: prefix).allSatisfy { $0 < labels.labelCount })
        for found in [labels.range(withPrefix: prefix), labels.range(from: prefix, through: prefix + [255])] {
            #expect(found.map { $0.upperBound <= labels.labelCount } ?? true)
        }
        if let ordinal = labels.ordinal(ofLabel: prefix) { #expect(ordinal < labels.labelCount) }
    }

    private func readList(_ segment: SegmentReader, _ info: TermInfo, _ schema: Schema) throws(IndexFailure) {
        var cursor = try segment.postings(info)
        var last: Int64 = -1
        while try cursor.next() {
            #expect(Int64(cursor.document) > last && cursor.document < segment.documentCount)
            try cursor.loadMasks()
            #expect(!cursor.mask.isEmpty && schema.allFields.isSuperset(of: cursor.mask))
            last = Int64(cursor.document)
            #expect(cursor.weight(at: cursor.index) <= Peak.greatestHalf)
            try cursor.forEachFrequency(at: cursor.index, in: .max) { (field, occurrences) in
                #expect(field < schema.textFields.count && occurrences > 0)
            }
            for field in schema.textFields.indices {
                var positions: [UInt32] = []
                try cursor.positions(FieldID(rawValue: UInt8(field)), into: &positions)
                _ = try cursor.frequency(FieldID(rawValue: UInt8(field)))
            }
        }
        var weighing = try segment.postings(info)
        while try weighing.nextBlock() {
            try weighing.loadWeights()
            #expect((0...128).contains(weighing.weightBase) && weighing.weights.count >= weighing.count)
        }
        var skipping = try segment.postings(info)
        var target: UInt32 = 0
        while try skipping.advance(to: target) {
            #expect(skipping.document >= target && skipping.document < segment.documentCount)
            target = skipping.document &+ 70
        }
    }

    /// Opens the index for writing, replaces, deletes and merges.
    private func rewrite(_ folder: String) throws(IndexFailure) {
        let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
        try writer.add(Document(id: "e/1", version: 2))
        try writer.delete("e/2")
        try writer.mergeAll()
        try readAll(try writer.commit(sequence: 3))
    }

    private func expectHarmless(_ folder: String, _ body: (String) throws(IndexFailure) -> Void) {
        do {
            try body(folder)
        } catch {
            #expect(error.needsReindex, "\(error)")
        }
    }

    /// Changes `count` bytes, one after another, in the files of a kind.
    private func forge(
        _ forged: ForgedIndex,
        _ kind: String,
        count: Int,
        _ generator: inout SeededGenerator,
        _ body: (String) throws(IndexFailure) -> Void
    ) throws {
        for _ in 0..<count {
            let names = forged.files.keys.filter { $0.hasPrefix(kind) }.sorted()
            let name = try #require(names.randomElement(using: &generator))
            var bytes = try #require(forged.files[name])
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                let place = Int.random(in: IndexFile.headerSize..<ForgedIndex.bodyEnd(bytes), using: &generator)
                let other: [UInt8] = [
                    0, 1, 0x7F, 0x80, 0xFF, bytes[place] ^ 1 << UInt8.random(in: 0..<8, using: &generator),
                ]
                bytes[place] = other.randomElement(using: &generator) ?? 0
            }
            try forged.write(bytes, as: name)
            expectHarmless(forged.folder, body)
            try forged.restore()
        }
    }

    /// For how long each kind of file is forged after the first round, which is the same every time.
    ///
    /// Default: no longer, and half a minute with HUIZHI_LONG=1.
    private static let time: Duration = {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["HUIZHI_FUZZ_SECONDS"].flatMap(Int.init)
        return .seconds(seconds ?? (environment["HUIZHI_LONG"] == "1" ? 30 : 0))
    }()

    /// Runs `round` with the seed of every day, and with others until the time is over.
    ///
    /// Where one stops the process, the forged index is left in the temporary folder.
    private func rounds(_ seed: UInt64, _ round: (inout SeededGenerator) throws -> Void) rethrows {
        let end = ContinuousClock.now + Self.time
        var generator = SeededGenerator(seed: seed)
        try round(&generator)
        guard Self.time > .zero else { return }
        let other = UInt64.random(in: 0 ... .max)
        print("forging with the seed \(other)")
        generator = SeededGenerator(seed: other)
        while ContinuousClock.now < end { try round(&generator) }
    }

    @Test(arguments: ["term", "post", "posi", "docs", "cols", "upda", "live", "mani"])
    func `forged bytes are refused or harmless`(kind: String) throws {
        try withFolder { folder in
            try makeIndex(folder, documents: 4)
            let forged = try ForgedIndex(folder)
            try rounds(41) { generator in
                try forge(forged, kind, count: 120, &generator) { (folder) throws(IndexFailure) in
                    try readAll(try Snapshot.open(folder))
                }
                try forge(forged, kind, count: 40, &generator) { (folder) throws(IndexFailure) in
                    try rewrite(folder)
                }
            }
        }
    }

    @Test(arguments: ["term", "post", "docs", "cols"])
    func `forged bytes of long lists are refused or harmless`(kind: String) throws {
        try withFolder { folder in
            try makeIndex(folder, documents: 320)
            let forged = try ForgedIndex(folder)
            try rounds(43) { generator in
                try forge(forged, kind, count: 10, &generator) { (folder) throws(IndexFailure) in
                    try readAll(try Snapshot.open(folder))
                    try rewrite(folder)
                }
            }
        }
    }
}
