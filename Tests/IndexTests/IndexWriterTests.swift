import Index
import Testing

struct IndexWriterTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func `a snapshot holds what was added, replaced, patched and deleted, whatever merges came`(seed: UInt64) throws {
        try withFolder { folder in
            var maker = DocumentMaker(seed: seed)
            var options = IndexOptions()
            options.bufferBytes = 6_000
            options.mergeFactor = 3
            options.smallestTier = 8
            var model = IndexModel()
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", options: options)
            for round in 1...4 {
                for _ in 0..<60 {
                    let id = "patent/CN\(Int.random(in: 0..<90, using: &maker.generator))"
                    if Int.random(in: 0..<4, using: &maker.generator) == 0 {
                        #expect(try writer.delete(id) == (model.documents.removeValue(forKey: id) != nil))
                    } else if Bool.random(using: &maker.generator) {
                        let patch = maker.patch(id, version: UInt64(round))
                        #expect(try writer.update(patch) == (model.documents[id] != nil))
                        model.update(patch)
                    } else {
                        let document = maker.document(id, version: UInt64(round))
                        try writer.add(document)
                        model.documents[id] = document
                    }
                    #expect(writer.documentCount == model.documents.count)
                }
                let snapshot = try writer.commit(sequence: UInt64(round), payload: ["round": "\(round)"])
                try model.check(snapshot)
                let opened = try Snapshot.open(folder)
                #expect(opened.sequence == UInt64(round))
                #expect(opened.payload == ["round": "\(round)"])
                #expect(opened.schema == .sample)
                try model.check(opened)
                try opened.verify()
            }
        }
    }
}
