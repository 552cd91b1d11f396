/// A layout-design of an integrated circuit.
package struct LayoutDesign: Hashable, Sendable {
    package var bibliography: Bibliography
    package var details: Details

    package init(bibliography: Bibliography, details: Details = Details()) {
        self.bibliography = bibliography
        self.details = details
    }

    /// What only layout-designs have.
    package struct Details: Codable, Hashable, Sendable {
        package var layout: Layout?

        package init() {}
    }

    /// Facts of the layout (Regulations on the Protection of Layout-Designs of Integrated Circuits, articles 12 and 16).
    package struct Layout: Codable, Hashable, Sendable {
        package var structure: String?
        package var technology: String?
        package var function: String?
        package var completionDate: PartialDate?
        package var firstUseDate: PartialDate?
        package var certificateNumber: String?

        package init() {}
    }
}
