/// Something that an account keeps.
package struct KeptRow: Sendable, Hashable {
    /// The SHA-256 of its kind and of what it is known by.
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
