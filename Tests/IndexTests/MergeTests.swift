import Bytes
import Index
import Testing

@testable import Index

struct MergeTests {
    /// Limits so low that a few hundred documents become many segments.
    private func manySegments() -> IndexOptions {
        var options = IndexOptions()
        options.bufferBytes = 20_000
        options.mergeFactor = 3
        options.smallestTier = 10
        return options
    }

    @Test(arguments: [UInt64(21), 22, 23, 24])
    func `a merged index has the very files that a fresh build of the same documents has`(seed: UInt64) throws {
        try withFolder { merged in
            try withFolder { fresh in
                var maker = DocumentMaker(seed: seed)
                let options = manySegments()
                var model = IndexModel()
                let writer = try IndexWriter(
                    folder: merged,
                    schema: .sample,
                    analysisVersion: "1",
                    options: options,
                    files: UnsyncedLayer()
                )
                for step in 0..<300 {
                    let document = maker.document("e/\(Int.random(in: 0..<200, using: &maker.generator))", version: 1)
                    model.documents[document.id] = document
                    try writer.add(document)
                    if step % 7 == 0, let id = model.documents.keys.min() {
                        model.documents[id] = nil
                        try writer.delete(id)
                    }
                    if step % 5 == 0, let id = model.documents.keys.max() {
                        let patch = maker.patch(id, version: 2)
                        #expect(try writer.update(patch))
                        model.update(patch)
                    }
                    if step % 100 == 0 { try writer.commit(sequence: 1) }
                }
                try writer.mergeAll()
                try model.check(try writer.commit(sequence: 2))
                let other = try IndexWriter(
                    folder: fresh,
                    schema: .sample,
                    analysisVersion: "1",
                    files: UnsyncedLayer()
                )
                for document in model.documents.values.shuffled(using: &maker.generator) { try other.add(document) }
                try other.commit(sequence: 2)
                let names = try Folder.names(fresh)
                #expect(names.count == 8)
                #expect(try Folder.names(merged) == names)
                #expect(writer.logicalDigest == other.logicalDigest)
            }
        }
    }

    @Test func `segments of one size are merged when there are enough of them`() {
        var options = IndexOptions()
        options.mergeFactor = 3
        options.smallestTier = 10
        func due(_ counts: [(Int, Int)], taken: Set<Int> = []) -> [[Int]] {
            MergePolicy(options: options).due(
                counts.enumerated().map { place, counts in
                    .init(documentCount: counts.0, liveCount: counts.1, isTaken: taken.contains(place))
                }
            )
        }
        #expect(due([]) == [])
        #expect(due([(5, 5), (6, 6)]) == [])
        #expect(due([(5, 5), (100, 100), (6, 6), (1, 1)]) == [[3, 0, 2]])
        #expect(due([(5, 5), (100, 100), (6, 6), (1, 1)], taken: [0]) == [])
        #expect(due([(100, 100), (12, 12), (500, 500), (1, 1), (2, 2)]) == [])
        #expect(due([(100, 60), (5, 5)]) == [[0]])
        #expect(
            due([(100, 60), (5, 5), (4, 4), (12, 12), (3, 3), (13, 13), (15, 15)]) == [[4, 2, 1], [3, 5, 6], [0]]
        )
        options.maximumSegmentDocuments = 40
        #expect(due([(15, 15), (16, 16), (17, 17)]) == [[0, 1]])
        #expect(due([(20, 20), (25, 25), (30, 30)]) == [])
    }

    @Test func `the number of segments grows slowly`() throws {
        try withFolder { folder in
            var options = IndexOptions()
            options.mergeFactor = 4
            options.smallestTier = 4
            let writer = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                options: options,
                files: UnsyncedLayer()
            )
            var most = 0
            for number in 0..<100 {
                try writer.add(Document(id: "e/\(number)", version: 1))
                most = max(most, try writer.commit(sequence: UInt64(number)).segments.count)
            }
            #expect(most <= 12)
            #expect(writer.documentCount == 100)
        }
    }
}
