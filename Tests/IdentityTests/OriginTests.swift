import Testing

@testable import Identity

/// What is kept of where a request comes from, and what tries are counted by.
struct OriginTests {
    @Test(arguments: [
        ("192.0.2.7", "192.0.2.x", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.x", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48", "2001:db8:1:2"),
        ("2001:db8::1", "2001:db8:0::/48", "2001:db8:0:0"),
        ("2001:db8:1::", "2001:db8:1::/48", "2001:db8:1:0"),
        ("fe80::1%eth0", "fe80:0:0::/48", "fe80:0:0:0"),
        ("::1", "0:0:0::/48", "0:0:0:0"),
    ])
    func `an address is kept without its last part, and counted by its network`(
        address: String,
        place: String,
        network: String
    ) {
        let origin = Origin(address: address, agent: nil)
        #expect(origin.place == place && origin.network == network && origin.agent == "")
    }

    @Test func `without a network nothing is kept, and all tries count together`() {
        #expect(Origin(address: nil, agent: nil).place == "" && Origin(address: nil, agent: nil).network == "nowhere")
        #expect(Origin(address: "socket", agent: nil).place == "")
    }

    @Test(arguments: [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "Chrome, Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iOS"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile MicroMessenger/8.0", "WeChat, Android"),
        ("curl/8.5.0", ""), ("", ""),
    ])
    func `a browser is kept in two words`(agent: String, words: String) {
        #expect(Origin(address: nil, agent: agent).agent == words)
    }
}
