/// A patent for invention or a utility model, with all its publications.
package struct Patent: Hashable, Sendable {
    package var bibliography: Bibliography
    package var details: Details

    package init(bibliography: Bibliography, details: Details = Details()) {
        self.bibliography = bibliography
        self.details = details
    }

    /// What only patents have.
    package struct Details: Codable, Hashable, Sendable {
        package var pct: InternationalFiling?
        @List package var claims: [ClaimSet]
        /// Whole descriptions by language, paragraphs separated by line feeds.
        @List package var description: [LocalizedText]
        package var citations: Citations?
        package var family: Family?
        @List package var designatedStates: [String]
        @List package var extensionStates: [String]
        package var termYears: Int?
        package var termExtensionDays: Int?
        package var pages: Int?
        /// Codes of GB/T 4754 industries.
        @List package var industries: [String]
        package var lensId: String?

        package init() {}
    }
}
