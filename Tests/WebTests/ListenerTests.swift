import Domain
import Foundation
import ServiceLifecycle
import Testing

@testable import Web

/// Addresses that cannot be listened on.
struct ListenerTests {
    @Test func `a port that is taken is named with the cure`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: []) { $0.port = 0 }
        let taken = AsyncStream.makeStream(of: Int.self)
        let first = Task { try await fixture.server.application { taken.continuation.yield($0) }.run() }
        defer { first.cancel() }
        var ports = taken.stream.makeAsyncIterator()
        let port = try #require(await ports.next())
        let second = try await SiteFixture(samples: 0, own: []) { $0.port = port }
        let said =
            "port \(port) of 127.0.0.1 is taken by another program; --port names another one, 0 takes any that is free"
        await #expect(throws: Failure.unavailable(reason: said)) { try await second.server.application().run() }
    }

    @Test(arguments: ["192.0.2.1", "no.such.host.invalid"])
    func `an address that is none of this machine's is named`(host: String) async throws {
        let fixture = try await SiteFixture(samples: 0, own: []) {
            $0.host = host
            $0.port = 0
        }
        let failure = await #expect(throws: Failure.self) { try await fixture.server.application().run() }
        guard case .unavailable(let reason)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.contains(host) && reason.contains("--host"))
    }
}
