import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Reads what siblings offer over HTTP.
struct SiblingClient: Sendable {
    private let client: HTTPClient
    private let longestManifest: Int

    /// Makes a client that has to be ended by ``end()``.
    init(_ options: CopySnapshot.Options) {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(Int64(options.connectSeconds))
        configuration.timeout.read = .seconds(Int64(options.silenceSeconds))
        configuration.redirectConfiguration = .disallow
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        longestManifest = options.longestManifest
    }

    /// Closes all connections.
    func end() async throws { try await client.shutdown() }

    /// The manifest of the newest snapshot.
    ///
    /// - Throws: `SiblingFailure`.
    func manifest(of sibling: Sibling) async throws -> [UInt8] {
        let url = sibling.address + "/snapshot"
        let response = try await answer(HTTPClientRequest(url: url))
        guard response.status == .ok else { throw SiblingFailure.refused(url, status: response.status.code) }
        return try await reachable(url) { Array(buffer: try await response.body.collect(upTo: longestManifest)) }
    }

    /// The bytes of a file from a place on, in pieces of about a mebibyte.
    ///
    /// - Throws: `SiblingFailure`; what `take` throws.
    func bytes(
        of name: String,
        from sibling: Sibling,
        at offset: Int,
        _ take: ([UInt8]) async throws -> Void
    ) async throws {
        let url = sibling.address + "/snapshot/" + name
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Range", value: "bytes=\(offset)-")
        let response = try await answer(request)
        if response.status == .notFound { throw SiblingFailure.gone(url) }
        guard response.status == .partialContent,
            response.headers.first(name: "Content-Range")?.hasPrefix("bytes \(offset)-") == true
        else { throw SiblingFailure.refused(url, status: response.status.code) }
        var piece: [UInt8] = []
        var body = response.body.makeAsyncIterator()
        while let next = try await Self.next(of: &body, url) {
            piece.append(contentsOf: next.readableBytesView)
            guard piece.count >= Self.pieceBytes else { continue }
            try await take(piece)
            piece.removeAll(keepingCapacity: true)
        }
        if !piece.isEmpty { try await take(piece) }
    }

    private func answer(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        // Time-outs of connecting and reading bound the request; a large file takes as long as it takes.
        try await reachable(request.url) { try await client.execute(request, deadline: .distantFuture) }
    }

    private static func next(
        of body: inout HTTPClientResponse.Body.AsyncIterator,
        _ url: String
    ) async throws -> ByteBuffer? {
        do {
            return try await body.next(isolation: #isolation)
        } catch {
            throw try failure(error, url)
        }
    }

    private func reachable<Value>(_ url: String, _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch {
            throw try Self.failure(error, url)
        }
    }

    /// Names the address in whatever the client throws.
    private static func failure(_ error: any Error, _ url: String) throws -> SiblingFailure {
        try Task.checkCancellation()
        return .unreachable(url, reason: "\(error)")
    }

    private static let pieceBytes = 1 << 20
}
