import Formats

/// What became of the files of one import.
package struct ImportReport: Codable, Hashable, Sendable {
    /// One recognised file.
    package struct File: Codable, Hashable, Sendable {
        package var name: String
        package var format: String
        package var read = 0
        package var imported = 0
        package var unchanged = 0
        package var rejected = 0
        /// Why the file was not read to its end; nil when it was.
        package var problem: String?
        /// Where rejected records are listed; nil when there are none.
        package var rejects: String?
    }

    /// A file that no reader took.
    package struct Skipped: Codable, Hashable, Sendable {
        package var name: String
        package var reason: String
    }

    package var files: [File] = []
    package var skipped: [Skipped] = []
    /// The first of the numbers that two records claim; the first record keeps each.
    package var conflicts: [String] = []
    /// How many numbers two records claim.
    package var conflictCount = 0
    /// What became of the pictures that records name, in all files.
    package var drawings = DrawingTally()
    package var seconds = 0.0

    package init() {}

    package var read: Int { files.reduce(0) { $0 + $1.read } }
    package var imported: Int { files.reduce(0) { $0 + $1.imported } }
    package var unchanged: Int { files.reduce(0) { $0 + $1.unchanged } }
    package var rejected: Int { files.reduce(0) { $0 + $1.rejected } }

    /// Whether every recognised file was read to its end, and there was one.
    package var isComplete: Bool { !files.isEmpty && files.allSatisfy { $0.problem == nil } }

    /// Adds a file that was read.
    mutating func add(_ tally: Intake.Tally, _ source: RecognisedSource, rejects: String?) {
        files.append(
            File(
                name: source.name,
                format: source.format.rawValue,
                read: tally.read,
                imported: tally.imported,
                unchanged: tally.unchanged,
                rejected: tally.rejected,
                problem: tally.problem,
                rejects: rejects
            )
        )
        drawings.add(tally.drawings)
        conflicts += tally.conflicts
        conflictCount += tally.conflictCount
    }
}

/// How far an import has come, for a progress bar.
package struct ImportStep: Sendable {
    package var file: String
    /// Bytes of the file read so far, and its size where it is known.
    package var bytes: Int64
    package var size: Int64?
    /// Records met so far in all files.
    package var records: Int
}
