/// One document that a record cites.
package struct Citation: Codable, Hashable, Sendable {
    package var country: String?
    package var number: String?
    package var kind: String?
    package var date: PartialDate?
    /// The person or company that the citation names.
    package var name: String?
    /// Who cited it or how near it is: `X`, `cited by examiner`.
    package var category: String?
    /// Free text where the source has no parts.
    package var text: String?

    package init(
        country: String? = nil,
        number: String? = nil,
        kind: String? = nil,
        date: PartialDate? = nil,
        name: String? = nil,
        category: String? = nil,
        text: String? = nil
    ) {
        self.country = country
        self.number = number
        self.kind = kind
        self.date = date
        self.name = name
        self.category = category
        self.text = text
    }
}

/// What a record cites and how often it is cited.
package struct Citations: Codable, Hashable, Sendable {
    @List package var patents: [Citation]
    /// Literature and other texts as printed.
    @List package var nonPatent: [LocalizedText]
    /// Number of later documents that cite it, where the source counts them.
    package var citedBy: Int?

    package init(patents: [Citation] = [], nonPatent: [LocalizedText] = [], citedBy: Int? = nil) {
        self.patents = patents
        self.nonPatent = nonPatent
        self.citedBy = citedBy
    }

    package var isEmpty: Bool { self == Citations() }
}

extension Right {
    /// What the right cites; nil where no source says, and for rights that cite nothing.
    package var citations: Citations? {
        switch self {
        case .patent(let patent): patent.details.citations
        case .design(let design): design.details.citations
        case .trademark, .gi, .layout: nil
        }
    }
}
