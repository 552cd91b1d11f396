import Bytes
import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct ImportTests {
    private typealias Fate = ImportOutcome.Fate

    private let file = FileIdentity(path: "/data/a.xml", size: 10, modifiedAt: 20, headDigest: sha256([1]))

    @Test func `a record is imported once and unchanged from then on`() async throws {
        try await withStore { fixture in
            let first = try await fixture.store.apply(batch([record(1), record(2)]))
            #expect(first.fates == [.imported, .imported])
            #expect(first.logSize == 2)
            let head = try await fixture.store.logHead()
            let again = try await fixture.store.apply(batch([record(2), record(1), record(3)]))
            #expect(again.fates == [.unchanged, .unchanged, .imported])
            #expect(try await fixture.store.logHead().size == head.size + 1)
            let none = try await fixture.store.apply(batch([record(1), record(2), record(3)]))
            #expect(none.fates == [.unchanged, .unchanged, .unchanged])
            #expect(none.writes == 0)
        }
    }

    @Test func `the draft of an unchanged record is never made`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([record(1)]))
            let known = record(1)
            let lazy = ImportRecord(register: known.register, entry: known.entry, source: known.source) {
                throw Rejection("made")
            }
            #expect(try await fixture.store.apply(batch([lazy])).fates == [.unchanged])
        }
    }

    @Test func `a digest is what the salt, content and texts give`() async throws {
        try await withStore { fixture in
            // Computed apart with Python's hashlib.
            _ = try await fixture.store.apply(batch([record(1)]))
            let entry = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(entry.digest.description == "f9d3f74b35d0a360142989ddfa24524086080f42815f1a7e5c883510f1635724")
            #expect(
                try await fixture.store.logicalDigest().description
                    == "5da273407bb28dbb6a9233c60b194a27cbe2c3553938a4b98ba17853923321b9"
            )
        }
        try await withStore { fixture in
            let texts = [EntryText(part: "description", language: "zh", text: "描述")]
            _ = try await fixture.store.apply(batch([record(1, texts: texts)]))
            let entry = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(entry.digest.description == "7bf7ae196d73ef106eee2bc15b01e757b9cdcdcd77b389c3348a84f3b4ef1be7")
        }
    }

    @Test func `a changed record makes a new version and keeps the old one`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([record(1, keys: ["A", "B"])]))
            fixture.clock.advance(5)
            _ = try await fixture.store.apply(batch([record(1, says: "second", keys: ["B", "C"])]))
            let entry = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(entry.version == 2 && entry.sequence == 2 && entry.said.contains("second"))
            let old = try #require(try await fixture.store.version(1, of: "patent/CN/1"))
            #expect(old.said.contains("first") && old.time == entry.time - 5)
            #expect(try await fixture.store.version(2, of: "patent/CN/1") == entry)
            #expect(try await fixture.store.version(3, of: "patent/CN/1") == nil)
            #expect(try await fixture.store.versions(of: "patent/CN/1").map(\.version) == [1, 2])
            let keys = ["A", "B", "C"].map { LookupKey(scope: "patent", field: "publication", value: $0) }
            #expect(try await fixture.store.owners(of: keys) == [nil, "patent/CN/1", "patent/CN/1"])
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `records of one entry in one batch are versions in their order, however the batch is cut`() async throws
    {
        var digests: Set<Digest256> = []
        let records =
            (0..<10).map { record($0) } + (0..<10).map { record($0, says: "second") }
            + [record(3, says: "third"), record(3, says: "third"), record(3, says: "fourth")]
        for size in [1, 4, 7, records.count] {
            try await withStore { fixture in
                var fates: [Fate] = []
                for start in stride(from: 0, to: records.count, by: size) {
                    let part = records[start..<min(start + size, records.count)]
                    fates += try await fixture.store.apply(batch(Array(part))).fates
                }
                #expect(fates.map { $0 == .imported } == (0..<23).map { $0 != 21 })
                #expect(try await fixture.store.entry("patent/CN/3")?.version == 4)
                #expect(try await fixture.store.entry("patent/CN/4")?.version == 2)
                #expect(try await fixture.store.verify().findings == [])
                digests.insert(try await fixture.store.logicalDigest())
            }
        }
        #expect(digests.count == 1)
    }

    @Test func `what several sources say is merged in their order`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([record(1, source: "b")]))
            _ = try await fixture.store.apply(batch([record(1, source: "a")]))
            let merged = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(
                merged.said
                    == #"[{"number":1,"says":"first","source":"a"},{"number":1,"says":"first","source":"b"}]"#
            )
            _ = try await fixture.store.apply(batch([record(1, says: "second", source: "b")]))
            let again = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(
                again.said
                    == #"[{"number":1,"says":"first","source":"a"},{"number":1,"says":"second","source":"b"}]"#
            )
            let sources = try await fixture.store.sources(of: "patent/CN/1")
            #expect(sources.map(\.format) == ["format-a", "format-b"])
            #expect(String(decoding: sources[1].content, as: UTF8.self).contains("second"))
            #expect(try await fixture.store.apply(batch([record(1, source: "a")])).fates == [.unchanged])
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `a source that changes nothing makes no version, and is remembered`() async throws {
        try await withStore { fixture in
            let content = Array(#"{"a":1}"#.utf8)
            @Sendable func same(_ digest: UInt8) -> ImportRecord {
                ImportRecord(
                    register: "patent",
                    entry: "patent/CN/1",
                    source: SourceRecord(format: "f", recordKey: "k", digest: sha256([digest]), content: content)
                ) { Draft(content: content) }
            }
            _ = try await fixture.store.apply(batch([same(1)]))
            #expect(try await fixture.store.apply(batch([same(2)])).fates == [.imported])
            #expect(try await fixture.store.apply(batch([same(2)])).fates == [.unchanged])
            #expect(try await fixture.store.entry("patent/CN/1")?.version == 1)
            #expect(try await fixture.store.logHead().size == 1)
        }
    }

    @Test func `a record that cannot be kept is rejected with its reason, and the rest goes in`() async throws {
        try await withStore(change: { $0.largestContent = 100 }) { fixture in
            let refusing = ImportRecord(register: "patent", entry: "patent/CN/9", source: record(9).source) {
                throw Rejection("no number")
            }
            let records = [
                record(1), refusing, record(2, says: String(repeating: "x", count: 100)),
                record(3, texts: [EntryText(part: "abstract", language: "", text: "a\0b")]), record(4, keys: ["a\tb"]),
                record(6, keys: ["a\r"]), record(5),
            ]
            var places = items(records)
            places.append(ImportItem(position: 8, record: nil))
            let outcome = try await fixture.store.apply(ImportBatch(places, merge: mergeSources))
            #expect(
                outcome.fates == [
                    .imported, .rejected("no number"), .rejected("content of 135 bytes, more than 100"),
                    .rejected("U+0000 in abstract"), .rejected("a control character in publication"),
                    .rejected("a control character in publication"), .imported, .rejected(nil),
                ]
            )
            #expect(try await fixture.store.counts() == [RegisterCount(register: "patent", entries: 2, tombstones: 0)])
        }
    }

    @Test func `U+0000 anywhere in a record rejects that record alone`() async throws {
        try await withStore { fixture in
            let good = record(1)
            let places = [
                ImportRecord(register: "patent", entry: "patent/CN/\0", source: good.source, draft: good.draft),
                ImportRecord(register: "pat\0ent", entry: "patent/CN/2", source: good.source, draft: good.draft),
                ImportRecord(
                    register: "patent",
                    entry: "patent/CN/3",
                    source: SourceRecord(
                        format: "f",
                        recordKey: "k\0",
                        digest: good.source.digest,
                        content: good.source.content
                    ),
                    draft: good.draft
                ),
                ImportRecord(register: "patent", entry: "patent/CN/4", source: good.source) {
                    Draft(content: [], orders: [OrderValue(field: "name", text: "a\0")])
                },
                ImportRecord(register: "patent", entry: "patent/CN/5", source: good.source) {
                    Draft(content: [], texts: [EntryText(part: "notes\0", language: "", text: "a")])
                },
                good,
            ]
            let outcome = try await fixture.store.apply(batch(places))
            #expect(
                outcome.fates == [
                    .rejected("U+0000 in a number"), .rejected("U+0000 in a number"),
                    .rejected("U+0000 in the name of a source"), .rejected("U+0000 in name"),
                    .rejected("a control character in the name of a text"), .imported,
                ]
            )
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `a number that another entry has stays with the first, and the conflict is told`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([record(1, keys: ["A"])]))
            let outcome = try await fixture.store.apply(batch([record(2, keys: ["A", "B", "B"])]))
            let key = LookupKey(scope: "patent", field: "publication", value: "A")
            #expect(
                outcome.keyConflicts == [
                    ImportOutcome.KeyConflict(key: key, owner: "patent/CN/1", entry: "patent/CN/2")
                ]
            )
            #expect(try await fixture.store.entry(with: key) == "patent/CN/1")
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `progress is noted with the records, and only for the same file`() async throws {
        try await withStore(change: { $0.recordsPerWrite = 2 }) { fixture in
            #expect(try await fixture.store.importProgress(of: file) == nil)
            try await fixture.store.beginImport(of: file)
            var places = items([record(1), record(2), record(3)])
            places.append(ImportItem(position: 9, record: nil))
            let outcome = try await fixture.store.apply(ImportBatch(places, file: file, merge: mergeSources))
            #expect(outcome.writes == 2)
            _ = try await fixture.store.apply(
                ImportBatch([ImportItem(position: 12, record: record(2))], file: file, start: 9, merge: mergeSources)
            )
            let progress = try #require(try await fixture.store.importProgress(of: file))
            #expect(progress.position == 12 && progress.imported == 3 && progress.unchanged == 1)
            #expect(progress.rejected == 1 && progress.read == 5 && !progress.isFinished)
            try await fixture.store.finishImport(of: file, at: 12)
            #expect(try await fixture.store.importProgress(of: file)?.isFinished == true)
            let grown = FileIdentity(path: file.path, size: 11, modifiedAt: 20, headDigest: sha256([1]))
            #expect(try await fixture.store.importProgress(of: grown) == nil)
            try await fixture.store.beginImport(of: grown)
            #expect(try await fixture.store.importProgress(of: grown)?.position == 0)
            #expect(try await fixture.store.importProgress(of: file) == nil)
        }
    }

    @Test func `an import whose last batches a crash of the server took away does not go on over the gap`() async throws
    {
        try await withStore { fixture in
            let store = fixture.store
            try await store.beginImport(of: file)
            _ = try await store.apply(batch([record(1), record(2)], file: file))
            // The server comes back without what was stored last.
            let lose = Statement("UPDATE import_file SET position = 1 WHERE path = $1")
            try await fixture.database.write { try $0.run(lose, [.text(file.path)]) }
            let lost = StoreError.importWentBack(file.path)
            let next = ImportBatch([ImportItem(position: 3, record: record(3))], file: file, merge: mergeSources)
            await #expect(throws: lost) { try await store.apply(next) }
            await #expect(throws: lost) { try await store.finishImport(of: file, at: 2) }
            #expect(try await store.entry("patent/CN/3") == nil)
            #expect(try await store.importProgress(of: file)?.isFinished == false)
            // From where the database stands it goes on.
            let rest = [ImportItem(position: 2, record: record(2)), ImportItem(position: 3, record: record(3))]
            let outcome = try await store.apply(ImportBatch(rest, file: file, merge: mergeSources))
            #expect(outcome.fates == [.unchanged, .imported])
            try await store.finishImport(of: file, at: 3)
            #expect(try await store.importProgress(of: file)?.isFinished == true)
        }
    }

    @Test func `an import that broke off goes on to the same store as an undisturbed one`() async throws {
        let records = (0..<60).map { record($0 % 40, says: $0 < 40 ? "first" : "second") }
        let whole = try await withStore { fixture in
            _ = try await fixture.store.apply(batch(records))
            return try await fixture.store.logicalDigest()
        }
        struct Broken: Error {}
        try await withStore(change: { $0.recordsPerWrite = 8 }) { fixture in
            let file = file
            try await fixture.store.beginImport(of: file)
            for stop in [13, 27, 41, 200] {
                let position = Int(try await fixture.store.importProgress(of: file)?.position ?? 0)
                let rest = items(records).dropFirst(position).prefix(stop).map { item in
                    item.position == 30 && stop == 27
                        ? ImportItem(
                            position: 30,
                            record: ImportRecord(register: "patent", entry: "patent/CN/x", source: record(99).source) {
                                throw Broken()
                            }
                        ) : item
                }
                do {
                    _ = try await fixture.store.apply(ImportBatch(Array(rest), file: file, merge: mergeSources))
                } catch is Broken {
                    continue
                }
            }
            #expect(try await fixture.store.importProgress(of: file)?.position == 60)
            #expect(try await fixture.store.logicalDigest() == whole)
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `a batch prepared before others wrote is prepared again`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            let early = try await fixture.store.prepare(batch([record(1, source: "a"), record(2)]))
            _ = try await other.store.apply(batch([record(1, source: "b")]))
            let outcome = try await fixture.store.commit(early)
            #expect(outcome.fates == [.imported, .imported])
            let entry = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(entry.version == 2)
            #expect(entry.said.hasPrefix("[{") && entry.said.contains(#""source":"b""#))
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `batches may be prepared while earlier ones are committed`() async throws {
        try await withStore(change: { $0.recordsPerWrite = 32 }) { fixture in
            var waiting = try await fixture.store.prepare(batch((0..<50).map { record($0) }))
            for round in 1..<6 {
                // Every round changes some entries of the round before.
                let next = batch((0..<50).map { record(25 * round + $0, says: "round \(round)") })
                let earlier = waiting
                async let committed = fixture.store.commit(earlier)
                let prepared = try await fixture.store.prepare(next)
                let outcome = try await committed
                #expect(outcome.fates == (0..<50).map { _ in .imported })
                waiting = prepared
            }
            _ = try await fixture.store.commit(waiting)
            #expect(try await fixture.store.entry("patent/CN/30")?.version == 2)
            #expect(try await fixture.store.logHead().size == 300)
            #expect(try await fixture.store.verify().findings == [])
        }
    }
}
