/// A page that shows no records; its name is its path.
package enum FixedPage: String, Sendable, Hashable, CaseIterable {
    /// What the product is, where its data come from, what it keeps.
    case about
    /// The accessibility statement.
    case accessibility
    /// Every component with its states.
    case design
    /// The query language by examples.
    case help
}
