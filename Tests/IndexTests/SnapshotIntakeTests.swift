import Bytes
import Foundation
import Index
import Testing

struct SnapshotIntakeTests {
    /// A folder with a publication of several segments and deletions, and what stands in it.
    private func withSource(_ body: (_ source: String, _ target: String, Snapshot) throws -> Void) throws {
        try withFolder { folder in
            var maker = DocumentMaker(seed: 5)
            var writer: IndexWriter? = try self.writer(folder + "/source")
            for segment in 0..<3 {
                for number in 0..<40 { try writer?.add(maker.document("e/\(segment)/\(number)", version: 1)) }
                try writer?.commit(sequence: UInt64(segment))
            }
            try writer?.delete("e/1/7")
            let snapshot = try #require(try writer?.commit(sequence: 9, payload: ["log": "9:abc"]))
            writer = nil
            try body(folder + "/source", folder + "/target", snapshot)
        }
    }

    private func writer(_ folder: String) throws -> IndexWriter {
        try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
    }

    private func intake(
        _ folder: String,
        _ files: PublishedFiles,
        schema: Schema = .sample,
        analysisVersion: String = "1",
        layer: any FileLayer = UnsyncedLayer()
    ) throws -> SnapshotIntake {
        try SnapshotIntake(
            folder: folder,
            manifest: files.manifest.bytes(0..<files.manifest.count),
            origin: "http://sibling",
            schema: schema,
            analysisVersion: analysisVersion,
            files: layer
        )
    }

    private func take(_ part: SnapshotIntake.Part, _ files: PublishedFiles, _ intake: SnapshotIntake) throws {
        let file = try #require(files[part.name])
        for start in stride(from: part.here, to: part.length, by: 100) {
            try intake.append(file.bytes(start..<min(start + 100, part.length)), to: part)
        }
        try intake.finish(part)
    }

    @Test func `a copied publication is the same one and can be gone on from`() throws {
        try withSource { source, target, snapshot in
            let files = try PublishedFiles.open(source)
            var taker: SnapshotIntake? = try intake(target, files)
            let parts = try #require(try taker?.missing())
            #expect(parts.reduce(0) { $0 + $1.length } == taker?.byteCount && taker?.byteCount == snapshot.byteCount)
            for part in parts { try take(part, files, #require(taker)) }
            let copied = try #require(try taker?.publish())
            #expect(copied.sequence == 9 && copied.payload == ["log": "9:abc"] && copied.documentCount == 119)
            #expect(copied.logicalDigest == snapshot.logicalDigest)
            try copied.verify()
            #expect(throws: IndexFailure.locked(folder: target, holder: getpid())) { try writer(target) }
            taker = nil
            let next = try writer(target)
            #expect(next.snapshot?.generation == 1 && next.documentCount == 119)
            #expect(try next.delete("e/0/0"))
            #expect(try next.commit(sequence: 10).documentCount == 118)
        }
    }

    @Test func `a copy that was left goes on where it was`() throws {
        try withSource { source, target, _ in
            let files = try PublishedFiles.open(source)
            var taker: SnapshotIntake? = try intake(target, files)
            let parts = try #require(try taker?.missing())
            try take(parts[0], files, #require(taker))
            let second = try #require(files[parts[1].name])
            try taker?.append(second.bytes(0..<77), to: parts[1])
            taker = nil
            let again = try intake(target, files)
            let missing = try again.missing()
            #expect(missing.map(\.name) == parts.dropFirst().map(\.name))
            #expect(missing[0].here == 77 && missing.dropFirst().allSatisfy { $0.here == 0 })
            for part in missing { try take(part, files, again) }
            #expect(try again.publish().documentCount == 119)
        }
    }

    @Test func `wrong bytes are never given a name`() throws {
        try withSource { source, target, _ in
            let files = try PublishedFiles.open(source)
            let taker = try intake(target, files)
            let part = try #require(try taker.missing().first)
            var bytes = try #require(files[part.name]).bytes(0..<part.length)
            bytes[part.length / 2] ^= 1
            try taker.append(bytes, to: part)
            let refusal = IndexFailure.corrupt(
                file: part.name,
                reason: "its bytes do not have the digest in its name"
            )
            #expect(throws: refusal) { try taker.finish(part) }
            #expect(try taker.missing().first == part)
            #expect(throws: IndexFailure.corrupt(file: part.name, reason: "it is longer than its manifest says")) {
                try taker.append(bytes + [0], to: part)
            }
            #expect(throws: IndexFailure.self) { try taker.publish() }
            #expect(throws: IndexFailure.missing(folder: target)) { try Snapshot.open(target) }
        }
    }

    @Test func `a publication of another schema or analysis is refused by its origin`() throws {
        try withSource { source, target, _ in
            let files = try PublishedFiles.open(source)
            let failure = IndexFailure.analysisMismatch(folder: "http://sibling", found: "1", wanted: "2")
            #expect(throws: failure) { try intake(target, files, analysisVersion: "2") }
            var other = Schema.sample
            other.columns.removeLast()
            #expect(
                throws: IndexFailure.schemaMismatch(
                    folder: "http://sibling",
                    found: Schema.sample.digest,
                    wanted: other.digest
                )
            ) { try intake(target, files, schema: other) }
        }
    }

    @Test func `opened files outlive what the writer removes`() throws {
        try withSource { source, target, snapshot in
            let files = try PublishedFiles.open(source)
            let writer = try writer(source)
            try writer.mergeAll()
            try writer.commit(sequence: 10)
            let taker = try intake(target, files)
            let parts = try taker.missing()
            #expect(parts.contains { !FileManager.default.fileExists(atPath: source + "/" + $0.name) })
            for part in parts { try take(part, files, taker) }
            #expect(try taker.publish().logicalDigest == snapshot.logicalDigest)
        }
    }

    @Test func `a publication that cannot be used here is replaced by a newer number`() throws {
        try withSource { source, target, _ in
            var old: IndexWriter? = try IndexWriter(
                folder: target,
                schema: .sample,
                analysisVersion: "0",
                files: UnsyncedLayer()
            )
            for sequence in 1...5 { try old?.commit(sequence: UInt64(sequence)) }
            let files = try PublishedFiles.open(source)
            #expect(throws: IndexFailure.locked(folder: target, holder: getpid())) { try intake(target, files) }
            old = nil
            let taker = try intake(target, files)
            for part in try taker.missing() { try take(part, files, taker) }
            #expect(try taker.publish().generation == 6)
            #expect(try Snapshot.open(target).sequence == 9)
        }
    }

    @Test(arguments: LossyLayer.Survival.allCases)
    func `a machine that stops while copying leaves a copy that goes on, or a whole publication`(
        survival: LossyLayer.Survival
    ) throws {
        try withSource { source, target, snapshot in
            let files = try PublishedFiles.open(source)
            for stop in stride(from: 1, through: 400, by: 13) {
                let layer = LossyLayer(stoppingBefore: stop)
                let place = target + "/\(survival)-\(stop)"
                do {
                    let taker = try intake(place, files, layer: layer)
                    for part in try taker.missing() { try take(part, files, taker) }
                    _ = try taker.publish()
                } catch {
                    #expect(error as? IndexFailure != nil)
                }
                let survivors = target + "/\(survival)-\(stop)-after"
                try FileManager.default.createDirectory(atPath: survivors, withIntermediateDirectories: true)
                try layer.writeSurvivors(survival, to: survivors)
                if let whole = try? Snapshot.open(survivors) {
                    try whole.verify()
                    #expect(whole.logicalDigest == snapshot.logicalDigest, "stopped before \(stop)")
                    continue
                }
                let again = try intake(survivors, files)
                for part in try again.missing() {
                    do {
                        try take(part, files, again)
                    } catch IndexFailure.corrupt where part.here > 0 {
                        // Bytes that never reached the disk: the file is fetched whole.
                        let whole = try #require(try again.missing().first { $0.name == part.name })
                        #expect(whole.here == 0)
                        try take(whole, files, again)
                    }
                }
                #expect(try again.publish().logicalDigest == snapshot.logicalDigest, "stopped before \(stop)")
            }
        }
    }
}
