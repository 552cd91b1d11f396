/// A record of a file on its way into the store.
package struct ImportRecord: Sendable {
    /// The register of its entry.
    package let register: String
    /// Its entry.
    package let entry: String
    /// What the source says.
    package let source: SourceRecord
    /// Makes the entry when no other source speaks of it.
    ///
    /// Called only when the record is new or changed, on a thread of the database. Throws `Rejection` to leave the
    /// record out.
    package let draft: @Sendable () throws -> Draft

    /// Describes a record.
    package init(
        register: String,
        entry: String,
        source: SourceRecord,
        draft: @escaping @Sendable () throws -> Draft
    ) {
        self.register = register
        self.entry = entry
        self.source = source
        self.draft = draft
    }
}
