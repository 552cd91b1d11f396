package import Links

/// The page that puts symbols of one scheme beside those of the others.
package struct ConcordancePage: Sendable {
    package var link: ConcordanceLink
    /// The schemes by name with their words.
    package var schemes: [Scheme]
    /// What stands beside each symbol, in the order of the text.
    package var rows: [Row]
    /// What was typed and is a symbol of no scheme.
    package var unknown: [String]
    /// Symbols with nothing beside them.
    package var alone: [String]
    /// How many more symbols there are than were looked for.
    package var unread: Int
    /// Whether a table of IPC and industries is loaded.
    package var hasIndustryTable: Bool

    package init(
        link: ConcordanceLink,
        schemes: [Scheme],
        rows: [Row] = [],
        unknown: [String] = [],
        alone: [String] = [],
        unread: Int = 0,
        hasIndustryTable: Bool = false
    ) {
        self.link = link
        self.schemes = schemes
        self.rows = rows
        self.unknown = unknown
        self.alone = alone
        self.unread = unread
        self.hasIndustryTable = hasIndustryTable
    }

    /// A scheme that symbols may be of.
    package struct Scheme: Sendable, Hashable {
        package var name: SchemeName
        package var title: String

        package init(_ name: SchemeName, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// Why a class stands beside a symbol.
    package enum Basis: String, Sendable, Hashable, CaseIterable {
        case table, same, records
    }

    /// A symbol with one class of another scheme.
    package struct Row: Sendable, Hashable {
        /// The symbol that was asked for.
        package var own: ClassRow
        /// The scheme of the other class in words.
        package var scheme: String
        package var other: ClassRow
        package var basis: Basis
        /// Records with both, as a part of those with the symbol, 0...1; nil where a table says so.
        package var share: Double?

        package init(own: ClassRow, scheme: String, other: ClassRow, basis: Basis, share: Double? = nil) {
            self.own = own
            self.scheme = scheme
            self.other = other
            self.basis = basis
            self.share = share
        }
    }
}
