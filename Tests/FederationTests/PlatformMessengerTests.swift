import NIOCore
import Testing

@testable import Federation

/// Where messages to platforms may go.
struct PlatformMessengerTests {
    static let closed = [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "fe80::1", "fc00::1",
        "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1",
    ]
    static let open = [
        "8.8.8.8", "1.1.1.1", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1",
        "198.17.0.1", "198.20.0.1", "223.255.255.255", "2400:3200::1", "2001:4860:4860::8888", "2606:4700::1",
    ]

    @Test(arguments: closed) func `an address of no open network is known`(text: String) throws {
        #expect(!PublicAddress.isOpen(try SocketAddress(ipAddress: text, port: 443)))
    }

    @Test(arguments: open) func `an address of the open network is known`(text: String) throws {
        #expect(PublicAddress.isOpen(try SocketAddress(ipAddress: text, port: 443)))
    }

    @Test(arguments: ["http://127.0.0.1:9/a", "http://localhost:9/a", "https://10.0.0.1/a"])
    func `nothing is sent to machines of the own network unless the operator allows it`(address: String) async throws {
        do {
            try await PlatformMessenger().send("logout_token", "a", to: address)
            Issue.record("it was sent")
        } catch let failure as PlatformMessenger.Failed {
            #expect(failure.isFinal, "\(failure)")
        }
    }

    @Test func `a platform that is not there is tried again`() async throws {
        var options = PlatformMessenger.Options()
        options.reachesPrivate = true
        do {
            // The discard port, where nobody listens.
            try await PlatformMessenger(options).send("logout_token", "a", to: "http://127.0.0.1:9/a")
            Issue.record("it was sent")
        } catch let failure as PlatformMessenger.Failed {
            #expect(!failure.isFinal, "\(failure)")
        }
    }
}
