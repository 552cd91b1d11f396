import Bytes
import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct EntryTests {
    private func change(
        _ entry: String,
        _ content: String,
        expecting version: Int64? = nil,
        keys: [String] = [],
        texts: [EntryText] = [],
        kept: [TextSlot] = [],
        orders: [OrderValue] = [],
        blobs: [Digest256] = []
    ) -> EntryChange {
        EntryChange(
            register: "outlet",
            entry: entry,
            expectedVersion: version,
            draft: Draft(
                content: Array(content.utf8),
                texts: texts,
                keptTexts: kept,
                keys: keys.map { LookupKey(scope: "outlet", field: "code", value: $0) },
                orders: orders,
                blobs: blobs
            )
        )
    }

    @Test func `entries are read in the order asked for, nil where there are none`() async throws {
        try await withStore { fixture in
            let saved = try await fixture.store.save([change("o/1", "{}"), change("o/2", "[]")], author: "anna")
            #expect(saved == SaveResult(versions: [1, 1], logSize: 2))
            let read = try await fixture.store.entries(["o/2", "o/3", "o/1"])
            #expect(read.map { $0?.said } == ["[]", nil, "{}"])
            #expect(try await fixture.store.entry("o/3") == nil)
            #expect(try await fixture.store.changes(after: .start).changes.map(\.author) == ["anna", "anna"])
            #expect(try await fixture.store.entries(following: "", limit: 1).map(\.entry) == ["o/1"])
            #expect(try await fixture.store.entries(following: "o/1", limit: 5).map(\.entry) == ["o/2"])
        }
    }

    @Test func `saving what is there already makes no version`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.save([change("o/1", "{}")], author: "anna")
            let again = try await fixture.store.save([change("o/1", "{}", expecting: 1)], author: "anna")
            #expect(again == SaveResult(versions: [1], logSize: 1))
        }
    }

    @Test func `salts of saved entries are random`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.save([change("o/1", "{}"), change("o/2", "{}")], author: "anna")
            let digests = try await fixture.store.entries(["o/1", "o/2"]).compactMap { $0?.digest }
            #expect(Set(digests).count == 2)
        }
    }

    @Test func `a change of what was read meanwhile is refused`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.save([change("o/1", "1", expecting: 0)], author: "anna")
            _ = try await fixture.store.save([change("o/1", "2", expecting: 1)], author: "ben")
            await #expect(throws: StoreError.changedMeanwhile(entry: "o/1", expected: 1, found: 2)) {
                try await fixture.store.save([change("o/1", "3", expecting: 1)], author: "anna")
            }
            await #expect(throws: StoreError.changedMeanwhile(entry: "o/1", expected: 0, found: 2)) {
                try await fixture.store.save([change("o/1", "3", expecting: 0)], author: "anna")
            }
        }
    }

    @Test func `an entry that stands twice in one save is refused`() async throws {
        try await withStore { fixture in
            await #expect(throws: StoreError.self) {
                try await fixture.store.save([change("o/1", "1"), change("o/1", "2")], author: "anna")
            }
            let head = try await fixture.store.logHead()
            #expect(head.size == 0)
        }
    }

    @Test func `a key that another entry has is refused and nothing is saved`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.save([change("o/1", "1", keys: ["A"])], author: "anna")
            let key = LookupKey(scope: "outlet", field: "code", value: "A")
            await #expect(throws: StoreError.keyTaken(key, owner: "o/1")) {
                try await fixture.store.save(
                    [change("o/3", "3"), change("o/2", "2", keys: ["B", "A"])],
                    author: "anna",
                    jobs: [NewJob(kind: "mail")]
                )
            }
            #expect(try await fixture.store.entries(["o/2", "o/3", "o/\u{0}2"]) == [nil, nil, nil])
            #expect(try await fixture.store.jobCounts().open == 0)
            #expect(try await fixture.store.logHead().size == 1)
        }
    }

    @Test func `many writers of one entry lose no version`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<4 {
                    let store = task % 2 == 0 ? fixture.store : other.store
                    group.addTask {
                        for round in 0..<10 {
                            _ = try await store.save([change("o/1", #"{"t":\#(task),"r":\#(round)}"#)], author: "w")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await fixture.store.entry("o/1")?.version == 40)
            #expect(try await fixture.store.versions(of: "o/1").map(\.version) == Array(1...40))
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `long texts come with their version, are stored once, and end`() async throws {
        try await withStore { fixture in
            let long = String(repeating: "权利要求。", count: 2_000)
            let zh = EntryText(part: "claims", language: "zh", text: long)
            let en = EntryText(part: "claims", language: "en", text: "What is claimed.")
            let notes = EntryText(part: "notes", language: "", text: "")
            _ = try await fixture.store.save([change("o/1", "1", texts: [zh, en, notes])], author: "a")
            _ = try await fixture.store.save(
                [
                    change(
                        "o/1",
                        "2",
                        texts: [EntryText(part: "claims", language: "en", text: "Changed.")],
                        kept: [TextSlot(part: "claims", language: "zh")]
                    )
                ],
                author: "a"
            )
            _ = try await fixture.store.save([change("o/1", "3", texts: [zh])], author: "a")
            _ = try await fixture.store.save([change("o/1", "4", texts: [notes, zh, en])], author: "a")
            let texts = { (version: Int64) in try await fixture.store.version(version, of: "o/1")?.texts }
            #expect(try await texts(1) == [en, zh, notes])
            #expect(try await texts(2) == [EntryText(part: "claims", language: "en", text: "Changed."), zh])
            #expect(try await texts(3) == [zh])
            #expect(try await texts(4) == [en, zh, notes])
            #expect(try await fixture.store.texts(of: "o/1") == [en, zh, notes])
            let rows = try await fixture.database.read { transaction in
                try transaction.all(
                    Statement(
                        "SELECT part, language, version, encoding FROM entry_text ORDER BY part, language, version"
                    )
                ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.integer(2)) \(try $0.integer(3))" }
            }
            #expect(
                rows == [
                    "claims en 1 0", "claims en 2 0", "claims en 3 0", "claims en 4 0", "claims zh 1 1", "notes  1 0",
                    "notes  2 0", "notes  4 0",
                ]
            )
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `values for staff lists follow the version`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.save(
                [
                    change(
                        "o/1",
                        "1",
                        orders: [
                            OrderValue(field: "name", text: "北京"), OrderValue(field: "opened", number: 20_240_101),
                        ]
                    )
                ],
                author: "a"
            )
            _ = try await fixture.store.save(
                [change("o/1", "2", orders: [OrderValue(field: "name", text: "上海"), OrderValue(field: "staff")])],
                author: "a"
            )
            let rows = try await fixture.database.read { transaction in
                try transaction.all(
                    Statement(
                        "SELECT field, value_text, value_number FROM entry_order WHERE entry = $1 ORDER BY field"
                    ),
                    [.text("o/1")]
                ) { "\(try $0.text(0)) \(try $0.textIfAny(1) ?? "-") \(try $0.integerIfAny(2) ?? -1)" }
            }
            #expect(rows == ["name 上海 -1", "staff - -1"])
        }
    }

    @Test func `a withdrawn entry has no content anywhere, and the log stays verifiable`() async throws {
        try await withStore { fixture in
            let records = (1...5).map {
                record($0, texts: [EntryText(part: "abstract", language: "zh", text: "摘要")])
            }
            _ = try await fixture.store.apply(batch(records))
            _ = try await fixture.store.apply(batch([record(1, says: "second")]))
            let before = try await fixture.store.logHead()
            let withdrawn = try await fixture.store.withdraw(
                ["patent/CN/1", "patent/CN/2", "patent/CN/99", "patent/CN/1"],
                as: .withdrawn,
                author: "system"
            )
            #expect(withdrawn == 2)
            let entry = try #require(try await fixture.store.entry("patent/CN/1"))
            #expect(entry.isTombstone && entry.version == 3 && entry.content.isEmpty && entry.digest == Digest256())
            #expect(try await fixture.store.version(1, of: "patent/CN/1") == nil)
            #expect(try await fixture.store.versions(of: "patent/CN/1").map(\.hasContent) == [false, false, false])
            #expect(try await fixture.store.sources(of: "patent/CN/1").isEmpty)
            #expect(
                try await fixture.store.entry(with: LookupKey(scope: "patent", field: "publication", value: "CN1"))
                    == nil
            )
            #expect(try await fixture.store.counts() == [RegisterCount(register: "patent", entries: 3, tombstones: 2)])
            let head = try await fixture.store.logHead()
            #expect(head.size == before.size + 2)
            let path = try await fixture.store.consistencyProof(from: before.size, to: head.size)
            #expect(
                MerkleProof.extends(
                    first: before.size,
                    firstRoot: before.root,
                    second: head.size,
                    secondRoot: head.root,
                    path: path
                )
            )
            let last = try #require(try await fixture.store.changes(after: .start).changes.last)
            #expect(last.isTombstone && last.entry == "patent/CN/2")
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `a withdrawn entry may come back by an import, an erased one does not`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([record(1), record(2)]))
            try await fixture.store.withdraw(["patent/CN/1"], as: .withdrawn, author: "system")
            try await fixture.store.withdraw(["patent/CN/2"], as: .erased, author: "system")
            let outcome = try await fixture.store.apply(batch([record(1), record(2)]))
            #expect(outcome.fates == [.imported, .rejected("erased at a person's request")])
            #expect(try await fixture.store.entry("patent/CN/1")?.version == 3)
            #expect(try await fixture.store.versions(of: "patent/CN/1").map(\.hasContent) == [false, false, true])
            #expect(try await fixture.store.entry("patent/CN/2")?.state == .erased)
            await #expect(throws: StoreError.erased(entry: "patent/CN/2")) {
                try await fixture.store.save([change("patent/CN/2", "{}")], author: "anna")
            }
            #expect(try await fixture.store.counts() == [RegisterCount(register: "patent", entries: 1, tombstones: 1)])
            #expect(try await fixture.store.verify().findings == [])
        }
    }
}
