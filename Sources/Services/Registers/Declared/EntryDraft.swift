package import Declarations

/// What somebody has typed into the form of an entry and not sent yet: theirs alone, kept with their account.
package struct EntryDraft: Codable, Sendable, Hashable {
    /// The register.
    package var register: String
    /// The entry; nil for a new one.
    package var entry: String?
    /// The version that the form was of; 0 for a new entry.
    package var base: Int64
    /// What was typed, as it was typed and right or wrong, of what is not as the entry says.
    package var content: EntryContent
    /// The fields that were emptied.
    package var emptied: [String]
    /// Why, for whoever approves it.
    package var note: String
    /// When it was kept, in microseconds UTC.
    package var time: Int64

    /// What the form says over what the entry says now.
    package func content(over current: EntryContent?) -> EntryContent {
        var content = current ?? EntryContent(fields: [:])
        content.fields.merge(self.content.fields) { $1 }
        for name in emptied { content.fields[name] = nil }
        content.state = self.content.state ?? content.state
        return content
    }
}
