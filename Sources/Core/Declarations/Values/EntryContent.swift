/// What an entry of a declared register says: the content that is stored of it.
package struct EntryContent: Sendable, Hashable, Codable {
    /// A value that no other entry may have, as it was when the content was written: the row of it can be made again without the
    /// declaration of that time.
    package struct Key: Sendable, Hashable, Codable {
        /// Where it is unique.
        package let scope: String
        /// The fields, joined by `+`.
        package let field: String
        /// Their values, folded.
        package let value: String
        /// On which side of the first day of its rule the entry lies; nil where the rule always held.
        package let age: UniqueKey.Age?
    }

    /// Its values by the names of their fields; a field without a value is left out.
    package var fields: [String: FieldValue]
    /// Its state; nil in a register without states.
    package var state: String?
    /// Whether it is an example, which never counts (示例).
    package var sample: Bool?
    /// What no other entry may have; nil where there is nothing of that kind.
    package private(set) var keys: [Key]?

    /// Puts values together.
    package init(fields: [String: FieldValue], state: String? = nil, sample: Bool? = nil) {
        self.fields = fields
        self.state = state
        self.sample = sample
    }

    /// The content as it is stored, with what no other entry may have.
    package func keeping(_ keys: [UniqueKey]) -> EntryContent {
        var content = self
        content.keys =
            keys.isEmpty ? nil : keys.map { Key(scope: $0.scope, field: $0.field, value: $0.value, age: $0.age) }
        return content
    }
}
