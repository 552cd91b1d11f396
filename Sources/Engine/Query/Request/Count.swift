/// A total with its standing.
public struct Count: Sendable, Hashable {
    /// Documents that match: exactly when ``isExact``, else at least.
    public var total: Int
    /// Whether every document was looked at.
    public var isExact: Bool
    /// Everything that was bounded.
    public var notes: [BoundNote]
}
