internal import SQLCore

/// The words of an entry as it stands, against which what its sources say is compressed.
///
/// A source says mostly what the entry says, so that little more than the differences is stored. When the entry gets
/// a new version, its sources are compressed against the new words in the same transaction.
struct SourceWords {
    /// Content and long texts, one after the other.
    let bytes: [UInt8]

    /// The words of what a draft will be.
    ///
    /// Nil when it keeps stored texts, whose words are not at hand: its sources then stand by themselves.
    init?(of draft: Draft) {
        guard draft.keptTexts.isEmpty else { return nil }
        self.init(content: draft.content, texts: draft.texts)
    }

    /// The words of an entry as it is stored, its content still compressed.
    ///
    /// - Throws: `StoreError.damaged` when content or a text cannot be expanded.
    init(
        of entry: String,
        content: [UInt8]?,
        with compressor: Compressor,
        in transaction: borrowing Transaction
    ) throws {
        self.init(
            content: try content.map { try compressor.expand($0) } ?? [],
            texts: try Store.texts(of: entry, upTo: .max, with: compressor, in: transaction)
        )
    }

    private init(content: [UInt8], texts: [EntryText]) {
        var bytes = content
        for text in texts.sorted(by: { $0.slot < $1.slot }) { bytes.append(contentsOf: text.text.utf8) }
        self.bytes = bytes
    }
}
