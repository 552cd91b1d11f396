/// Whether a node is up and answers from its index.
package struct HealthDocument: Codable, Hashable, Sendable {
    /// `up`, `ready`, `starting`, `stopping` or `unavailable`.
    package var status: String
    /// The log sequence that searches are answered from; left out while there is none.
    package var snapshot: UInt64?
    /// Lines in the log; left out where that was not asked.
    package var log: Int64?
    /// What the index is doing: `starting`, `copying`, `building` or `following`.
    package var work: String?
    /// How much of that is done, from 0 to 1; left out where there is no end.
    package var share: Double?
    /// How the index of declared registers stands; left out where that was not asked.
    package var registers: Registers?
    /// The sibling that a snapshot is copied from.
    package var source: String?

    /// The index of declared registers.
    package struct Registers: Codable, Hashable, Sendable {
        /// The log sequence that lists are answered from; left out while there is none.
        package var snapshot: UInt64?
        /// What it is doing: `starting`, `building` or `following`.
        package var work: String
        /// How much of that is done, from 0 to 1; left out where there is no end.
        package var share: Double?

        package init(snapshot: UInt64?, work: String, share: Double?) {
            self.snapshot = snapshot
            self.work = work
            self.share = share
        }
    }

    package init(status: String, snapshot: UInt64? = nil) {
        self.status = status
        self.snapshot = snapshot
    }
}
