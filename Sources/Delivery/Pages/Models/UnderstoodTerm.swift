/// One condition of the query as the program understood it: a chip.
package struct UnderstoodTerm: Sendable, Hashable {
    package var kind: Kind
    /// The field searched, in the language of the page; nil for every text and name.
    package var field: String?
    /// What is looked for.
    package var text: String
    /// Other forms that are found too.
    package var alternatives: [String]
    /// The operator before this condition, or nil for the first.
    package var joint: Joint?
    /// The query without this condition, or nil where it cannot be taken out alone.
    package var queryWithout: String?

    package init(
        _ text: String,
        kind: Kind = .plain,
        field: String? = nil,
        alternatives: [String] = [],
        joint: Joint? = nil,
        queryWithout: String? = nil
    ) {
        self.text = text
        self.kind = kind
        self.field = field
        self.alternatives = alternatives
        self.joint = joint
        self.queryWithout = queryWithout
    }

    /// How the part counts.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case plain
        /// Excluded.
        case not
        /// Understood, but there is no such thing, as a class that nobody issued.
        case bad
    }

    /// What joins the part to the one before it.
    package enum Joint: String, Sendable, Hashable, CaseIterable {
        case and
        case or
        case xor
    }
}
