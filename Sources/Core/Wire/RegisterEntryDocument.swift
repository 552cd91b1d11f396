package import Declarations

/// An entry of a declared register, as `/registers/NAME/ID.json`: what its reader may see of it.
package struct RegisterEntryDocument: Codable, Hashable, Sendable {
    package var register: String
    /// The whole identifier, `NAME/ID`.
    package var id: String
    /// Counts from 1.
    package var version: Int64
    /// When that version was made, ISO 8601 in UTC.
    package var changed: String
    /// Nil in a register without states.
    package var state: String?
    /// Whether it is an example, which never counts (示例).
    package var sample: Bool
    /// The values by the names of their fields, in the form in which they are stored.
    package var fields: [String: FieldValue]
    /// The fields whose values are masked, because they say something of a person; nil where none are.
    package var masked: [String]?
    /// Where the files that stand in the fields are; nil where there are none.
    package var files: [File]?
    /// The entries that refer to it; nil where there are none, and in lists.
    package var referrers: [ReferrersDocument]?

    /// A file.
    package struct File: Codable, Hashable, Sendable {
        package var name: String
        /// Its media type, as its content says.
        package var type: String
        package var bytes: Int
        /// SHA-256 in hexadecimal.
        package var digest: String
        package var url: String

        package init(name: String, type: String, bytes: Int, digest: String, url: String) {
            self.name = name
            self.type = type
            self.bytes = bytes
            self.digest = digest
            self.url = url
        }
    }

    package init(
        register: String,
        id: String,
        version: Int64,
        changed: String,
        state: String?,
        sample: Bool,
        fields: [String: FieldValue],
        masked: [String]? = nil,
        files: [File]? = nil,
        referrers: [ReferrersDocument]? = nil
    ) {
        self.register = register
        self.id = id
        self.version = version
        self.changed = changed
        self.state = state
        self.sample = sample
        self.fields = fields
        self.masked = masked
        self.files = files
        self.referrers = referrers
    }
}
