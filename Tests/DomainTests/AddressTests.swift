import Domain
import Testing

/// Addresses of the Internet, and blocks of them.
struct AddressTests {
    @Test(
        arguments: [
            ("10.1.2.3", 0xFFFF_0A01_0203), ("::ffff:10.1.2.3", 0xFFFF_0A01_0203), ("::", 0), ("::1", 1),
            ("1::", 0x1 << 112), ("2001:db8::1", 0x2001_0DB8 << 96 | 1),
            ("2001:DB8:0:0:0:0:0:1", 0x2001_0DB8 << 96 | 1),
            ("fe80::1%eth0", 0xFE80 << 112 | 1), ("1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004_0005_0006_0007_0008),
            ("64:ff9b::192.0.2.1", 0x0064_FF9B << 96 | 0xC000_0201), ("::1:2", 0x1_0002),
            ("1::2:3", 0x1 << 112 | 0x2_0003),
        ] as [(String, UInt128)]
    )
    func `an address is read as its bits`(text: String, bits: UInt128) {
        #expect(IPAddress(text)?.bits == bits)
    }

    @Test func `a network is an IPv4 address alone, or the first half of one of IPv6`() throws {
        let four = try #require(IPAddress("192.0.2.7"))
        #expect(four.isFour && four.network == four.bits)
        let six = try #require(IPAddress("2001:db8:1:2:3:4:5:6"))
        #expect(!six.isFour && six.network == IPAddress("2001:db8:1:2::")?.bits)
    }

    @Test(
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.3", "10.1.2.3", true),
            ("10.1.2.3", "10.1.2.4", false), ("10.1.2.0/23", "10.1.3.255", true), ("10.1.2.0/23", "10.1.4.0", false),
            ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false), ("::1", "::1", true),
            ("::1", "0:0:0:0:0:0:0:1", true), ("fd00::/8", "fdab:1::2", true), ("fd00::/8", "fe80::1", false),
            ("fe80::/10", "fe80::1%eth0", true), ("127.0.0.0/8", "::ffff:127.0.0.1", true),
            ("2001:db8::/33", "2001:db8:7fff::", true), ("2001:db8::/33", "2001:db8:8000::", false),
        ]
    )
    func `a block holds the addresses that begin like it`(block: String, address: String, isIn: Bool) throws {
        #expect(try #require(AddressBlock(block)).contains(address) == isIn)
    }

    @Test(arguments: [
        "", "10.0.0", "10.0.0.256", "10.0.0.0/33", "::1/129", "1:2", "::1::2", "host", "10.0.0.0/", "+1.0.0.0",
        "1:2:3:4:5:6:7:8:9", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "1:::2", "12345::", "g::",
        "1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4.5", "1..2.3", "10.0.0.1%eth0", "::1.2.3", "1:2:3:4:5:6:7::8",
    ])
    func `what is no block is refused`(text: String) {
        #expect(AddressBlock(text) == nil)
    }

    @Test func `a list of blocks names what it cannot read`() throws {
        #expect(try AddressBlock.list("none", field: "X").isEmpty)
        #expect(try AddressBlock.list("127.0.0.0/8, ::1", field: "X") == AddressBlock.loopback)
        #expect {
            try AddressBlock.list("10.0.0.0/8,elsewhere", field: "X")
        } throws: { failure in
            guard case Failure.invalid(field: "X", let reason) = failure else { return false }
            return reason.contains("elsewhere")
        }
    }
}
