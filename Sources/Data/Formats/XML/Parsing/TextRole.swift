/// What an element does to the text around it when a passage is read as plain text.
enum TextRole: UInt8, Sendable {
    /// Leaves the text as it runs: bold, superscript, a reference.
    case inline
    /// Stands in a paragraph of its own.
    case paragraph
    /// Is set off by a blank, as a table cell.
    case cell
    /// Has no part in the text: pictures with their file names, formulas as markup, numbers of claims.
    case skipped

    /// The role of an element by its local name, in all the formats read here.
    init(elementName name: String) {
        self = Self.roles[name] ?? .inline
    }

    private static let roles: [String: TextRole] = {
        var table: [String: TextRole] = [:]
        for name in [
            "p", "heading", "li", "ul", "ol", "dl", "dt", "dd", "row", "title", "claim-text", "claim", "br", "pre",
            "table", "tables", "maths", "description-of-drawings",
            "Paragraphs", "ClaimText", "Claim", "InventionTitle", "Title", "Table", "TableDetails",
            "P", "Heading", "LI", "UL", "OL", "Row", "Br", "Math", "DesignDescriptionText",
        ] {
            table[name] = .paragraph
        }
        for name in ["entry", "Entry"] { table[name] = .cell }
        for name in ["MathDetails", "Image", "PageImage", "ClaimNumber", "ClaimTypeCategory"] { table[name] = .skipped }
        return table
    }()
}
