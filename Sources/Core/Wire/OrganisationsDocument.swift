/// The organisations that who is signed in acts for.
package struct OrganisationsDocument: Codable, Hashable, Sendable {
    package var organisations: [OrganisationDocument]

    package init(organisations: [OrganisationDocument]) {
        self.organisations = organisations
    }
}
