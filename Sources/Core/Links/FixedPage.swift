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
    /// What the reader keeps in the browser: the page shows it, the server does not have it.
    case kept
    /// What the program keeps, ordinarily and in confidential mode, where and how long.
    case privacy
}
