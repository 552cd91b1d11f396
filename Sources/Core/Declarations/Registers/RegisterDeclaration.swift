package import Domain

/// A register as its file declares it: `Definitions/registers/NAME.yaml`.
package struct RegisterDeclaration: Sendable, Hashable {
    /// Which fields place an entry where roles have their scope.
    package struct Place: Sendable, Hashable {
        /// The field with its region.
        package let region: String?
        /// The field with the institution in charge, an entry of the register of institutions.
        package let institution: String?
        /// Whether the entries are institutions themselves.
        package let isInstitution: Bool
    }

    /// The doors of the portal behind which a register may stand.
    package enum Door: String, Sendable, Hashable, CaseIterable {
        case apply, ask, data, network, learn, figures
    }

    /// The most fields by which entries are counted.
    package static let mostFacets = 16
    /// The most fields by which they are sorted.
    package static let mostSorts = 16

    /// Its name, that of its file.
    package let name: String
    /// The name of the whole: 机构名录, Institutions.
    package let label: Bilingual
    /// The name of one entry: 机构, institution.
    package let entry: Bilingual
    /// What is kept here and why.
    package let help: Bilingual?
    /// The official paper that its fields follow, by number or title.
    package let source: String?
    /// Whether the declaration is an example that the operator is to edit (示例).
    package let isSample: Bool
    /// Where the portal shows it.
    package let door: Door
    /// The field that names an entry.
    package let title: String
    /// Who reads it.
    package let read: Access
    /// Who writes it.
    package let write: Access
    /// Who approves what somebody else wrote; nil where writing is enough.
    package let approve: Access?
    /// Where roles have their scope.
    package let place: Place
    /// Its fields in the order of forms and pages.
    package let fields: [FieldDeclaration]
    /// Its states, the first that in which an entry begins; none where entries just are.
    package let states: [StateDeclaration]
    /// What must hold beyond single fields.
    package let rules: [RegisterRule]

    /// The field of a name.
    package func field(_ name: String) -> FieldDeclaration? { fields.first { $0.name == name } }

    /// The state of a name.
    package func state(_ name: String) -> StateDeclaration? { states.first { $0.name == name } }

    /// The state that a person means: by its name or its label in either language.
    package func stateCalled(_ text: String) -> StateDeclaration? {
        state(text) ?? states.first { $0.label.zh == text || $0.label.en.lowercased() == text.lowercased() }
    }

    /// Who reads a field.
    package func readers(of field: FieldDeclaration) -> Access { field.read ?? read }
}
