/// A geographical indication.
package struct GeographicalIndication: Hashable, Sendable {
    package var bibliography: Bibliography
    package var details: Details

    package init(bibliography: Bibliography, details: Details = Details()) {
        self.bibliography = bibliography
        self.details = details
    }

    /// What only geographical indications have.
    package struct Details: Codable, Hashable, Sendable {
        @List package var names: [LocalizedText]
        package var gi: Protection?
        @List package var goods: [Trademark.Goods]

        package init() {}
    }

    /// How and for what the indication is protected.
    package struct Protection: Codable, Hashable, Sendable {
        /// GI, PGI, PDO or TSG.
        package var protection: String?
        package var protectionText: String?
        package var register: String?
        package var productType: String?
        package var category: String?
        package var legalBasis: String?
        package var region: String?
        package var description: String?

        package init() {}
    }
}
