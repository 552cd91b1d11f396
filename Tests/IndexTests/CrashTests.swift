import Bytes
import Foundation
import Index
import Testing

struct CrashTests {
    /// What the writer does in every run, and the documents after each commit.
    private struct Story {
        private(set) var models = [IndexModel()]
        private(set) var acknowledged = 0
        private var options = IndexOptions()

        init() {
            options.bufferBytes = 2_500
            options.mergeFactor = 2
            options.smallestTier = 4
        }

        mutating func run(_ folder: String, _ layer: LossyLayer) throws {
            var maker = DocumentMaker(seed: 11)
            var model = IndexModel()
            let writer = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                options: options,
                files: layer
            )
            for round in 1...3 {
                for number in 0..<5 {
                    let document = maker.document("e/\(number + round * 2)", version: UInt64(round), maximumTokens: 4)
                    model.documents[document.id] = document
                    try writer.add(document)
                }
                model.documents["e/\(round * 2)"] = nil
                try writer.delete("e/\(round * 2)")
                // Of round 1 one is in memory still; of round 2 all have files, until they are merged.
                let patch = maker.patch("e/\(round * 2 + 1)", version: UInt64(round + 10))
                model.update(patch)
                _ = try writer.update(patch)
                if round == 2 { try writer.mergeAll() }
                models.append(model)
                try writer.commit(sequence: UInt64(round))
                acknowledged = round
            }
        }
    }

    @Test func `a machine that stops anywhere leaves the last published snapshot`() throws {
        var total = 0
        try withFolder { folder in
            let layer = LossyLayer()
            var story = Story()
            try story.run(folder, layer)
            total = layer.operations
        }
        #expect(total > 100)
        for stop in 0..<total {
            try withFolder { folder in
                let layer = LossyLayer(stoppingBefore: stop)
                var story = Story()
                #expect(throws: IndexFailure.self) { try story.run(folder, layer) }
                for survival in LossyLayer.Survival.allCases {
                    try withFolder { survivors in
                        try layer.writeSurvivors(survival, to: survivors)
                        try Self.checkSurvivors(survivors, story, stop: stop)
                    }
                }
            }
        }
    }

    private static func checkSurvivors(_ folder: String, _ story: Story, stop: Int) throws {
        let acknowledged = story.acknowledged
        var model = IndexModel()
        do {
            let snapshot = try Snapshot.open(folder)
            let sequence = Int(snapshot.sequence)
            // The publication under way may have become durable just before the end.
            #expect(sequence == acknowledged || sequence == acknowledged + 1, "stopped before operation \(stop)")
            model = story.models[sequence]
            #expect(snapshot.logicalDigest == model.logicalDigest)
            try snapshot.verify()
            if stop % 8 == 0 { try model.check(snapshot) }
        } catch let error as IndexFailure {
            #expect(error == .missing(folder: folder), "stopped before operation \(stop)")
            #expect(acknowledged == 0, "stopped before operation \(stop)")
        }
        let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
        #expect(writer.logicalDigest == model.logicalDigest)
        #expect(try Folder.names(folder).allSatisfy { !$0.hasSuffix(".tmp") })
        guard stop % 8 == 0 else { return }
        var maker = DocumentMaker(seed: 5)
        let document = maker.document("e/new", version: 9)
        try writer.add(document)
        model.documents[document.id] = document
        try model.check(try writer.commit(sequence: 9))
    }
}
