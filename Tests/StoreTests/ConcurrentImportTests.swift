import Bytes
import SQLCore
import Store
import Testing

/// Imports whose batches meet the writes of others.
@Suite(.onEveryDatabase, .namingTheDatabase) struct ConcurrentImportTests {
    @Test func `what others wrote after a batch was prepared is not lost in a later transaction of it`() async throws {
        try await withStore(change: { $0.recordsPerWrite = 4 }) { fixture in
            let other = try await fixture.another()
            let early = try await fixture.store.prepare(batch((1...12).map { record($0) }))
            // In the third transaction of the batch; the first one finds its own entries untouched.
            _ = try await other.store.apply(batch([record(10, source: "b")]))
            let outcome = try await fixture.store.commit(early)
            #expect(outcome.fates == (1...12).map { _ in .imported })
            let entry = try #require(try await fixture.store.entry("patent/CN/10"))
            #expect(entry.version == 2)
            #expect(entry.said.contains(#""source":"a""#) && entry.said.contains(#""source":"b""#))
            #expect(try await fixture.store.logHead().size == 13)
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `a source that others noted without a new version is not forgotten`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            _ = try await fixture.store.apply(batch([record(1, source: "a")]))
            // The second source repeats the words of the first, so that the entry stays as it is.
            let silent = ImportRecord(
                register: "patent",
                entry: "patent/CN/1",
                source: SourceRecord(
                    format: "format-b",
                    recordKey: "record-1",
                    digest: sha256([2]),
                    content: Array("silent".utf8)
                )
            ) { throw Rejection("not reached") }
            @Sendable func joined(_ sources: [SourceRecord]) -> Draft {
                let said = sources.map { String(decoding: $0.content, as: UTF8.self) }
                let words = said.count == 2 && said[1] == "silent" ? said[0] : said.joined(separator: "+")
                return Draft(
                    content: Array(words.utf8),
                    keys: [LookupKey(scope: "patent", field: "publication", value: "CN1")]
                )
            }
            let merge: ImportBatch.Merge = { _, _, sources in joined(sources) }
            let early = try await fixture.store.prepare(
                ImportBatch(items([record(1, source: "c")]), merge: merge)
            )
            _ = try await other.store.apply(ImportBatch(items([silent]), merge: merge))
            #expect(try await fixture.store.entry("patent/CN/1")?.version == 1)
            _ = try await fixture.store.commit(early)
            let entry = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(entry.version == 2)
            #expect(entry.said.contains("+silent+"))
        }
    }

    @Test func `versions do not depend on how batches are cut when a number is taken`() async throws {
        var digests: Set<Digest256> = []
        let records = [
            record(1, keys: ["A"]), record(2, keys: ["A", "B"]), record(2, source: "b", keys: ["A", "B"]),
            record(2, says: "second", keys: ["B", "A"]), record(1, says: "second", keys: ["C"]),
            record(2, says: "third", keys: ["A", "B"]), record(2, source: "b", keys: ["A", "B"]),
        ]
        // All sources of an entry say the same, so only the first of them makes a version.
        let merge: ImportBatch.Merge = { _, _, sources in
            Draft(
                content: Array(sources[0].content),
                keys: ["A", "B"].map { LookupKey(scope: "patent", field: "publication", value: $0) }
            )
        }
        for size in 1...records.count {
            try await withStore { fixture in
                for start in stride(from: 0, to: records.count, by: size) {
                    let part = Array(records[start..<min(start + size, records.count)])
                    _ = try await fixture.store.apply(ImportBatch(items(part), merge: merge))
                }
                let owners = try await fixture.store.owners(
                    of: ["A", "B", "C"].map { LookupKey(scope: "patent", field: "publication", value: $0) }
                )
                // The number that the first entry gave up goes to the other that still claims it.
                #expect(owners == ["patent/CN/2", "patent/CN/2", "patent/CN/1"])
                #expect(try await fixture.store.verify().findings == [])
                digests.insert(try await fixture.store.logicalDigest())
            }
        }
        #expect(digests.count == 1)
    }
}
