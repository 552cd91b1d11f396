/// One organisation with who acts for it, for programs.
///
/// Times are ISO 8601 in UTC.
package struct OrganisationPageDocument: Codable, Hashable, Sendable {
    package var organisation: OrganisationDocument
    /// The own authorisations for it.
    package var own: [AuthorisationDocument]
    /// Who acts for it or is invited, or with `past=1` once did; left out for who does not manage it.
    package var people: [AuthorisationDocument]?
    /// `after` of the next lines; left out at the end.
    package var next: String?
    /// What it said from some time on, the oldest first.
    package var versions: [VersionDocument]

    package init(
        organisation: OrganisationDocument,
        own: [AuthorisationDocument],
        people: [AuthorisationDocument]?,
        next: String?,
        versions: [VersionDocument]
    ) {
        self.organisation = organisation
        self.own = own
        self.people = people
        self.next = next
        self.versions = versions
    }

    /// What an organisation said from some time on.
    package struct VersionDocument: Codable, Hashable, Sendable {
        package var time, name, code, region, level, state: String

        package init(time: String, name: String, code: String, region: String, level: String, state: String) {
            self.time = time
            self.name = name
            self.code = code
            self.region = region
            self.level = level
            self.state = state
        }
    }
}
