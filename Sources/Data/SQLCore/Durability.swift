/// What a COMMIT promises.
package enum Durability: Sendable {
    /// On disk before the call returns: for everything that a person or peer was told is saved.
    case acknowledged
    /// Survives the end of the process at once and a power failure after the next `flush`: for imports, which can
    /// go on from where the database stands.
    case deferred
}
