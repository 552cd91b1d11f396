import CListener
import NIOCore
import Synchronization

/// The socket on which a server takes connections, so that it can stop taking them before it is closed.
final class ListeningSocket: Sendable {
    private let channel = Mutex<(any Channel)?>(nil)

    /// Remembers the socket of a server that has begun to listen.
    func opened(_ channel: any Channel) {
        self.channel.withLock { $0 = channel }
    }

    /// Takes no new connections any more; those that wait to be accepted still are.
    ///
    /// - Throws: `IOError` with the reason of the system; then closing the socket may reset connections that wait.
    func stop() async throws {
        guard let channel = channel.withLock({ $0 }) else { return }
        try await channel.eventLoop.submit {
            let code = try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: CInt.self) { descriptor in
                huizhi_listener_stop(descriptor)
            }
            if let code, code != 0 { throw IOError(errnoCode: code, reason: "stop taking connections") }
        }.get()
    }
}
