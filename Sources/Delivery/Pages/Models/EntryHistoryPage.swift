package import Links

/// The versions of an entry, the newest first.
package struct EntryHistoryPage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    package var title: String
    package var isSample: Bool
    package var versions: [Version]

    package init(link: RegisterLink, register: RegisterHead, title: String, isSample: Bool, versions: [Version]) {
        self.link = link
        self.register = register
        self.title = title
        self.isSample = isSample
        self.versions = versions
    }

    /// One version.
    package struct Version: Sendable, Hashable {
        package var number: Int
        /// The moment in Beijing, `YYYY-MM-DD HH:MM`.
        package var changed: String
        /// The account that made it, where the reader may know.
        package var author: String?
        /// What it changed; nil where the content was erased.
        package var changes: [ChangedField]?

        package init(number: Int, changed: String, author: String?, changes: [ChangedField]?) {
            self.number = number
            self.changed = changed
            self.author = author
            self.changes = changes
        }
    }
}
