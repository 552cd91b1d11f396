/// Symbols with those of other schemes, as `/concordance.json`.
package struct ConcordanceDocument: Codable, Hashable, Sendable {
    /// The log sequence that the answer is of.
    package var snapshot: UInt64
    /// Every symbol in the order of the text.
    package var symbols: [LineDocument]
    /// How many more symbols there are than were looked for; left out when there are none.
    package var unread: Int?

    package init(snapshot: UInt64, symbols: [LineDocument], unread: Int?) {
        self.snapshot = snapshot
        self.symbols = symbols
        self.unread = unread
    }

    /// A symbol with what stands beside it.
    package struct LineDocument: Codable, Hashable, Sendable {
        /// As it was typed.
        package var typed: String
        /// What it was read as; left out where no scheme has such a symbol.
        package var scheme: String?
        package var symbol: String?
        package var zh: String?
        package var en: String?
        /// Records that have it.
        package var count: CountDocument
        package var related: [RelatedDocument]

        package init(
            typed: String,
            scheme: String?,
            symbol: String?,
            zh: String?,
            en: String?,
            count: CountDocument,
            related: [RelatedDocument]
        ) {
            self.typed = typed
            self.scheme = scheme
            self.symbol = symbol
            self.zh = zh
            self.en = en
            self.count = count
            self.related = related
        }
    }

    /// A class of another scheme.
    package struct RelatedDocument: Codable, Hashable, Sendable {
        package var scheme: String
        package var symbol: String
        package var zh: String?
        package var en: String?
        /// `table`, `same` or `records`.
        package var basis: String
        /// Records that have both; left out where a table says so.
        package var count: CountDocument?
        /// The part of the symbol's records that have both, 0...1.
        package var share: Double?

        package init(
            scheme: String,
            symbol: String,
            zh: String?,
            en: String?,
            basis: String,
            count: CountDocument?,
            share: Double?
        ) {
            self.scheme = scheme
            self.symbol = symbol
            self.zh = zh
            self.en = en
            self.basis = basis
            self.count = count
            self.share = share
        }
    }
}
