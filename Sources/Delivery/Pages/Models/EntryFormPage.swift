package import Links

/// The form for a new entry, or for one that is to be changed.
package struct EntryFormPage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    /// What the entry is called; nil for a new one.
    package var title: String?
    /// What tells the node that the form is one of its own, for this visitor.
    package var token: String
    /// The version that it changes; 0 for a new entry.
    package var base: Int
    /// Its fields; none where who looks may not write.
    package var fields: [EntryFormField]
    /// Why, as it was typed; nil where one person is enough and nobody is told why.
    package var note: String?
    /// Whether it shows masked values, which stay as they are where they are left so.
    package var isMasked: Bool
    /// Whether it takes files.
    package var hasFiles: Bool
    /// What is wrong, in the order of the fields.
    package var problems: [Problem]
    /// Why it was not saved besides; nil where it was not sent, or for problems alone.
    package var refusal: Refusal?
    /// When what its writer typed was kept, as a moment in Beijing; nil where they have no draft of it.
    package var draft: String?

    package init(
        link: RegisterLink,
        register: RegisterHead,
        title: String?,
        token: String,
        base: Int,
        fields: [EntryFormField],
        note: String?,
        isMasked: Bool = false,
        hasFiles: Bool = false,
        problems: [Problem] = [],
        refusal: Refusal? = nil
    ) {
        self.link = link
        self.register = register
        self.title = title
        self.token = token
        self.base = base
        self.fields = fields
        self.note = note
        self.isMasked = isMasked
        self.hasFiles = hasFiles
        self.problems = problems
        self.refusal = refusal
    }

    /// Something that is wrong.
    package struct Problem: Sendable, Hashable {
        /// The field; nil where the entry as a whole is meant.
        package var field: String?
        package var text: String

        package init(field: String?, text: String) {
            self.field = field
            self.text = text
        }
    }

    /// Why what was sent was not saved.
    package enum Refusal: Sendable, Hashable {
        /// The form was not sent from a page of this node, or from one of another session.
        case elsewhere
        /// Who looks may write nowhere in this register, or not this entry.
        case notAllowed
        /// The entry lies, or would lie, where who sent it may not write.
        case place
        /// A proposal for the entry waits and comes first.
        case waiting(RegisterLink)
        /// Who sent it has as many drafts as an account may have; nothing was kept.
        case drafts
        /// Somebody changed the entry meanwhile: what both changed, the other's value first, and what the other alone
        /// changed, which stands in the form now.
        case changed(clashes: [ChangedField], taken: [ChangedField])
    }
}
