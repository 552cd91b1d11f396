package import Links

/// The first page.
package struct HomePage: Sendable {
    /// What each register holds, in any order; a register that is missing shows none.
    package var counts: [RegisterName: Tally]
    /// Queries to try, as somebody would type them.
    package var examples: [String]

    package init(counts: [RegisterName: Tally] = [:], examples: [String] = []) {
        self.counts = counts
        self.examples = examples
    }
}
