package import Bytes
internal import Domain

/// One line of the log: an entry got a version, or was withdrawn.
package struct Change: Sendable, Hashable {
    /// Its place in the log, from 1, dense and in the order of commits.
    package let sequence: Int64
    /// The register of the entry.
    package let register: String
    /// The entry.
    package let entry: String
    /// The version that the entry got, from 1.
    package let version: Int64
    /// When, in microseconds UTC.
    package let time: Int64
    /// Who: an account id, `import` or `system`.
    package let author: String
    /// The digest of salt and content; all zero for a tombstone.
    package let digest: Digest256

    /// Describes a line.
    package init(
        sequence: Int64,
        register: String,
        entry: String,
        version: Int64,
        time: Int64,
        author: String,
        digest: Digest256
    ) {
        self.sequence = sequence
        self.register = register
        self.entry = entry
        self.version = version
        self.time = time
        self.author = author
        self.digest = digest
    }

    /// Whether the line withdraws the entry.
    package var isTombstone: Bool { digest == Digest256() }

    /// The line in canonical form: the input of its leaf hash.
    ///
    /// **Shape** one JSON object with exactly these members in this order: author, digest (64 hexadecimal digits),
    /// entry, register, sequence, time, version.
    /// **Source** RFC 8785 (2020).
    package var canonicalLine: [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(256)
        line.append(contentsOf: #"{"author":"#.utf8)
        CanonicalJSON.append(string: author, to: &line)
        line.append(contentsOf: #","digest":""#.utf8)
        line.append(contentsOf: digest.description.utf8)
        line.append(contentsOf: #"","entry":"#.utf8)
        CanonicalJSON.append(string: entry, to: &line)
        line.append(contentsOf: #","register":"#.utf8)
        CanonicalJSON.append(string: register, to: &line)
        line.append(contentsOf: #","sequence":"#.utf8)
        line.append(contentsOf: String(sequence).utf8)
        line.append(contentsOf: #","time":"#.utf8)
        line.append(contentsOf: String(time).utf8)
        line.append(contentsOf: #","version":"#.utf8)
        line.append(contentsOf: String(version).utf8)
        line.append(UInt8(ascii: "}"))
        return line
    }

    /// The hash of the line as a leaf of the log.
    package var leaf: Digest256 { MerkleTree.leaf(canonicalLine) }
}
