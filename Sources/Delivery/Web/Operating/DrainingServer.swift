import Logging
import ServiceLifecycle

/// A server that goes on for a while after it was told to end.
///
/// In that time it takes requests as before, but the node says that it is not ready and asks for every connection to be
/// closed, so that whoever sends requests can turn to other nodes. Then no new connection is taken, those that wait are
/// accepted, and only then the server closes: no connection that was made is lost.
struct DrainingServer: Service {
    let server: any Service
    let socket: ListeningSocket
    let ending: Ending
    let drain: Duration
    let logger: Logger

    /// How long connections that were made have time to be accepted.
    private static let lastAccepts = Duration.milliseconds(100)

    func run() async throws {
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: logger))
        // Not a child: the group would hear of the end at once and not when the time has passed.
        let running = Task.detached { try await group.run() }
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await running.value
            } onGracefulShutdown: {
                ending.begin()
                Task {
                    await takeNoMore()
                    await group.triggerGracefulShutdown()
                }
            }
        } onCancel: {
            running.cancel()
        }
    }

    private func takeNoMore() async {
        do {
            try await Task.sleep(for: drain)
            try await socket.stop()
            try await Task.sleep(for: Self.lastAccepts)
        } catch {
            logger.warning("connections are closed without waiting", metadata: ["reason": "\(error)"])
        }
    }
}
