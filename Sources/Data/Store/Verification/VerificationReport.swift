package import Bytes

/// What `doctor` looked at and found.
package struct VerificationReport: Sendable, Hashable {
    /// What is wrong, in the order found; at most as many as asked for.
    package internal(set) var findings: [Finding] = []
    /// Whether there was more than was asked for.
    package internal(set) var isCut = false
    /// How many lines of the log were checked.
    package internal(set) var lines: Int64 = 0
    /// How many entries were checked.
    package internal(set) var entries: Int64 = 0
    /// How many numbers were checked.
    package internal(set) var keys: Int64 = 0
    /// How many sealed rows of the audit were checked.
    package internal(set) var sealedRows: Int64 = 0
    /// The logical digest of the entries.
    package internal(set) var logicalDigest = Digest256()

    /// Whether nothing is wrong.
    package var isSound: Bool { findings.isEmpty }
}
