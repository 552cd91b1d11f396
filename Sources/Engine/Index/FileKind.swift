/// The kinds of file an index consists of; the raw value stands in the header and begins the name.
enum FileKind: String, Sendable, CaseIterable {
    case terms = "term"
    case postings = "post"
    case positions = "posi"
    case documents = "docs"
    case columns = "cols"
    case updatableColumns = "upda"
    case live = "live"
    case manifest = "mani"

    /// The format version written into every header and the only one read.
    static let formatVersion: UInt32 = 4
    /// How the name of every file but the manifest ends.
    static let suffix = ".hz"
    /// How the name of a file ends while it is being written.
    static let unfinishedSuffix = ".tmp"
    /// The name of the file that says which files make the newest snapshot.
    static let manifestName = "manifest"
    /// The name of the file that the writer locks.
    static let lockName = "writer.lock"

    /// The name of a finished file: its kind and the first half of its SHA-256.
    func name(digest: String) -> String { rawValue + "-" + digest.prefix(32) + FileKind.suffix }

    /// Whether a name is one that ``name(digest:)`` gives.
    func isName(_ name: String) -> Bool {
        let digest = name.utf8.dropFirst(rawValue.utf8.count + 1).dropLast(FileKind.suffix.utf8.count)
        let isHexadecimal = digest.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        return digest.count == 32 && isHexadecimal && name == self.name(digest: String(decoding: digest, as: UTF8.self))
    }

    /// The name of a file while its bytes are copied from another folder.
    static func unfinishedName(of name: String) -> String { name.dropLast(suffix.count) + unfinishedSuffix }

    /// Whether a name is one that a writer gives and may remove.
    static func isOurs(_ name: String) -> Bool {
        guard name.hasSuffix(suffix) || name.hasSuffix(unfinishedSuffix) else { return false }
        return allCases.contains { name.hasPrefix($0.rawValue + "-") }
    }
}

/// What the manifest remembers of a file: enough to tell another file in its place.
struct FileReference: Sendable, Equatable, Hashable {
    var kind: FileKind
    var name: String
    var length: Int
    var checksum: UInt32
}
