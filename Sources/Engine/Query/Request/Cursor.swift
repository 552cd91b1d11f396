/// The place behind which the next page begins: a sort key and an identifier, never a document number.
public struct Cursor: Sendable, Hashable, Codable {
    /// The key of the last hit seen.
    public var key: SortKey
    /// The identifier of the last hit seen.
    public var id: String

    /// Makes a cursor.
    public init(key: SortKey, id: String) {
        self.key = key
        self.id = id
    }
}
