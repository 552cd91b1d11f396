package import Domain

/// A field of a declared register.
package struct FieldDeclaration: Sendable, Hashable {
    /// When a field must have a value.
    package enum Requirement: Sendable, Hashable {
        case never
        case always
        case when(Condition)
    }

    /// Why data of persons are kept.
    ///
    /// **Source** Personal Information Protection Law, articles 6, 13, 17 and 19.
    package struct Personal: Sendable, Hashable {
        /// What they are for.
        package let purpose: Bilingual
        /// By what right they are kept: consent, or an article of a law.
        package let basis: Bilingual
        /// For how many years after the entry is over.
        package let years: Int
    }

    /// Its name in the register: `founded-on`.
    package let name: String
    /// The line of the file that declares it.
    package let line: Int
    /// What people read.
    package let label: Bilingual
    /// What to write there.
    package let help: Bilingual?
    /// What it holds.
    package let type: FieldType
    /// The most values where it may have several; nil for one.
    package let most: Int?
    /// When it must have a value.
    package let required: Requirement
    /// Whether no two entries of the register have the same value.
    package let isUnique: Bool
    /// Who reads it; nil for everybody who reads the register.
    package let read: Access?
    /// Who writes it; nil for everybody who writes the register.
    package let write: Access?
    /// Who decides on a change of it besides approving the register; nil for everybody who approves that.
    package let approve: Access?
    /// Why it is kept where it says something of a person; such a field is never indexed.
    package let personal: Personal?
    /// Where it is of use.
    package let uses: Set<Use>
    /// Which question of a visitor it answers; nil for none.
    package let visit: Visit?
    /// What an entry calls those that refer to it by this field, nodes below; nil where the register has the word for it.
    package let inverse: Bilingual?

    /// What somebody asks who is about to go to a place, in the order in which pages answer.
    package enum Visit: String, Sendable, Hashable, CaseIterable {
        /// When it is open.
        case open
        /// Where it is and how to get there.
        case way
        /// What it offers.
        case offer
        /// How to book.
        case booking
        /// What there is for people with disabilities.
        case access
        /// By which telephone number or site to ask.
        case contact
    }

    /// What a field serves for besides being shown.
    package enum Use: String, Sendable, Hashable, CaseIterable {
        /// A column of the list.
        case list
        /// Counted beside the list, and the list narrowed by it.
        case facet
        /// The list sorted by it.
        case sort
        /// Its words are found.
        case search
        /// Its places stand on the map.
        case map
    }
}
