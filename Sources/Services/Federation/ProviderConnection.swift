import AsyncHTTPClient
import Identity
import NIOCore
import NIOHTTP1

/// Asks outside providers over the network; nothing is followed, and only machines of the open network are reached unless
/// the operator allows others.
package struct ProviderConnection: OutsideConnection {
    /// How long connecting may take; 5 s.
    private static let connectSeconds = 5
    /// How long an answer may take, all of it; 10 s: a person waits for it.
    private static let answerSeconds = 10

    private let pinned: PinnedRequest

    /// Takes whether providers may be at private addresses and on this machine.
    package init(reachesPrivate: Bool = false) {
        pinned = PinnedRequest(
            reachesPrivate: reachesPrivate,
            connectSeconds: Self.connectSeconds,
            answerSeconds: Self.answerSeconds
        )
    }

    /// Asks once; the address is looked up once and connected to as it was checked.
    package func answer(
        from address: String,
        form: String?,
        authorization: String?,
        atMost bytes: Int
    ) async throws -> (status: Int, body: [UInt8]) {
        var request = HTTPClientRequest(url: address)
        request.headers.add(name: "Accept", value: "application/json")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        if let form {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        do {
            let (status, body) = try await pinned.send(request, atMost: bytes)
            return (Int(status), Array(body.readableBytesView))
        } catch let failed as PinnedRequest.Failed {
            switch failed {
            case .closed(let host):
                throw OutsideConnectionFailure(
                    "\(host) is a private address; HUIZHI_PRIVATE_PLATFORMS=yes lets this node reach such"
                )
            case .unreachable(let host, let reason):
                throw OutsideConnectionFailure("\(host) cannot be reached: \(reason)")
            }
        }
    }
}
