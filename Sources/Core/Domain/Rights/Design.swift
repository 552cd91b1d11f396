/// A registered or patented design.
package struct Design: Hashable, Sendable {
    package var bibliography: Bibliography
    package var details: Details

    package init(bibliography: Bibliography, details: Details = Details()) {
        self.bibliography = bibliography
        self.details = details
    }

    /// What only designs have.
    package struct Details: Codable, Hashable, Sendable {
        package var designNumber: String?
        @List package var claims: [ClaimSet]
        /// Brief explanation (简要说明) or description.
        @List package var description: [LocalizedText]
        package var citations: Citations?
        package var termYears: Int?

        package init() {}
    }
}
