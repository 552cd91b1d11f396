import Bytes
import SQLCore
import Store
import Testing

/// What sources said is kept against the words of the entry, whatever becomes of the entry.
@Suite(.onEveryDatabase, .namingTheDatabase) struct SourceTests {
    private let entry = "patent/CN/1"
    private let description = String(
        repeating: "本发明公开了一种传感器数据处理方法，包括以下步骤；The sensor reports its state.",
        count: 40
    )

    // A record whose source wraps the content and the long text of the entry, as importers do.
    private func record(_ says: String, format: String, text: String) -> ImportRecord {
        let content = Array(#"{"applicant":"杭州第一科技有限公司","says":"\#(says)","title":"一种传感器"}"#.utf8)
        let said = Array(#"{"file":"a.xml","right":"#.utf8) + content + Array(#","text":"\#(text)"}"#.utf8)
        return ImportRecord(
            register: "patent",
            entry: entry,
            source: SourceRecord(format: format, recordKey: "CN1A", digest: sha256(said), content: said)
        ) {
            Draft(content: content, texts: [EntryText(part: "description", language: "zh", text: text)])
        }
    }

    // Takes content and text of the first source.
    private let merge: ImportBatch.Merge = { _, _, sources in
        let said = String(decoding: sources[0].content, as: UTF8.self)
        let text = said.split(separator: #","text":""#).last?.dropLast(2) ?? ""
        return Draft(
            content: Array(said.utf8),
            texts: [EntryText(part: "description", language: "zh", text: String(text))]
        )
    }

    private func storedBytes(_ fixture: Fixture) async throws -> [Int64] {
        try await fixture.database.read { transaction in
            try transaction.all(
                Statement("SELECT length(content) FROM entry_source ORDER BY entry, format, record_key")
            ) { try $0.integer(0) }
        }
    }

    @Test func `a source that repeats its entry takes little room`() async throws {
        try await withStore { fixture in
            let first = record("first", format: "b", text: description)
            _ = try await fixture.store.apply(ImportBatch(items([first]), merge: merge))
            #expect(try await fixture.store.sources(of: entry) == [first.source])
            #expect(try await storedBytes(fixture).allSatisfy { $0 < 100 })
        }
    }

    @Test func `sources are read as they were said after every change of their entry`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let one = record("first", format: "b", text: description)
            let two = record("second", format: "a", text: description + "更多")
            let three = record("third", format: "b", text: "短")
            _ = try await store.apply(ImportBatch(items([one]), merge: merge))
            _ = try await store.apply(ImportBatch(items([two]), merge: merge))
            #expect(try await store.sources(of: entry) == [two.source, one.source])
            _ = try await store.apply(ImportBatch(items([three, one, three]), merge: merge))
            #expect(try await store.sources(of: entry) == [two.source, three.source])
            #expect(try await store.verify().findings == [])
            // A person's change replaces the words of the entry, with its text kept and with another one.
            let kept = TextSlot(part: "description", language: "zh")
            for draft in [Draft(content: Array("{}".utf8), keptTexts: [kept]), Draft(content: Array("[]".utf8))] {
                _ = try await store.save(
                    [EntryChange(register: "patent", entry: entry, expectedVersion: nil, draft: draft)],
                    author: "anna"
                )
                #expect(try await store.sources(of: entry) == [two.source, three.source])
                #expect(try await store.verify().findings == [])
            }
            _ = try await store.apply(ImportBatch(items([one]), merge: merge))
            #expect(try await store.sources(of: entry) == [two.source, one.source])
            try await store.withdraw([entry], as: .withdrawn, author: "system")
            #expect(try await store.sources(of: entry) == [])
            #expect(try await store.verify().findings == [])
        }
    }
}
