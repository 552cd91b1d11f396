internal import Foundation

/// How the store writes.
package struct StoreOptions: Sendable {
    /// How long a transaction of an import or of many tombstones holds the log, its commit included.
    ///
    /// Default 40 milliseconds; the rule is at most 100, and what a busy machine adds cannot be foreseen.
    package var writeTime: Duration = .milliseconds(40)
    /// How long an import lets go of the log after it held it for more than half of `writeTime`.
    ///
    /// Default 2 milliseconds: a writer of another process that waits looks at least every 5.
    package var writePause: Duration = .milliseconds(2)
    /// How many records an import stores before it looks at the clock again.
    ///
    /// Default 64.
    package var recordsPerStep = 64
    /// The most records that one transaction of an import takes.
    ///
    /// Default 4,096.
    package var recordsPerWrite = 4_096
    /// The zstd level for contents and texts, 1...19.
    ///
    /// Default 3.
    package var compressionLevel: Int32 = 3
    /// Texts of at least this many bytes are compressed.
    ///
    /// Default 512.
    package var compressTextsFrom = 512
    /// The largest content or text that is accepted and read back, in bytes.
    ///
    /// Default 256 MiB.
    package var largestContent = 256 << 20
    /// The bytes of one part of a blob.
    ///
    /// Default 256 KiB.
    package var blobPart = 256 << 10
    /// How long a blob that no entry names is kept.
    ///
    /// Default seven days.
    package var blobGrace: Duration = .seconds(7 * 24 * 3_600)
    /// How often a job is tried before it rests as failed.
    ///
    /// Default 12.
    package var jobAttempts: Int64 = 12
    /// How long a failed job waits before the second try; doubled with each try.
    ///
    /// Default 10 seconds.
    package var jobBackOff: Duration = .seconds(10)
    /// The longest wait between two tries of a job.
    ///
    /// Default 1 hour.
    package var jobLongestBackOff: Duration = .seconds(3_600)
    /// The moment in microseconds UTC; tests give a clock of their own.
    package var now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1_000_000) }

    /// The defaults.
    package init() {}
}

extension Duration {
    /// The whole microseconds.
    package var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
