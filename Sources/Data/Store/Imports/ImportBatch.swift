package import SQLCore

/// Records to be taken in together, in the order of their file.
package struct ImportBatch: Sendable {
    /// Makes an entry of all that its sources say, sorted by format and record key.
    ///
    /// Throws `Rejection`.
    package typealias Merge =
        @Sendable (_ register: String, _ entry: String, _ sources: [SourceRecord]) throws -> Draft

    /// The records.
    package let items: [ImportItem]
    /// The file whose progress is noted in the same transactions; `beginImport` was called for it.
    package let file: FileIdentity?
    /// Who is named in the log.
    package let author: String
    /// What a commit promises; `flush` at the end of the import makes up for `.deferred`.
    package let durability: Durability
    let merge: Merge

    /// Describes a batch.
    package init(
        _ items: [ImportItem],
        file: FileIdentity? = nil,
        author: String = "import",
        durability: Durability = .deferred,
        merge: @escaping Merge
    ) {
        self.items = items
        self.file = file
        self.author = author
        self.durability = durability
        self.merge = merge
    }
}
