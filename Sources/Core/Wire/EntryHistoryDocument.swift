package import Declarations

/// The versions of an entry of a declared register, as `/registers/NAME/ID/history.json`.
package struct EntryHistoryDocument: Codable, Hashable, Sendable {
    package var register: String
    /// The whole identifier, `NAME/ID`.
    package var id: String
    /// The newest first.
    package var versions: [Version]

    package init(register: String, id: String, versions: [Version]) {
        self.register = register
        self.id = id
        self.versions = versions
    }

    /// One version.
    package struct Version: Codable, Hashable, Sendable {
        package var version: Int64
        /// When it was made, ISO 8601 in UTC.
        package var changed: String
        /// The account that made it; only for those who write the register.
        package var author: String?
        /// What it changed, as far as the reader may see it; nil where the content was erased.
        package var changes: [Change]?

        package init(version: Int64, changed: String, author: String?, changes: [Change]?) {
            self.version = version
            self.changed = changed
            self.author = author
            self.changes = changes
        }
    }

    /// A field that is not as it was.
    package struct Change: Codable, Hashable, Sendable {
        /// Its name; `state` for the state.
        package var field: String
        /// Nil where nothing stood there, or stands there now.
        package var before: FieldValue?
        package var after: FieldValue?

        package init(field: String, before: FieldValue?, after: FieldValue?) {
            self.field = field
            self.before = before
            self.after = after
        }
    }
}
