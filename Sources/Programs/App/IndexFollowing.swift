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
            await withTaskGroup(of: Void.self) { group in
                let (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                // News come by notification where the database has one; the clock is the safety net.
                group.addTask {
                    for await _ in installation.store.logNews() { wish.yield() }
                }
                group.addTask {
                    while !Task.isCancelled {
                        // Waking early is harmless; cancellation ends the loop.
                        try? await Task.sleep(for: .milliseconds(500))
                        wish.yield()
                    }
                    wish.finish()
                }
                group.addTask {
                    for await _ in wishes { await catchUp() }
                }
            }
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

/// Signs the state of the log when it has grown, so that anybody can prove later what it was.
struct CheckpointSigning: Service {
    let store: Store
    let key: LogKey
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await store.signCheckpoint(with: key)
                } catch {
                    logger.error("the log could not be signed", metadata: ["reason": "\(error)"])
                }
                // Waking early is harmless; cancellation ends the loop.
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
}
