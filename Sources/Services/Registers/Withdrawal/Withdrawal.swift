/// What a withdrawal would do: the entries it was asked for, by what they are at present.
package struct Withdrawal: Sendable {
    /// An entry that is a tombstone already.
    package struct Tombstone: Sendable, Encodable {
        package let id: String
        /// Whether it was erased, so that no import brings it back.
        package let erased: Bool
        /// The line of the log that made it one.
        package let sequence: Int64
        /// What was written beside that line.
        package let reason: String?
    }

    /// Whether no import may bring the entries back.
    package let erases: Bool
    /// Entries that will become tombstones, or erased ones of withdrawn ones; in the order asked for, each once.
    package internal(set) var entries: [String] = []
    /// Entries for which nothing is left to do.
    package internal(set) var already: [Tombstone] = []
    /// Names under which there never was an entry.
    package internal(set) var unknown: [String] = []
}
