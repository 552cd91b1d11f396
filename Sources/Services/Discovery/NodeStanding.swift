package import EntryIndex
import Foundation
package import Index
package import Store

/// How a node stands, for those who run it: health checks and metrics.
package struct NodeStanding: Sendable {
    /// How far the index has come in the log.
    package struct Progress: Sendable, Hashable {
        package var index: IndexStanding
        /// The log sequence that searches are answered from; nil while there is none.
        package var snapshot: UInt64?
        /// Lines in the log.
        package var logSize: Int64
        /// What is being done to the index of declared registers, and the log sequence that their lists are answered from; nil while
        /// there is none.
        package var registers = IndexStanding()
        package var registersSnapshot: UInt64?

        /// Whether the node answers everything: searches find what the log says, and registers have lists, be it of a moment ago
        /// while their index is built for other declarations.
        package var isReady: Bool { isWhole && registersSnapshot != nil }

        /// Whether searches find what the log says: an index that knows more lines than there are is of a log that went
        /// back.
        package var isWhole: Bool { index.isWhole && Int64(clamping: snapshot ?? 0) <= logSize }

        /// Lines that the index lacks.
        package var lag: Int64 { max(0, logSize - Int64(clamping: snapshot ?? 0)) }
    }

    /// What the store says of itself.
    package struct StoreFigures: Sendable, Hashable {
        package var progress: Progress
        /// How long the oldest line that the index lacks has waited; seconds, 0 when it lacks none.
        package var lagSeconds: Double
        package var jobs: JobCounts
    }

    /// The searches of this program.
    package let pool: SearchPool
    private let store: Store
    private let index: PublishedIndex
    private let registers: PublishedIndex

    package init(store: Store, index: PublishedIndex, registers: PublishedIndex, pool: SearchPool) {
        self.store = store
        self.index = index
        self.registers = registers
        self.pool = pool
    }

    /// The snapshot that searches are answered from; nil while there is none.
    package var snapshot: Snapshot? { index.snapshot }

    /// How busy the connections to a database server are, by what they serve; empty where the database is a file.
    package var connections: [(pool: String, lent: Int, idle: Int, waiting: Int)] { store.connections }

    /// How far the indexes are.
    ///
    /// - Throws: What the store throws: a node that cannot read it can answer nobody.
    package func progress() async throws -> Progress {
        // In this order: unless the log went back, the index is never ahead of it.
        let (standing, snapshot) = (index.standing, index.snapshot?.sequence)
        return Progress(
            index: standing,
            snapshot: snapshot,
            logSize: try await store.logHead().size,
            registers: registers.standing,
            registersSnapshot: registers.snapshot?.sequence
        )
    }

    /// What is to be measured of the store.
    ///
    /// - Throws: What the store throws.
    package func storeFigures() async throws -> StoreFigures {
        let progress = try await progress()
        return StoreFigures(
            progress: progress,
            lagSeconds: try await lagSeconds(progress),
            jobs: try await store.jobCounts()
        )
    }

    private func lagSeconds(_ progress: Progress) async throws -> Double {
        guard progress.lag > 0,
            let last = try await store.cursor(at: Int64(clamping: progress.snapshot ?? 0)),
            let oldest = try await store.changes(after: last, limit: 1).changes.first
        else { return 0 }
        return max(0, Date().timeIntervalSince1970 - Double(oldest.time) / 1_000_000)
    }
}
