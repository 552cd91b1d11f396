/// The organisations that who is signed in acts for, and the form that makes one.
package struct OrganisationsPage: Sendable {
    package var organisations: [OrganisationPage.Face]
    package var typed: OrganisationPage.Typed

    package init(organisations: [OrganisationPage.Face], typed: OrganisationPage.Typed) {
        self.organisations = organisations
        self.typed = typed
    }
}
