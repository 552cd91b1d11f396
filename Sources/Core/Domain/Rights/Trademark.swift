/// A trade mark, from application to expiry.
package struct Trademark: Hashable, Sendable {
    package var bibliography: Bibliography
    package var details: Details

    package init(bibliography: Bibliography, details: Details = Details()) {
        self.bibliography = bibliography
        self.details = details
    }

    /// What only marks have.
    package struct Details: Codable, Hashable, Sendable {
        package var mark: Mark?
        @List package var goods: [Goods]
        @List package var firstUse: [FirstUse]

        package init() {}
    }

    /// The sign itself.
    package struct Mark: Codable, Hashable, Sendable {
        package var text: String?
        package var category: String?
        package var feature: String?
        package var featureCode: String?
        package var standardCharacters: Bool?
        package var description: String?
        package var disclaimer: String?
        package var colourClaim: String?
        package var translation: String?
        package var image: String?
        package var register: String?

        package init() {}
    }

    /// Goods or services of one class.
    package struct Goods: Codable, Hashable, Sendable {
        /// Nice class without leading zero.
        package var `class`: String?
        package var text: String

        package init(class number: String?, text: String) {
            self.class = number
            self.text = text
        }
    }

    /// First use of a mark in one class.
    package struct FirstUse: Codable, Hashable, Sendable {
        package var `class`: String?
        package var any: PartialDate?
        package var commerce: PartialDate?

        package init(class number: String?, any: PartialDate?, commerce: PartialDate?) {
            self.class = number
            self.any = any
            self.commerce = commerce
        }
    }
}
