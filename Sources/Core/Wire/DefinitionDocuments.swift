package import Domain

/// The declarations in force.
///
/// **Shape** `kind` is the folder of its files; `folder` how the file in the folder of the node stands to it; `waiting` are files there
/// that are not published, as `KIND/NAME`.
package struct DefinitionsDocument: Codable, Hashable, Sendable {
    /// A declaration in force.
    package struct Line: Codable, Hashable, Sendable {
        package var kind, name: String
        package var label: Bilingual?
        package var version: Int64
        /// ISO 8601, UTC.
        package var published: String
        /// How many entries a register has.
        package var entries: Int64?
        package var folder: String

        package init(
            kind: String,
            name: String,
            label: Bilingual?,
            version: Int64,
            published: String,
            entries: Int64?,
            folder: String
        ) {
            self.kind = kind
            self.name = name
            self.label = label
            self.version = version
            self.published = published
            self.entries = entries
            self.folder = folder
        }
    }

    package var definitions: [Line]
    package var waiting: [String]

    package init(definitions: [Line], waiting: [String]) {
        self.definitions = definitions
        self.waiting = waiting
    }
}

/// One declaration with the text of a version and who published its versions, the newest first.
package struct DefinitionDocument: Codable, Hashable, Sendable {
    /// A version.
    package struct Version: Codable, Hashable, Sendable {
        package var version: Int64
        /// ISO 8601, UTC.
        package var published: String
        package var sha256: String
        /// A masked name, an id, or `operator`; left out where that was not kept.
        package var by, reason: String?

        package init(version: Int64, published: String, sha256: String, by: String?, reason: String?) {
            self.version = version
            self.published = published
            self.sha256 = sha256
            self.by = by
            self.reason = reason
        }
    }

    package var kind, name: String
    package var version: Int64
    package var text: String
    package var versions: [Version]

    package init(kind: String, name: String, version: Int64, text: String, versions: [Version]) {
        self.kind = kind
        self.name = name
        self.version = version
        self.text = text
        self.versions = versions
    }
}
