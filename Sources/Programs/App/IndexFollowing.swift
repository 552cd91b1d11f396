import Domain
import EntryIndex
import Federation
import Index
import Logging
import ServiceLifecycle
import Store

/// Makes the index whole and then keeps it in step with the log while the node runs.
struct IndexFollowing: Service {
    let installation: Installation
    let snapshots: SnapshotOffer
    let logger: Logger
    /// Called while the index is not whole.
    let progress: @Sendable (IndexProgress) -> Void
    /// Called once, when it is.
    let whole: @Sendable () -> Void

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
                return try await installation.makeWhole(report: progress)
            } catch IndexFailure.locked(let folder, let holder) {
                note(IndexFailure.locked(folder: folder, holder: holder))
            } catch let failure as any PassingFailure where failure.isPassing {
                note(failure)
            }
            try await Task.sleep(for: .seconds(1))
        }
    }

    private func note(_ failure: any Error) {
        logger.warning("the index cannot be made whole yet", metadata: ["reason": "\(failure)"])
    }

    private func follow() async {
        await installation.store.onLogNews(atLeastEvery: .milliseconds(500)) {
            await catchUp()
            snapshots.dropUnused()
        }
    }

    private func catchUp() async {
        do {
            let found = try await installation.follower.catchUp { step in
                guard let reason = step.rebuilding else { return }
                logger.warning("the index is built again", metadata: ["reason": "\(reason)"])
            }
            if found {
                logger.debug(
                    "index published",
                    metadata: ["sequence": "\(installation.published.snapshot?.sequence ?? 0)"]
                )
            }
        } catch is CancellationError {
            // The node ends.
        } catch {
            // The last snapshot goes on answering; the next turn tries again.
            logger.error("the index could not follow the log", metadata: ["reason": "\(error)"])
        }
    }
}
