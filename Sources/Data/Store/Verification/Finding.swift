/// One thing that `doctor` finds wrong in the store.
package struct Finding: Sendable, Hashable {
    /// What kind of damage it is; the raw value is its name in reports.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The database finds its own storage damaged.
        case storage
        /// A row cannot be read as what it should be.
        case unreadable
        /// A line of the log is missing.
        case logGap = "log-gap"
        /// The root over the lines is not the root of the head: a line was changed, or the head.
        case logRoot = "log-root"
        /// A tile does not hold the hashes of the lines.
        case logTile = "log-tile"
        /// A checkpoint has another root than the log had at its size.
        case checkpoint
        /// A checkpoint is not signed by the log's key.
        case checkpointSignature = "checkpoint-signature"
        /// Rows of the audit are not those that the log sealed.
        case seal
        /// Rows of the audit were sealed long after their time: sealing stood still, or they are dated back.
        case lateSeal = "late-seal"
        /// A sealed row of the audit was changed or is missing.
        case sealedRow = "sealed-row"
        /// A line of the log has no entry, or one with a lower version.
        case entryBehindLog = "entry-behind-log"
        /// An entry or an older version differs from its line in the log.
        case entryDiffersFromLog = "entry-differs-from-log"
        /// An entry names a line of the log that is not there or of another entry.
        case entryWithoutLine = "entry-without-line"
        /// An older version is missing.
        case versionMissing = "version-missing"
        /// The content of a version does not fit its digest.
        case content
        /// Something is left of what was withdrawn or erased.
        case erasure
        /// A long text does not fit its digest.
        case text
        /// A number that an entry lists does not lead to it.
        case keyMissing = "key-missing"
        /// A number leads to an entry that is not there or does not list it.
        case keyStray = "key-stray"
        /// What a source said belongs to no living entry.
        case sourceStray = "source-stray"
        /// The counts of a register are not those of its entries.
        case counts
        /// The parts of a blob do not fit its digest.
        case blob
        /// An entry names a blob that is not there.
        case blobMissing = "blob-missing"
    }

    /// What kind of damage.
    package let kind: Kind
    /// Which entry, line, key or blob.
    package let subject: String
    /// What was expected and what was found.
    package let detail: String
}
