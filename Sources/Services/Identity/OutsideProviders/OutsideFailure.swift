/// A refusal with its reason for who looks after the node; nothing that is personal or secret.
struct OutsideFailure: Error, Sendable, Hashable {
    let refusal: OutsideRefusal
    let reason: String

    init(_ refusal: OutsideRefusal, _ reason: String) {
        self.refusal = refusal
        self.reason = reason
    }
}
