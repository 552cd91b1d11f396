/// An organisation that who is signed in acts for, for programs.
///
/// Times are ISO 8601 in UTC.
package struct OrganisationDocument: Codable, Hashable, Sendable {
    package var id, name: String
    /// The unified social credit code (GB 32100-2015).
    package var code: String
    /// Six digits of GB/T 2260.
    package var region: String
    /// `organisation` or `agency`; `unverified` or `verified`; `active` or `closed`.
    package var kind, level, state: String
    package var created: String
    /// What who is signed in may do for it.
    package var powers: [String]

    package init(
        id: String,
        name: String,
        code: String,
        region: String,
        kind: String,
        level: String,
        state: String,
        created: String,
        powers: [String]
    ) {
        self.id = id
        self.name = name
        self.code = code
        self.region = region
        self.kind = kind
        self.level = level
        self.state = state
        self.created = created
        self.powers = powers
    }
}
