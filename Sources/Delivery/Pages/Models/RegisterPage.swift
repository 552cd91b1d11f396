package import Links

/// One declared register: what is kept in it, and what its reader may do there.
package struct RegisterPage: Sendable {
    package var link: RegisterLink
    package var head: RegisterHead
    /// Its fields as the reader may see them.
    package var fields: [Field]
    package var mayWrite: Bool
    package var mayApprove: Bool
    /// Its entries; nil while they are being indexed.
    package var list: EntryList?
    /// Why data of persons are kept in it, as far as the reader may know of the fields.
    package var personal: [PersonalNote]
    /// Whether everybody reads the register.
    package var isPublic: Bool
    /// What its reader has typed and not sent yet, with what tells the node that a form is one of its own.
    package var drafts: [DraftRow] = []
    package var token = ""

    package init(
        link: RegisterLink,
        head: RegisterHead,
        fields: [Field],
        mayWrite: Bool,
        mayApprove: Bool,
        list: EntryList? = nil,
        personal: [PersonalNote] = [],
        isPublic: Bool = true
    ) {
        self.link = link
        self.head = head
        self.fields = fields
        self.mayWrite = mayWrite
        self.mayApprove = mayApprove
        self.list = list
        self.personal = personal
        self.isPublic = isPublic
    }

    /// A field, in the language of the page.
    package struct Field: Sendable, Hashable {
        package var label: String
        package var help: String?
        /// The word that declares its type: `text`, `hours`.
        package var type: String
        /// Whether everybody reads it, also without signing in.
        package var isPublic: Bool

        package init(label: String, help: String?, type: String, isPublic: Bool) {
            self.label = label
            self.help = help
            self.type = type
            self.isPublic = isPublic
        }
    }
}
