import Identity
import Logging
import ServiceLifecycle

/// Notes while the node runs, and when it ends, what keys for programs were used for.
struct KeyUseNoting: Service {
    let accounts: Accounts
    let logger: Logger

    /// How long a use is known to this node alone.
    private static let pause: Duration = .seconds(10)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: Self.pause)
                } catch {
                    return  // The node ends.
                }
                await note()
            }
        }
        await note()
    }

    private func note() async {
        do {
            try await accounts.noteKeyUses()
        } catch {
            // It waits in memory, and is tried again.
            logger.warning("uses of keys could not be noted", metadata: ["reason": "\(error)"])
        }
    }
}
