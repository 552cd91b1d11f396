/// Whether an entry can be read.
package enum EntryState: Int64, Sendable, Hashable {
    /// It has content.
    case live = 0
    /// Withdrawn: its content and versions are erased; a later import may bring it back.
    case withdrawn = 1
    /// Erased at a person's request: an import does not bring it back.
    case erased = 2
}
