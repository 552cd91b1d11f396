import Foundation
import Index
import Query
import Testing

/// Random questions about an index that is written to all the time; with HUIZHI_LONG=1 a million of them.
struct ChangingIndexTests {
    private static let isLong = TestLength.isLong

    @Test func `every publication answers for its documents while others are added, patched, deleted and merged`()
        throws
    {
        var options = IndexOptions()
        // Merges go on beside; few documents fill the buffer.
        options.immediateMergeBytes = 0
        options.mergeFactor = 3
        options.smallestTier = 12
        options.bufferBytes = 40_000
        let fixture = try IndexFixture(options)
        var corpus = try RandomCorpus(seed: 501)
        var telling = 0
        var segments: Set<Int> = []
        for round in 1...(Self.isLong ? 2_000 : 40) {
            for _ in 0..<corpus.random.number(5...25) {
                let document = corpus.document(id: corpus.random.number(0...150), version: UInt64(round))
                switch corpus.random.number(0...9) {
                case 0...3: try fixture.add(document)
                case 4...7: try fixture.update(document)
                default: try fixture.delete(document.id)
                }
            }
            let snapshot = try fixture.commit()
            segments.insert(snapshot.segments.count)
            #expect(snapshot.documentCount == fixture.documents.count)
            let searcher = Searcher(snapshot, options: SearchOptions(windowLength: 64))
            let queries = Self.isLong ? 500 : 25
            telling += try RandomQueryTests.compare(searcher, fixture, &corpus, queries: queries, "round \(round)")
        }
        #expect(telling > (Self.isLong ? 400_000 : 400), "too few questions with some hits but not all")
        #expect(segments.count > 2, "merges changed nothing")
    }
}
