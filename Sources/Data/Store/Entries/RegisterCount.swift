/// How many entries a register has.
package struct RegisterCount: Sendable, Hashable {
    /// The register.
    package let register: String
    /// Entries with content.
    package let entries: Int64
    /// Entries withdrawn or erased.
    package let tombstones: Int64

    /// Puts the values together.
    package init(register: String, entries: Int64, tombstones: Int64) {
        self.register = register
        self.entries = entries
        self.tombstones = tombstones
    }
}
