/// The declarations in force, by kinds.
package struct DefinitionsPage: Sendable, Hashable {
    /// A kind, by the folder of its files, with what is in force of it.
    package struct Kind: Sendable, Hashable {
        package var folder: String
        package var lines: [Line]

        package init(folder: String, lines: [Line]) {
            self.folder = folder
            self.lines = lines
        }
    }

    /// A declaration in force.
    package struct Line: Sendable, Hashable {
        package var name: String
        /// What people call it; empty where it cannot be read.
        package var label: String
        package var version: Int
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var published: String
        /// How many entries a register has; nil for other kinds.
        package var entries: Int?
        /// How the file in the folder of the node stands to it, by the name of its text.
        package var standing: String

        package init(name: String, label: String, version: Int, published: String, entries: Int?, standing: String) {
            self.name = name
            self.label = label
            self.version = version
            self.published = published
            self.entries = entries
            self.standing = standing
        }
    }

    /// A file of the folder that is not published, by the folder of its kind and its name.
    package struct File: Sendable, Hashable {
        package var folder, name: String

        package init(folder: String, name: String) {
            self.folder = folder
            self.name = name
        }
    }

    package var kinds: [Kind]
    package var waiting: [File]

    package init(kinds: [Kind], waiting: [File]) {
        self.kinds = kinds
        self.waiting = waiting
    }
}
