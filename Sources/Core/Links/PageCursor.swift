/// Where a deep page begins: after this entry, in this order, as of this state of the log.
///
/// It names the last hit of the page before by its sort key and entry id, never by a document number, so that it
/// stays good when the index is rebuilt.
///
/// **Shape** `KEY~SEQUENCE~ENTRY`; the key holds no `~`.
package struct PageCursor: Sendable, Hashable {
    /// The sort key of the last hit shown, as the search module prints it.
    package var key: String
    /// The sequence of the log that the first page was answered from.
    package var sequence: UInt64
    /// The entry id of the last hit shown.
    package var entry: String

    package init(key: String, sequence: UInt64, entry: String) {
        self.key = key
        self.sequence = sequence
        self.entry = entry
    }

    /// Reads a cursor; nil where the text is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[2].isEmpty, let sequence = UInt64(parts[1]) else { return nil }
        self.init(key: String(parts[0]), sequence: sequence, entry: String(parts[2]))
    }

    /// The cursor as it stands in a URL, before percent-coding.
    package var text: String { "\(key)~\(sequence)~\(entry)" }
}
