import Hummingbird

/// What the simulator says; always marked as simulated.
struct SimulatedAnswer: ResponseEncodable, Sendable {
    /// `match`, `mismatch` or `unknown`.
    var outcome: String
    /// A number for this answer.
    var serial: String
    var source = "模拟 huizhi-simulator"
    var simulated = true
    /// Of an organisation that is known: `active` or `revoked`.
    var status: String?
    /// Of an organisation that is known: the legal representative, masked.
    var representative: String?
}
