package import Declarations

/// An entry of a declared register as one reader may see it.
package struct EntryView: Sendable {
    /// Its identifier.
    package let id: String
    /// The declaration of its register.
    package let register: RegisterDeclaration
    /// Which version it is, and when that was made in microseconds UTC.
    package let version: Int64
    package let time: Int64
    /// What it says, without what the reader may not see.
    package let content: EntryContent
    /// The fields that the reader may see, in the order of the declaration.
    package let fields: [FieldDeclaration]
    /// Those of them whose values are masked in the content.
    package let masked: [String]
    /// Those of them that whoever may change the entry may change.
    package let writable: Set<String>
    /// Whether the reader may change it, and approve what others change.
    package let mayWrite: Bool
    package let mayApprove: Bool

    /// What people call it: the value of the field that names entries.
    package var title: String { register.title(of: content) ?? id }
}

extension RegisterDeclaration {
    /// What people call an entry: the value of the field that names entries; nil where it has none.
    func title(of content: EntryContent) -> String? {
        guard let field = field(title), let value = content.fields[field.name] else { return nil }
        return ValueText.text(of: value, field.type)
    }
}
