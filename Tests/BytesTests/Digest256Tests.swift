import Bytes
import Testing

struct Digest256Tests {
    @Test func `reads what it prints`() {
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest256(hex: text)?.description == text)
        #expect(Digest256(hex: text.uppercased())?.description == text)
        #expect(sha256(Array("abc".utf8)).description == text)
        #expect(Digest256(sha256(Array("abc".utf8)).bytes)?.description == text)
    }

    @Test(arguments: ["", "00", String(repeating: "0", count: 63), String(repeating: "g", count: 64)])
    func `refuses what is no digest`(text: String) {
        #expect(Digest256(hex: text) == nil)
    }

    @Test func `adds and subtracts modulo 2 to the 256`() throws {
        let most = try #require(Digest256(hex: String(repeating: "f", count: 64)))
        let one = try #require(Digest256(hex: String(repeating: "0", count: 63) + "1"))
        #expect(most &+ one == Digest256())
        #expect(Digest256() &- one == most)
        let carry = try #require(Digest256(hex: String(repeating: "0", count: 48) + String(repeating: "f", count: 16)))
        #expect(
            (carry &+ one).description == String(repeating: "0", count: 47) + "1" + String(repeating: "0", count: 16)
        )
        let first = sha256([1])
        let second = sha256([2])
        #expect(first &+ second == second &+ first)
        #expect(first &+ second &- first == second)
    }
}
