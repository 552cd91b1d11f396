import Bytes
import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct BlobTests {
    private func save(_ fixture: Fixture, _ entry: String, _ blobs: [Digest256], _ content: String = "{}") async throws
    {
        _ = try await fixture.store.save(
            [
                EntryChange(
                    register: "r",
                    entry: entry,
                    expectedVersion: nil,
                    draft: Draft(content: Array(content.utf8), blobs: blobs)
                )
            ],
            author: "a"
        )
    }

    @Test func `bytes come back whole and part by part`() async throws {
        try await withStore { fixture in
            let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let digest = try await fixture.store.stage(bytes)
            #expect(digest == sha256(bytes))
            #expect(try await fixture.store.stage(bytes) == digest)
            #expect(try await fixture.store.blob(digest) == bytes)
            #expect(try await fixture.store.blobSize(digest) == 600_000)
            var parts: [Int] = []
            while let part = try await fixture.store.blobPart(Int64(parts.count), of: digest) {
                parts.append(part.count)
            }
            #expect(parts == [262_144, 262_144, 75_712])
            let empty = try await fixture.store.stage([])
            #expect(try await fixture.store.blob(empty) == [])
            #expect(try await fixture.store.blob(sha256([9])) == nil)
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `what no entry names is swept after seven days, what one names stays`() async throws {
        try await withStore { fixture in
            let day: Int64 = 24 * 3_600 * 1_000_000
            let named = try await fixture.store.stage([1])
            let loose = try await fixture.store.stage([2])
            let again = try await fixture.store.stage([3])
            try await save(fixture, "r/1", [named])
            try await save(fixture, "r/1", [], "[]")
            fixture.clock.advance(6 * day)
            _ = try await fixture.store.stage([3])
            #expect(try await fixture.store.sweepBlobs() == 0)
            fixture.clock.advance(day + 1)
            #expect(try await fixture.store.sweepBlobs() == 1)
            #expect(try await fixture.store.blob(loose) == nil)
            #expect(try await fixture.store.blob(named) == [1])
            #expect(try await fixture.store.blob(again) == [3])
            // A tombstone names nothing any more.
            try await fixture.store.withdraw(["r/1"], as: .withdrawn, author: "system")
            fixture.clock.advance(7 * day + 1)
            #expect(try await fixture.store.sweepBlobs() == 2)
            #expect(try await fixture.store.blob(named) == nil)
        }
    }

    @Test func `a large blob comes and goes in many short transactions`() async throws {
        try await withStore(change: { options in
            options.writeTime = .zero
            options.blobPart = 1_000
        }) { fixture in
            let bytes = (0..<40_500).map { UInt8(truncatingIfNeeded: $0 &* 13) }
            let digest = try await fixture.store.stage(bytes)
            #expect(try await fixture.store.blob(digest) == bytes)
            // As if it had broken off: a blob that is not whole is not there, and can be staged again.
            try await fixture.database.write { transaction in
                try transaction.run(Statement("UPDATE blob SET complete = 0"))
                try transaction.run(Statement("DELETE FROM blob_part WHERE part > 20"))
            }
            #expect(try await fixture.store.blob(digest) == nil)
            #expect(try await fixture.store.stage(bytes) == digest)
            #expect(try await fixture.store.blob(digest) == bytes)
            fixture.clock.advance(8 * 24 * 3_600 * 1_000_000)
            #expect(try await fixture.store.sweepBlobs() == 1)
            #expect(try await fixture.store.blob(digest) == nil)
            let parts = try await fixture.database.read { transaction in
                try transaction.first(Statement("SELECT count(*) FROM blob_part")) { try $0.integer(0) }
            }
            #expect(parts == 0)
        }
    }

    @Test func `what a picture file was made into is known until the picture is swept`() async throws {
        try await withStore { fixture in
            let source = sha256([1, 1])
            #expect(try await fixture.store.picture(of: source) == nil)
            let kept = try await fixture.store.keep([9, 9], width: 3, height: 4, madeOf: source)
            #expect(kept.digest == sha256([9, 9]) && kept.width == 3 && kept.height == 4)
            #expect(try await fixture.store.picture(of: source) == kept)
            let later = try await fixture.store.keep([8], width: 1, height: 2, madeOf: source)
            #expect(try await fixture.store.picture(of: source) == later)
            try await save(fixture, "r/1", [later.digest])
            fixture.clock.advance(8 * 24 * 3_600 * 1_000_000)
            #expect(try await fixture.store.sweepBlobs() == 1)
            #expect(try await fixture.store.picture(of: source) == later)
            try await fixture.store.withdraw(["r/1"], as: .withdrawn, author: "system")
            #expect(try await fixture.store.picture(of: source) == nil, "it may be swept at any moment")
            _ = try await fixture.store.keep([8], width: 1, height: 2, madeOf: source)
            #expect(try await fixture.store.picture(of: source) == later)
            fixture.clock.advance(8 * 24 * 3_600 * 1_000_000)
            #expect(try await fixture.store.sweepBlobs() == 1)
            #expect(try await fixture.store.picture(of: source) == nil)
            let rows = try await fixture.database.read { transaction in
                try transaction.first(Statement("SELECT count(*) FROM picture")) { try $0.integer(0) }
            }
            #expect(rows == 0)
        }
    }

    @Test func `an entry cannot name bytes that are not there`() async throws {
        try await withStore { fixture in
            await #expect {
                try await save(fixture, "r/1", [sha256([1])])
            } throws: { error in
                if case StoreError.refused("r/1", let reason) = error { reason.contains("not staged") } else { false }
            }
            let outcome = try await fixture.store.apply(
                batch([
                    ImportRecord(register: "r", entry: "r/2", source: record(1).source) {
                        Draft(content: [], blobs: [sha256([1])])
                    }
                ])
            )
            #expect(outcome.count { if case .rejected(.some) = $0 { true } else { false } } == 1)
            // Swept between preparing and committing: prepared again, and then left out.
            let blob = try await fixture.store.stage([7])
            let early = try await fixture.store.prepare(
                batch([
                    ImportRecord(register: "r", entry: "r/3", source: record(1).source) {
                        Draft(content: [], blobs: [blob])
                    }, record(4),
                ])
            )
            fixture.clock.advance(8 * 24 * 3_600 * 1_000_000)
            #expect(try await fixture.store.sweepBlobs() == 1)
            let late = try await fixture.store.commit(early)
            #expect(late.fates.map { $0 == .imported } == [false, true])
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `an import leaves out the names of bytes that are not there, where it can`() async throws {
        try await withStore { fixture in
            let blob = try await fixture.store.stage([7])
            func batch() -> ImportBatch {
                let naming = ImportRecord(register: "r", entry: "r/1", source: record(1).source) {
                    Draft(content: Array("named".utf8), blobs: [blob, sha256([1])])
                }
                return ImportBatch(
                    items([naming]),
                    omit: { entry, sources, missing in
                        guard entry == "r/1", sources.count == 1, !missing.isEmpty else { throw Rejection("strange") }
                        return Draft(
                            content: Array("without \(missing.count)".utf8),
                            blobs: missing.contains(blob) ? [] : [blob]
                        )
                    },
                    merge: mergeSources
                )
            }
            // Swept between preparing and committing: prepared again.
            let early = try await fixture.store.prepare(batch())
            fixture.clock.advance(8 * 24 * 3_600 * 1_000_000)
            #expect(try await fixture.store.sweepBlobs() == 1)
            #expect(try await fixture.store.commit(early).fates == [.imported])
            #expect(try await fixture.store.entry("r/1")?.said == "without 2")
            #expect(try await fixture.store.verify().findings == [])
        }
    }
}
