/// A value by which staff lists filter or sort the entries of a register.
package struct OrderValue: Sendable, Hashable {
    /// The field of the register.
    package let field: String
    /// Its text, when the field is a text.
    package let text: String?
    /// Its number, when the field is a number, a day or a moment.
    package let number: Int64?

    /// Describes a value.
    package init(field: String, text: String? = nil, number: Int64? = nil) {
        self.field = field
        self.text = text
        self.number = number
    }
}
