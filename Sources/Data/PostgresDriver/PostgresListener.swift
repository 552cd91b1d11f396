internal import Foundation
internal import SQLCore
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#endif

/// Hears the notifications of all processes on a connection and a thread of its own, and tells those who listen here.
///
/// Whoever listens is also told whenever the connection was made anew, because news may have been missed before.
final class PostgresListener: Sendable {
    private struct State {
        var channels: Set<String> = []
        var isRunning = false
        var isClosed = false
    }

    private let server: PostgresServer
    private let news = News()
    private let state = Mutex(State())
    // A pipe: a byte in it makes the thread look up from its waiting.
    private let bell: (out: Int32, in: Int32)

    /// Connects when someone listens for the first time.
    init(_ server: PostgresServer) {
        self.server = server
        var ends: [Int32] = [-1, -1]
        // Without a pipe, which only a process without file descriptors lacks, the thread looks up from time to time.
        _ = unsafe pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        bell = (ends[0], ends[1])
    }

    deinit {
        for end in [bell.out, bell.in] where end >= 0 { _ = Glibc.close(end) }
    }

    /// A stream of news on a channel.
    func listen(_ channel: String) -> AsyncStream<Void> {
        let stream = news.listen(channel)
        let isFirst = state.withLock { state in
            state.channels.insert(channel)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isFirst {
            let thread = Thread { [self] in run() }
            thread.name = "huizhi-listen"
            thread.start()
        } else {
            ring()
        }
        return stream
    }

    /// Ends every stream, the connection and the thread.
    func close() {
        state.withLock { $0.isClosed = true }
        ring()
        news.finish()
    }

    private func run() {
        var connection: PostgresConnection?
        var heard: Set<String> = []
        var wait: Int32 = 500
        while true {
            let (channels, isClosed) = state.withLock { ($0.channels, $0.isClosed) }
            if isClosed { return }
            do {
                let live = try connection ?? server.connect()
                connection = live
                for channel in channels.subtracting(heard) {
                    try live.execute("LISTEN \(Self.quoted(channel))")
                    heard.insert(channel)
                    news.tell([channel])
                }
                wait = 500
                news.tell(try live.notifications())
                rest(beside: live.socket, atMost: 60_000)
            } catch {
                // Without the connection readers go on by looking from time to time, as they do in any case.
                connection = nil
                heard = []
                rest(beside: nil, atMost: wait)
                wait = min(wait * 2, 10_000)
            }
        }
    }

    // Waits until the bell rings, something arrives at the socket, or the time is over.
    private func rest(beside socket: Int32?, atMost milliseconds: Int32) {
        var watched = [pollfd(fd: bell.out, events: Int16(POLLIN), revents: 0)]
        if let socket { watched.append(pollfd(fd: socket, events: Int16(POLLIN), revents: 0)) }
        // An interrupted or failed wait only makes the loop look once more.
        _ = unsafe poll(&watched, nfds_t(watched.count), milliseconds)
        guard watched[0].revents & Int16(POLLIN) != 0 else { return }
        var bytes: UInt64 = 0
        _ = unsafe read(bell.out, &bytes, 8)
    }

    private func ring() {
        var byte: UInt8 = 1
        // There is always room: the thread takes out what is in.
        _ = unsafe write(bell.in, &byte, 1)
    }

    private static func quoted(_ channel: String) -> String {
        "\"" + channel.replacing("\"", with: "\"\"") + "\""
    }
}
