/// A file that an entry holds, as its content names it; the bytes are a blob.
package struct EntryFile: Sendable, Hashable {
    /// What it is called when it is taken along: no path, no control characters.
    package let name: String
    /// Its media type, as its content says.
    package let type: String
    /// How many bytes it has.
    package let bytes: Int
    /// The SHA-256 of the bytes in hexadecimal, 64 small letters and digits.
    package let digest: String

    /// The longest name, in scalars.
    package static let longestName = 120

    /// Describes a file.
    ///
    /// - Parameters:
    ///   - given: what it was called by whoever sent it.
    ///   - sort: what its content is.
    ///   - bytes: how many bytes it has.
    ///   - digest: their SHA-256 in hexadecimal.
    package init(called given: String, _ sort: FileSort, bytes: Int, digest: String) {
        name = Self.safe(given, sort)
        type = sort.mediaType
        self.bytes = bytes
        self.digest = digest
    }

    /// Reads a value; nil for one that is no file.
    package init?(_ value: FieldValue) {
        guard case .parts(let parts) = value, Set(parts.keys) == ["name", "type", "bytes", "digest"],
            let name = value["name"], let type = value["type"], let bytes = value["bytes"].flatMap(Int.init),
            let digest = value["digest"], Self.isDigest(digest)
        else { return nil }
        self.name = name
        self.type = type
        self.bytes = bytes
        self.digest = digest
    }

    /// As it stands in a content.
    package var value: FieldValue {
        .parts([
            "name": .text(name), "type": .text(type), "bytes": .text(String(bytes)), "digest": .text(digest),
        ])
    }

    /// Whether a text is the digest of a file.
    package static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// A name that can be shown and kept: the last part of a path, without what is not seen or turns the order of writing, and with an
    /// ending that says what the content is.
    private static func safe(_ given: String, _ sort: FileSort) -> String {
        let last = given.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
        let seen = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: !"\"<>:|?*".unicodeScalars.contains(scalar)
            }
        }
        var name = String(String.UnicodeScalarView(seen)).trimmed
        while name.hasPrefix(".") { name.removeFirst() }
        let ending = sort.endings.first { name.lowercased().hasSuffix($0) }
        let stem = ending.map { String(name.dropLast($0.count)) } ?? name
        // Scalars, because a character may have any number of marks.
        let kept = String(String.UnicodeScalarView(stem.unicodeScalars.prefix(longestName - 5))).trimmed
        return (kept.isEmpty ? "file" : kept) + (ending ?? sort.endings[0])
    }
}

extension EntryContent {
    /// All files that it names, each once.
    package var files: [EntryFile] {
        var files: [EntryFile] = []
        for (_, value) in fields.sorted(by: { $0.key < $1.key }) {
            for file in value.items.compactMap(EntryFile.init) where !files.contains(file) { files.append(file) }
        }
        return files
    }
}
