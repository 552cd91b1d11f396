import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Tells platforms what they asked to be told, at addresses that others registered.
///
/// They go as ``PinnedRequest`` sends them; what is answered but the status is not read.
package struct PlatformMessenger: Sendable {
    /// Limits of a message.
    package struct Options: Sendable {
        /// Whether messages may go to private addresses and to this machine; default no.
        package var reachesPrivate = false
        /// How long connecting may take; 5 s.
        package var connectSeconds = 5
        /// How long the answer may take; 15 s.
        package var answerSeconds = 15

        package init() {}
    }

    /// Why a platform was not told.
    package enum Failed: Error, Sendable, Hashable, CustomStringConvertible {
        /// The address is private, and this node may not reach such. Remedy: `HUIZHI_PRIVATE_PLATFORMS=yes`, or another
        /// address of the client.
        case closed(host: String)
        /// It could not be reached, or did not answer in time.
        case unreachable(host: String, reason: String)
        /// It answered with another status than 200 or 204.
        case refused(host: String, status: UInt)

        /// Whether another try is of no use.
        package var isFinal: Bool { if case .closed = self { true } else { false } }

        /// Cause and place in one line; nothing of the message.
        package var description: String {
            switch self {
            case .closed(let host):
                "\(host) is a private address; HUIZHI_PRIVATE_PLATFORMS=yes lets this node reach such"
            case .unreachable(let host, let reason): "\(host) cannot be reached: \(reason)"
            case .refused(let host, let status): "\(host) answers with status \(status)"
            }
        }
    }

    private let options: Options

    package init(_ options: Options = Options()) {
        self.options = options
    }

    /// Sends a form.
    ///
    /// - Parameters:
    ///   - name: The name of its one field.
    ///   - value: The value, of letters, digits and `-._~`.
    ///   - address: Where it goes: `https://...`, or `http://...` on this machine.
    /// - Throws: ``Failed``.
    package func send(_ name: String, _ value: String, to address: String) async throws {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: name + "=" + value))
        let pinned = PinnedRequest(
            reachesPrivate: options.reachesPrivate,
            connectSeconds: options.connectSeconds,
            answerSeconds: options.answerSeconds
        )
        let status: UInt
        do {
            status = try await pinned.send(request, atMost: 0).status
        } catch let failed as PinnedRequest.Failed {
            switch failed {
            case .closed(let host): throw Failed.closed(host: host)
            case .unreachable(let host, let reason): throw Failed.unreachable(host: host, reason: reason)
            }
        }
        guard status == 200 || status == 204 else {
            throw Failed.refused(host: URLComponents(string: address)?.host ?? address, status: status)
        }
    }
}
