/// Another application or publication of the same inventor's work that the record names.
package struct Relation: Codable, Hashable, Sendable {
    /// provisional, division, continuation, continuationInPart, earlierPublication, pctParent, divisionalChild, or as printed.
    package var relation: String
    package var country: String?
    package var number: String?
    package var kind: String?
    package var date: PartialDate?
    package var status: String?

    package init(
        relation: String,
        country: String? = nil,
        number: String? = nil,
        kind: String? = nil,
        date: PartialDate? = nil,
        status: String? = nil
    ) {
        self.relation = relation
        self.country = country
        self.number = number
        self.kind = kind
        self.date = date
        self.status = status
    }
}

/// An earlier filing whose date the record claims (Paris Convention article 4).
package struct Priority: Codable, Hashable, Sendable {
    package var country: String?
    package var number: String
    package var kind: String?
    package var date: PartialDate?

    package init(country: String? = nil, number: String, kind: String? = nil, date: PartialDate? = nil) {
        self.country = country
        self.number = number
        self.kind = kind
        self.date = date
    }
}

/// The international application behind a national one.
package struct InternationalFiling: Codable, Hashable, Sendable {
    package var application: DocumentID?
    package var publication: DocumentID?
    /// Date of entry into the national phase.
    package var nationalPhase: PartialDate?
    /// The date under 35 USC 371(c).
    package var s371Date: PartialDate?
    /// The date under 35 USC 102(e).
    package var s102eDate: PartialDate?

    package init() {}

    package var isEmpty: Bool { self == InternationalFiling() }
}

/// The patent family of a record.
package struct Family: Codable, Hashable, Sendable {
    package var id: String?
    /// Number of applications, where the source counts them.
    package var applications: Int?
    /// Publications of the family as ids, `AP1206A`.
    @List package var publications: [String]
    package var simpleSize: Int?
    package var extendedSize: Int?

    package init() {}

    package var isEmpty: Bool { self == Family() }
}
