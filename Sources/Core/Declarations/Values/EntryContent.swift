/// What an entry of a declared register says: the content that is stored of it.
package struct EntryContent: Sendable, Hashable, Codable {
    /// Its values by the names of their fields; a field without a value is left out.
    package var fields: [String: FieldValue]
    /// Its state; nil in a register without states.
    package var state: String?
    /// Whether it is an example, which never counts (示例).
    package var sample: Bool?

    /// Puts values together.
    package init(fields: [String: FieldValue], state: String? = nil, sample: Bool? = nil) {
        self.fields = fields
        self.state = state
        self.sample = sample
    }
}
