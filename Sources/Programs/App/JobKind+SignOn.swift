import Federation
import Identity
import Jobs

extension JobKind {
    /// What single sign-on has to do beside requests; a node without the key of accounts leaves it to others.
    static func signOn(_ service: SingleSignOn, _ messenger: PlatformMessenger) -> [JobKind] {
        guard service.isPossible else { return [] }
        return [
            // Makes the next key that signs ID tokens where its time has come, and deletes keys and tokens that are over.
            JobKind("sweep-sign-ons", every: .seconds(3_600)) { _ in
                try await service.sweep()
                return Outcome()
            },
            // Looks for sessions that are over and platforms that are to be told; whoever signs out does not wait for it.
            JobKind(SingleSignOn.endingJob, every: .seconds(60)) { _ in
                try await service.endOver()
                return Outcome()
            },
            // Tells one platform, tried again where that may help.
            JobKind(SingleSignOn.messageJob, lease: .seconds(60)) { job in
                guard let message = try await service.message(of: job) else { return Outcome() }
                do {
                    try await messenger.send("logout_token", message.token, to: message.address)
                } catch let failure as PlatformMessenger.Failed {
                    throw failure.isFinal ? JobGivenUp(failure.description) : failure
                }
                return Outcome()
            },
        ]
    }
}
