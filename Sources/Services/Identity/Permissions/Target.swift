/// What an action touches, as far as permission depends on it.
///
/// What is left out is not known, and then only a scope that needs no such knowledge covers it: a target of which nothing
/// is known is covered by ``Scope/nation`` alone.
package struct Target: Sendable, Hashable {
    /// Everything: no single account, organisation, institution or region.
    package static let everything = Target()

    /// The account concerned.
    package var account: String?
    /// The organisation, or the person acted for, to whom it belongs.
    package var organisation: String?
    /// The institution in charge.
    package var institution: String?
    /// The region, as a code of GB/T 2260 of two, four or six digits.
    package var region: String?
    /// The kind of business, a code of `BusinessKind`; nil for what is no business.
    package var business: String?

    /// Names what is known of a target.
    package init(
        account: String? = nil,
        organisation: String? = nil,
        institution: String? = nil,
        region: String? = nil,
        business: String? = nil
    ) {
        self.account = account
        self.organisation = organisation
        self.institution = institution
        self.region = region
        self.business = business
    }
}
