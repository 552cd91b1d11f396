package import Domain

/// A state in which an entry of a register may be.
package struct StateDeclaration: Sendable, Hashable {
    /// Its name: `running`.
    package let name: String
    /// What people read.
    package let label: Bilingual
    /// The states that may follow.
    package let next: [String]
    /// Whether the entry is over with it and counts no longer.
    package let isOver: Bool
    /// Whether the file says that an entry in it is at work; see ``RegisterDeclaration/isAtWork(_:)``.
    package let works: Bool
}
