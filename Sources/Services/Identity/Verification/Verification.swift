/// That a name is the real one, who said so and when; never what it was found by.
package struct Verification: Codable, Sendable, Hashable {
    /// The `IdentityProvider`.
    package var provider: String
    /// The provider's number of its answer.
    package var serial: String
    /// When, in microseconds UTC.
    package var time: Int64
    /// Whether a simulator said so, which counts for demonstrations alone.
    package var isSimulated: Bool
}
