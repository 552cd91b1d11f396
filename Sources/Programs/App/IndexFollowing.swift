import Domain
import EntryIndex
import Index
import Logging
import ServiceLifecycle
import Store

/// Makes an index whole and then keeps it in step with the log while the node runs.
struct IndexFollowing: Service {
    let store: Store
    /// Which index it is, for messages.
    let name: String
    let follower: IndexFollower
    let logger: Logger
    /// Brings the index to the end of the log.
    let making: @Sendable () async throws -> Void
    /// Called once, when it is there.
    let whole: @Sendable () -> Void
    /// Called after each time the index followed the log.
    let followed: @Sendable () -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                try await makeWhole()
            } catch  where Task.isCancelled {
                // The node ends: whatever broke off goes on at the next start.
                return
            }
            whole()
            await follow()
        }
    }

    /// Goes on after failures that pass: a database that is away for a while, a command that has the index now.
    private func makeWhole() async throws {
        while true {
            do {
                return try await making()
            } catch IndexFailure.locked(let folder, let holder) {
                note(IndexFailure.locked(folder: folder, holder: holder))
            } catch let failure as any PassingFailure where failure.isPassing {
                note(failure)
            }
            try await Task.sleep(for: .seconds(1))
        }
    }

    private func note(_ failure: any Error) {
        logger.warning("the index cannot be made whole yet", metadata: ["index": "\(name)", "reason": "\(failure)"])
    }

    private func follow() async {
        await store.onLogNews(atLeastEvery: .milliseconds(500)) {
            await catchUp()
            followed()
        }
    }

    private func catchUp() async {
        do {
            let found = try await follower.catchUp { step in
                if let reason = step.rebuilding {
                    logger.warning("the index is built again", metadata: ["index": "\(name)", "reason": "\(reason)"])
                }
                for refusal in step.refused {
                    logger.warning(
                        "an entry is left out of the index",
                        metadata: ["index": "\(name)", "entry": "\(refusal.entry)", "reason": "\(refusal.reason)"]
                    )
                }
            }
            if found { logger.debug("index published", metadata: ["index": "\(name)"]) }
        } catch is CancellationError {
            // The node ends.
        } catch {
            // The last snapshot goes on answering; the next turn tries again.
            logger.error("the index could not follow the log", metadata: ["index": "\(name)", "reason": "\(error)"])
        }
    }
}
