/// A date and what happened on it.
package struct DateFact: Sendable, Hashable {
    package var name: FactName
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    package var date: String

    package init(_ name: FactName, _ date: String) {
        self.name = name
        self.date = date
    }
}
