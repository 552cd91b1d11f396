internal import Bytes
internal import SQLCore

/// A row of what a source said, its content still compressed.
struct SourceRow: Sendable {
    /// How the content is compressed.
    enum Dictionary: Int64, Sendable {
        /// By itself.
        case none = 0
        /// Against the words of the entry; see `SourceWords`.
        case entry = 1
    }

    let format: String
    let recordKey: String
    let digest: Digest256
    let dictionary: Dictionary
    let content: [UInt8]

    /// Compresses what a source says, against the words of its entry where they are at hand.
    ///
    /// - Throws: `StoreError.damaged` with the reason of the compressor.
    init(_ record: SourceRecord, words: SourceWords?, with compressor: Compressor) throws {
        format = record.format
        recordKey = record.recordKey
        digest = record.digest
        dictionary = words == nil ? .none : .entry
        content = try compressor.compress(record.content, after: words?.bytes ?? [])
    }

    /// Reads a row of `format, record_key, digest, dictionary, content`.
    ///
    /// - Throws: `StoreError.damaged` for a dictionary that this program does not know.
    init(_ row: borrowing Row) throws {
        format = try row.text(0)
        recordKey = try row.text(1)
        digest = try row.digest(2)
        guard let dictionary = Dictionary(rawValue: try row.integer(3)) else {
            throw StoreError.damaged("a source has an unknown dictionary")
        }
        self.dictionary = dictionary
        content = try row.bytes(4)
    }

    /// What the source said.
    ///
    /// - Throws: `StoreError.damaged` when it cannot be expanded.
    func record(words: SourceWords, with compressor: Compressor) throws -> SourceRecord {
        SourceRecord(
            format: format,
            recordKey: recordKey,
            digest: digest,
            content: try compressor.expand(content, after: dictionary == .entry ? words.bytes : [])
        )
    }
}
