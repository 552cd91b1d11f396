/// The key that a program acts with.
package struct HeldKey: Sendable, Hashable {
    /// The id of its entry.
    package let id: String
    /// What it is good for.
    package let scopes: Set<KeyScope>

    package init(id: String, scopes: Set<KeyScope>) {
        self.id = id
        self.scopes = scopes
    }
}
