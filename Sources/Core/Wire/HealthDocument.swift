/// Whether a node is up and answers from its index.
package struct HealthDocument: Codable, Hashable, Sendable {
    /// `up`, `ready` or `starting`.
    package var status: String
    /// The log sequence that searches are answered from; left out while there is none.
    package var snapshot: UInt64?

    package init(status: String, snapshot: UInt64? = nil) {
        self.status = status
        self.snapshot = snapshot
    }
}
