/// What every right has: numbers, dates, titles, parties, classes, status.
///
/// JSON keys are those of the product's export format; see Docs/Use/export-format.md.
package struct Bibliography: Codable, Hashable, Sendable {
    package var right: RightKind
    package var application: DocumentID?
    package var registration: DocumentID?
    /// All publications known of this right, oldest first.
    @List package var publications: [DocumentID]
    /// Number of the file at its office where that is the identity, as for geographical indications.
    package var fileNumber: String?

    /// Titles; names of geographical indications and texts of marks stand in their own fields.
    @List package var titles: [LocalizedText]
    @List package var abstracts: [LocalizedText]
    @List package var keywords: [String]

    package var classes = Classes()
    package var mainClass: String?

    @List package var applicants: [Party]
    @List package var assignees: [Party]
    @List package var inventors: [Party]
    @List package var designers: [Party]
    /// Owners of marks and other registered rights.
    @List package var owners: [Party]
    /// Authorised users of geographical indications.
    @List package var users: [Party]
    @List package var agents: [Party]
    @List package var agencies: [Party]
    @List package var examiners: [Party]

    @List package var priorities: [Priority]
    @List package var related: [Relation]

    package var status: Status?
    @List package var events: [LegalEvent]
    @List package var assignments: [Assignment]
    package var gazette: Gazette?
    package var drawings: Drawings?

    package var expiryDate: PartialDate?
    package var effectiveDate: PartialDate?
    package var renewalDate: PartialDate?
    package var decisionDate: PartialDate?
    /// Countries a right covers or comes from, where the source lists them.
    @List package var countries: [String]

    /// True only for records that the sample maker made.
    package var sample: Bool?

    package init(right: RightKind) {
        self.right = right
    }

    /// The newest publication by date; without dates the last one.
    package var publication: DocumentID? {
        publications.enumerated().max {
            ($0.element.date?.number ?? 0, $0.offset) < ($1.element.date?.number ?? 0, $1.offset)
        }?
        .element
    }
}
