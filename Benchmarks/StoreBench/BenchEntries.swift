import Bytes
import Store

/// Entries with a content of about 1.5 KB and two numbers each.
struct BenchEntries: Sendable {
    /// Where imported entries are counted, and under which their numbers are unique.
    static let imported = "imported"

    // Han characters at random, made before the clock runs: ten bits in three bytes, which zstd nearly halves.
    private let texts = (0..<256).map { _ in
        String(decoding: (0..<480).map { _ in UInt16.random(in: 0x4E00...0x51FF) }, as: UTF16.self)
    }

    /// A number of the imported entry at a place.
    static func key(_ place: Int) -> LookupKey {
        LookupKey(scope: imported, field: "publication", value: "CN\(place)")
    }

    /// An entry to be saved; `number` is its own and its text is one of a few hundred.
    func change(_ number: String, text: Int) -> EntryChange {
        EntryChange(
            register: "saved",
            entry: "saved/\(number)",
            expectedVersion: nil,
            draft: draft("saved", number, text)
        )
    }

    /// An entry to be imported, with a source that says the same and where it stands, as a reader's do.
    func item(_ place: Int) -> ImportItem {
        let draft = draft(Self.imported, "CN\(place)", place)
        let said = Array(#"{"file":"/bench.jsonl","format":"jsonl","position":"line \#(place)","right":"#.utf8)
        let source = SourceRecord(
            format: "jsonl",
            recordKey: "CN\(place)",
            digest: sha256(draft.content),
            content: said + draft.content + [UInt8(ascii: "}")]
        )
        let record = ImportRecord(
            register: Self.imported,
            entry: "\(Self.imported)/CN\(place)",
            source: source
        ) { draft }
        return ImportItem(position: Int64(place) + 1, record: record)
    }

    private func draft(_ scope: String, _ number: String, _ text: Int) -> Draft {
        Draft(
            content: Array(#"{"number":"\#(number)","text":"\#(texts[text % texts.count])"}"#.utf8),
            keys: ["application", "publication"].map { LookupKey(scope: scope, field: $0, value: number) }
        )
    }
}
