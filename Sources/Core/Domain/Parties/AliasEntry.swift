/// A line of the published table of aliases: whether two printed names are one holder's, and where this is known from.
package struct AliasEntry: Hashable, Sendable {
    /// What a line says of its two names.
    package enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
        /// They are one holder's.
        case same
        /// They are two holders', however alike they look.
        case different
    }

    /// The name as records print it.
    package var spelling: String
    /// The name under which the holder stands in the table.
    package var holder: String
    package var verdict: Verdict
    /// Where this is known from: a notice, a register, a proposal that was accepted.
    package var source: String
    /// The day from which it holds, such as that of a change of name; nil where the source does not say.
    package var from: PartialDate?

    package init(
        _ spelling: String,
        of holder: String,
        _ verdict: Verdict = .same,
        source: String,
        from: PartialDate? = nil
    ) {
        self.spelling = spelling
        self.holder = holder
        self.verdict = verdict
        self.source = source
        self.from = from
    }
}
