/// Something that an account keeps.
package struct KeptRow: Sendable, Hashable {
    /// What it is for.
    package enum Sort: Sendable {
        /// A record, search or group of queries, known by a SHA-256.
        case thing
        /// What was typed and not sent yet; its id is longer than a SHA-256.
        case draft
    }

    /// The SHA-256 of its kind and of what it is known by; of a draft with a byte before it.
    package var id: [UInt8]
    /// What it is, as JSON.
    package var content: [UInt8]
    /// When it was kept, in microseconds UTC.
    package var keptAt: Int64

    package init(id: [UInt8], content: [UInt8], keptAt: Int64) {
        self.id = id
        self.content = content
        self.keptAt = keptAt
    }
}
