import Identity
import Jobs

extension JobKind {
    /// Makes the next key that signs ID tokens where its time has come, and deletes keys and tokens that are over.
    static func sweepSignOns(_ service: SingleSignOn) -> JobKind {
        JobKind("sweep-sign-ons", every: .seconds(3_600)) { _ in
            try await service.sweep()
            return Outcome()
        }
    }
}
