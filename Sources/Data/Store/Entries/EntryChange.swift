/// What a person or the program saves of one entry.
package struct EntryChange: Sendable {
    /// The register of the entry.
    package let register: String
    /// The entry.
    package let entry: String
    /// The version that was read before, 0 for a new entry; nil to write whatever is there.
    package let expectedVersion: Int64?
    /// What it shall be.
    package let draft: Draft

    /// Describes a change.
    package init(register: String, entry: String, expectedVersion: Int64?, draft: Draft) {
        self.register = register
        self.entry = entry
        self.expectedVersion = expectedVersion
        self.draft = draft
    }
}
