import EntryIndex
import Index
import Logging
import ServiceLifecycle
import Store

/// Keeps the index in step with the log while the node runs.
struct IndexFollowing: Service {
    let installation: Installation
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await installation.store.onLogNews(atLeastEvery: .milliseconds(500)) { await catchUp() }
        }
    }

    private func catchUp() async {
        do {
            if try await installation.follower.catchUp() {
                logger.debug(
                    "index published",
                    metadata: ["sequence": "\(installation.published.snapshot?.sequence ?? 0)"]
                )
            }
        } catch {
            // The last snapshot goes on answering; the next turn tries again.
            logger.error("the index could not follow the log", metadata: ["reason": "\(error)"])
        }
    }
}
