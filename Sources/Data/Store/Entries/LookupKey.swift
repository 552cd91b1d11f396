/// A number or name under which exactly one entry is found.
package struct LookupKey: Sendable, Hashable {
    /// Where it is unique: a register, or a named rule across registers.
    package let scope: String
    /// Which number or name it is, such as `publication`.
    package let field: String
    /// Its normalised form.
    package let value: String

    /// Names a key; none of the three may hold a control character.
    package init(scope: String, field: String, value: String) {
        self.scope = scope
        self.field = field
        self.value = value
    }
}
