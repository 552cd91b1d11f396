import Bytes
import Foundation
import Index
import Testing

struct MergeThreadTests {
    /// Every merge goes on beside; four segments of any size are due.
    private func mergingBeside() -> IndexOptions {
        var options = IndexOptions()
        options.immediateMergeBytes = 0
        options.mergeFactor = 4
        options.smallestTier = 1_000
        options.deletedShare = 1
        return options
    }

    private func makeWriter(_ folder: String, _ layer: any FileLayer) throws -> IndexWriter {
        try IndexWriter(
            folder: folder,
            schema: .sample,
            analysisVersion: "1",
            options: mergingBeside(),
            files: layer
        )
    }

    /// Publishes as many segments of ten documents as are needed.
    private func publish(
        _ segments: Range<Int>,
        _ writer: IndexWriter,
        _ model: inout IndexModel,
        _ maker: inout DocumentMaker
    ) throws {
        for segment in segments {
            for number in 0..<10 {
                let document = maker.document("e/\(segment)/\(number)", version: 1)
                model.documents[document.id] = document
                try writer.add(document)
            }
            try writer.commit(sequence: UInt64(segment))
        }
    }

    private func patch(
        _ id: String,
        version: UInt64,
        _ writer: IndexWriter,
        _ model: inout IndexModel,
        _ maker: inout DocumentMaker
    ) throws {
        let patch = maker.patch(id, version: version)
        #expect(try writer.update(patch))
        model.update(patch)
    }

    @Test func `publishing goes on while a merge stands still, and what was changed meanwhile stays changed`() throws {
        try withFolder { folder in
            let layer = GatedLayer()
            let writer = try makeWriter(folder, layer)
            var model = IndexModel()
            var maker = DocumentMaker(seed: 1)
            try publish(0..<4, writer, &model, &maker)
            layer.waitForMerge()
            #expect(writer.snapshot?.segments.count == 4)

            for id in ["e/0/3", "e/2/0", "e/3/9"] {
                #expect(try writer.delete(id))
                model.documents[id] = nil
            }
            let replaced = maker.document("e/1/5", version: 2)
            model.documents[replaced.id] = replaced
            try writer.add(replaced)
            // Patched and published, patched and not published yet, patched and deleted before the merge ends.
            for id in ["e/0/1", "e/2/2", "e/3/4"] { try patch(id, version: 3, writer, &model, &maker) }
            let between = try writer.commit(sequence: 10)
            #expect(between.segments.count == 5)
            try model.check(between)
            try model.check(try Snapshot.open(folder))
            for id in ["e/0/1", "e/1/8"] { try patch(id, version: 4, writer, &model, &maker) }
            #expect(try writer.delete("e/3/4"))
            model.documents["e/3/4"] = nil

            layer.open()
            try writer.finishMerges()
            let after = try writer.commit(sequence: 11)
            #expect(after.segments.map(\.documentCount).sorted() == [1, 40])
            #expect(after.segments.map(\.liveCount).sorted() == [1, 35])
            try model.check(after)
            try between.verify()
            try Snapshot.open(folder).verify()
            #expect(try Folder.names(folder).count == 2 + 6 + 7)
        }
    }

    @Test func `a writer that goes away takes the merge going on with it`() throws {
        try withFolder { folder in
            let layer = GatedLayer()
            var model = IndexModel()
            var maker = DocumentMaker(seed: 2)
            var writer: IndexWriter? = try makeWriter(folder, layer)
            if let writer { try publish(0..<4, writer, &model, &maker) }
            layer.waitForMerge()
            layer.open()
            writer = nil
            #expect(try Folder.names(folder).allSatisfy { !$0.hasSuffix(".tmp") })
            let next = try makeWriter(folder, UnsyncedLayer())
            try model.check(try next.commit(sequence: 5))
            try next.finishMerges()
            let merged = try next.commit(sequence: 6)
            #expect(merged.segments.count == 1)
            try model.check(merged)
        }
    }

    @Test func `merging all ends the merge going on`() throws {
        try withFolder { folder in
            let layer = GatedLayer()
            let writer = try makeWriter(folder, layer)
            var model = IndexModel()
            var maker = DocumentMaker(seed: 3)
            try publish(0..<5, writer, &model, &maker)
            layer.waitForMerge()
            layer.open()
            try writer.mergeAll()
            let snapshot = try writer.commit(sequence: 9)
            #expect(snapshot.segments.count == 1)
            try model.check(snapshot)
            #expect(try Folder.names(folder).count == 2 + 6)
        }
    }

    @Test func `too many segments wait for the merge`() throws {
        try withFolder { folder in
            var options = mergingBeside()
            options.maximumSegments = 6
            let writer = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                options: options,
                files: UnsyncedLayer()
            )
            var model = IndexModel()
            var maker = DocumentMaker(seed: 4)
            try publish(0..<60, writer, &model, &maker)
            #expect((writer.snapshot?.segments.count ?? 99) <= 6)
            if let snapshot = writer.snapshot { try model.check(snapshot) }
        }
    }

    @Test func `damage that a merge meets is reported by a later call`() throws {
        try withFolder { folder in
            let layer = GatedLayer()
            let writer = try makeWriter(folder, layer)
            var model = IndexModel()
            var maker = DocumentMaker(seed: 5)
            try publish(0..<4, writer, &model, &maker)
            layer.waitForMerge()
            for name in try Folder.names(folder) where name.hasPrefix("post-") && name.hasSuffix(".hz") {
                // Written in place, because the writer has the file mapped.
                let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder + "/" + name))
                try handle.seek(toOffset: 20)
                try handle.write(contentsOf: [0xFF, 0xFF, 0xFF])
                try handle.close()
            }
            layer.open()
            let failure = #expect(throws: IndexFailure.self) { try writer.finishMerges() }
            #expect(failure?.needsReindex == true)
            #expect(throws: IndexFailure.writerFailed(folder: folder)) { try writer.commit(sequence: 9) }
        }
    }

    @Test(arguments: [UInt64(61), 62, 63])
    func `whatever comes between, a snapshot holds what was added and patched and not deleted`(seed: UInt64) throws {
        try withFolder { folder in
            var maker = DocumentMaker(seed: seed)
            var model = IndexModel()
            let writer = try makeWriter(folder, UnsyncedLayer())
            for round in 0..<40 {
                for _ in 0..<Int.random(in: 1...25, using: &maker.generator) {
                    let id = "e/\(Int.random(in: 0..<150, using: &maker.generator))"
                    if Int.random(in: 0..<3, using: &maker.generator) == 0 {
                        #expect(try writer.delete(id) == (model.documents.removeValue(forKey: id) != nil))
                    } else if Bool.random(using: &maker.generator) {
                        let patch = maker.patch(id, version: UInt64(round))
                        #expect(try writer.update(patch) == (model.documents[id] != nil))
                        model.update(patch)
                    } else {
                        let document = maker.document(id, version: UInt64(round))
                        model.documents[id] = document
                        try writer.add(document)
                    }
                }
                #expect(writer.documentCount == model.documents.count)
                let snapshot = try writer.commit(sequence: UInt64(round))
                if round % 8 == 0 { try model.check(snapshot) }
            }
            try writer.finishMerges()
            try model.check(try writer.commit(sequence: 99))
            try model.check(try Snapshot.open(folder))
        }
    }
}
