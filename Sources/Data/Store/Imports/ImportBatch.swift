package import Bytes
internal import SQLCore

/// Records to be taken in together, in the order of their file.
package struct ImportBatch: Sendable {
    /// Makes an entry of all that its sources say, sorted by format and record key.
    ///
    /// Throws `Rejection`.
    package typealias Merge =
        @Sendable (_ register: String, _ entry: String, _ sources: [SourceRecord]) throws -> Draft
    /// The same without some blobs that the sources name and that are not there, or not any more.
    package typealias Omission =
        @Sendable (_ entry: String, _ sources: [SourceRecord], _ missing: Set<Digest256>) throws -> Draft

    /// The records.
    package let items: [ImportItem]
    /// The file whose progress is noted in the same transactions; `beginImport` was called for it.
    package let file: FileIdentity?
    /// How far the file had come before: the position of its last item, 0 at the start.
    package let start: Int64
    /// Who is named in the log.
    package let author: String
    /// What a commit promises: with a file `.deferred`, because its progress shows what was lost, and `finishImport` makes
    /// up for it; else `.acknowledged`.
    var durability: Durability { file == nil ? .acknowledged : .deferred }
    let omit: Omission?
    let merge: Merge

    /// Describes a batch; without `start` it is one that begins right before its first item, without `omit` one whose
    /// drafts are rejected when a blob that they name is not there.
    package init(
        _ items: [ImportItem],
        file: FileIdentity? = nil,
        start: Int64? = nil,
        author: String = "import",
        omit: Omission? = nil,
        merge: @escaping Merge
    ) {
        self.items = items
        self.file = file
        self.start = start ?? (items.first?.position ?? 1) - 1
        self.author = author
        self.omit = omit
        self.merge = merge
    }
}
