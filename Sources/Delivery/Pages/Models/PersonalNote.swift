/// Why a field with data of persons is kept, in the language of the page.
///
/// **Source** Personal Information Protection Law, article 17: purpose, way and time of keeping are told.
package struct PersonalNote: Sendable, Hashable {
    /// The field.
    package var label: String
    package var purpose: String
    /// By what right.
    package var basis: String
    /// For how many years after the entry is over.
    package var years: Int

    package init(label: String, purpose: String, basis: String, years: Int) {
        self.label = label
        self.purpose = purpose
        self.basis = basis
        self.years = years
    }
}
