import Bytes
package import Domain
import EntryIndex
package import Formats
import Store

/// What one source says of a right, as the store keeps it to merge sources later.
///
/// **Shape** Canonical JSON: `file`, `format`, `position`, then what is said: `right`, the content that the entry would
/// have from this source alone, and `texts`, its long texts. The bytes from `right` on are what a digest is made of.
package struct SourceStatement: Hashable, Sendable {
    /// Path of the file as imported.
    package var file: String
    package var format: SourceFormat?
    /// Where in the file, in words.
    package var position: String
    package var right: Right

    /// Reads a statement that the store kept.
    ///
    /// - Throws: `DecodingError` when it is none.
    package init(content: [UInt8]) throws {
        let stored = try RightContent.read(Stored.self, content)
        file = stored.file
        format = stored.format
        position = stored.position
        right = try RightContent.right(
            stored.right,
            texts: (stored.texts ?? []).map { EntryText(part: $0.part, language: $0.language, text: $0.text) }
        )
    }

    private struct Stored: Decodable {
        struct Text: Decodable {
            var language: String
            var part: String
            var text: String
        }

        var file: String
        var format: SourceFormat?
        var position: String
        var right: Right
        var texts: [Text]?
    }

    /// Where the most trusted of an entry's sources stands; nil when there is none.
    ///
    /// - Throws: `DecodingError` for damaged content.
    static func origin(of sources: [StoredSource]) throws -> ExportRecord.Source? {
        guard sources.count != 1 else { return try sources.first.map { try origin($0.content) } }
        return try ordered(sources).first.map {
            ExportRecord.Source(file: $0.file, format: $0.format, position: $0.position)
        }
    }

    /// Reads the first members alone, which is much less than the whole.
    private static func origin(_ content: [UInt8]) throws -> ExportRecord.Source {
        // Inside a string the quotation marks would be escaped.
        let end = content.firstRange(of: Array(#","right":"#.utf8))?.lowerBound ?? content.endIndex
        return try RightContent.read(ExportRecord.Source.self, content[..<end] + [UInt8(ascii: "}")])
    }

    // MARK: Writing

    /// What a source says: the last members of its statement.
    static func said(_ draft: Draft) -> [UInt8] {
        var bytes: [UInt8] = []
        let texts = draft.texts.reduce(0) { $0 + $1.text.utf8.count * 9 / 8 + 60 }
        bytes.reserveCapacity(draft.content.count + texts + 160)
        bytes += Array(#""right":"#.utf8)
        bytes += draft.content
        guard !draft.texts.isEmpty else { return bytes }
        bytes += Array(#","texts":["#.utf8)
        for (place, text) in draft.texts.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(#"{"language":"#, text.language, to: &bytes)
            append(#","part":"#, text.part, to: &bytes)
            append(#","text":"#, text.text, to: &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    /// The whole statement.
    static func content(file: String, format: SourceFormat?, position: SourcePosition, said: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(said.count + file.utf8.count + 80)
        append(#"{"file":"#, file, to: &bytes)
        if let format { append(#","format":"#, format.rawValue, to: &bytes) }
        append(#","position":"#, position.description, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        bytes += said
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: name.utf8)
        CanonicalJSON.append(string: value, to: &bytes)
    }

    // MARK: Order

    /// The statements of stored sources in the declared order: by rank, then the newer publication first, then as given.
    ///
    /// - Throws: `DecodingError` for damaged content.
    package static func ordered(_ sources: [StoredSource]) throws -> [SourceStatement] {
        let statements = try sources.map { try SourceStatement(content: $0.content) }
        let order = statements.indices.sorted { left, right in
            let (mine, theirs) = (statements[left], statements[right])
            if mine.rank != theirs.rank { return mine.rank < theirs.rank }
            return mine.newestDate != theirs.newestDate ? mine.newestDate > theirs.newestDate : left < right
        }
        return order.map { statements[$0] }
    }

    /// How much a source is trusted beside others of the same right; lower is better.
    ///
    /// The office's own documents stand before exchange files, these before lists that people exported.
    private var rank: Int {
        switch format {
        case .cnipaXML, .usptoXML: 0
        case .st96: 1
        case .docdb: 2
        case .jsonl: 3
        case .xlsx, .csv: 4
        case nil: 5
        }
    }

    private var newestDate: Int64 {
        right.bibliography.publication?.date?.number ?? right.bibliography.application?.date?.number ?? 0
    }
}
