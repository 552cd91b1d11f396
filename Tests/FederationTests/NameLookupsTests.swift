import AsyncHTTPClient
import Foundation
import NIOCore
import Synchronization
import Testing

@testable import Federation

/// Looking names up: whoever waits for a name server waits no longer than for all of the answer.
struct NameLookupsTests {
    /// A name server that does not answer until it is let go.
    private final class Blocked: Sendable {
        let gate = DispatchSemaphore(value: 0)
        let asked = Atomic(0)

        @Sendable
        func lookUp(_ host: String, port: Int) throws -> SocketAddress {
            asked.add(1, ordering: .relaxed)
            gate.wait()
            return try SocketAddress(ipAddress: "127.0.0.1", port: port)
        }
    }

    // Beside all other tests of a run it waits its turn for minutes on a small machine.
    @Test(.timeLimit(.minutes(5)))
    func `a name server that does not answer holds nobody longer than an answer may take, and few threads`()
        async throws
    {
        let server = Blocked()
        let names = NameLookups(server.lookUp)
        let request = PinnedRequest(reachesPrivate: true, connectSeconds: 1, answerSeconds: 1, names: names)
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    await #expect(throws: PinnedRequest.Failed.self) {
                        _ = try await request.send(HTTPClientRequest(url: "https://slow.example/a"), atMost: 1)
                    }
                }
            }
        }
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(server.asked.load(ordering: .relaxed) == NameLookups.most)
        // Those that nobody waits for any more are not looked up once threads are free again.
        for _ in 0..<20 { server.gate.signal() }
        #expect(try await names.address("quick.example", port: 7).port == 7)
        #expect(server.asked.load(ordering: .relaxed) == NameLookups.most + 1)
    }

    @Test func `a name is looked up once, and one without an address says so`() async throws {
        let names = NameLookups(PublicAddress.lookUp)
        #expect(try await names.address("127.0.0.1", port: 80).ipAddress == "127.0.0.1")
        await #expect(throws: (any Error).self) { _ = try await names.address("nowhere.invalid", port: 80) }
    }
}
