/// How many entries a register has.
package struct RegisterCount: Sendable, Hashable {
    /// The register.
    package let register: String
    /// Entries with content.
    package let entries: Int64
    /// Entries withdrawn or erased.
    package let tombstones: Int64
}
