package import Declarations

/// What a program wants an entry of a declared register to be: the body of `POST /registers/NAME.json` and `PUT /registers/NAME/ID.json`.
///
/// The members of ``RegisterEntryDocument`` that it lacks may stand there and say nothing, so that what was read can be changed and sent
/// back.
package struct EntryWriteDocument: Codable, Hashable, Sendable {
    /// The values by the names of their fields.
    ///
    /// A field that everybody reads and that is missing is emptied; what the writer may not see stays as it is.
    package var fields: [String: FieldValue]
    /// The state; nil leaves it as it is, or begins with the first.
    package var state: String?
    /// Whether a new entry is an example (示例); it stays what it is.
    package var sample: Bool?
    /// Why, for whoever approves it.
    package var note: String?

    package init(fields: [String: FieldValue], state: String? = nil, sample: Bool? = nil, note: String? = nil) {
        self.fields = fields
        self.state = state
        self.sample = sample
        self.note = note
    }
}

/// What became of an entry that waits for a second person.
package struct EntryProposedDocument: Codable, Hashable, Sendable {
    /// The identifier that the entry has, or is to have.
    package var id: String
    /// The proposal and the address of its page.
    package var proposal: String
    package var page: String

    package init(id: String, proposal: String, page: String) {
        self.id = id
        self.proposal = proposal
        self.page = page
    }
}
