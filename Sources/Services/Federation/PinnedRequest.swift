import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A request to an address that somebody else chose.
///
/// The name is looked up once and the connection goes to the address that was checked, so that nobody makes this node knock
/// at machines of its own network. Nothing is followed.
struct PinnedRequest {
    /// Whether it may go to private addresses and to this machine.
    var reachesPrivate: Bool
    /// How long connecting may take, and how long all of it, the name too; seconds.
    var connectSeconds: Int
    var answerSeconds: Int
    /// Who looks names up.
    var names = NameLookups.shared

    /// Why there is no answer.
    enum Failed: Error {
        /// The address is private, and this node may not reach such.
        case closed(host: String)
        /// It could not be reached, did not answer in time, or answered too much.
        case unreachable(host: String, reason: String)
    }

    /// Sends it.
    ///
    /// - Parameters:
    ///   - request: The request, its address `https://...` or `http://...`.
    ///   - bytes: The longest body that is read; 0 reads none.
    /// - Returns: Status and body.
    /// - Throws: ``Failed``; `CancellationError`.
    func send(_ request: HTTPClientRequest, atMost bytes: Int) async throws -> (status: UInt, body: ByteBuffer) {
        guard let parts = URLComponents(string: request.url), let host = parts.host else {
            throw Failed.unreachable(host: request.url, reason: "it is no address")
        }
        let port = parts.port ?? (parts.scheme == "http" ? 80 : 443)
        do {
            return try await inTime {
                let found: SocketAddress
                do {
                    found = try await names.address(host, port: port)
                } catch let error where !(error is CancellationError || error is NameLookups.TooMany) {
                    throw Failed.unreachable(host: host, reason: "the name has no address")
                }
                guard reachesPrivate || PublicAddress.isOpen(found), let number = found.ipAddress else {
                    throw Failed.closed(host: host)
                }
                return try await answer(request, host: host, at: number, atMost: bytes)
            }
        } catch let failed as Failed {
            throw failed
        } catch {
            try Task.checkCancellation()
            throw Failed.unreachable(host: host, reason: "\(type(of: error))")
        }
    }

    private func answer(
        _ request: HTTPClientRequest,
        host: String,
        at number: String,
        atMost bytes: Int
    ) async throws -> (status: UInt, body: ByteBuffer) {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(Int64(connectSeconds))
        configuration.redirectConfiguration = .disallow
        configuration.dnsOverride = [host: number]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result<(status: UInt, body: ByteBuffer), any Error>
        do {
            let response = try await client.execute(request, deadline: .distantFuture)
            let body = bytes > 0 ? try await response.body.collect(upTo: bytes) : ByteBuffer()
            result = .success((response.status.code, body))
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return try result.get()
    }

    /// What takes longer ends: an answer that drips would hold who waits for it.
    private func inTime<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await work() }
            let seconds = answerSeconds
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw Late()
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw Late() }
            return value
        }
    }

    private struct Late: Error {}
}
