import Bytes
import Foundation
import SQLCore
import Testing

@testable import Store

/// Signatures of China's commercial cryptography, against the examples of the standards.
struct SM2Tests {
    private func bytes(_ hex: String) -> [UInt8] {
        var rest = hex.filter { $0 != " " }[...]
        var bytes: [UInt8] = []
        while let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    // GB/T 32905-2016, annex A.
    @Test(arguments: [
        ("abc", "66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0"),
        (
            "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd",
            "debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732"
        ),
    ])
    func `SM3 gives the digests of the standard`(text: String, digest: String) {
        #expect(SM3.digest(of: Array(text.utf8)) == bytes(digest))
    }

    // GB/T 32918.5-2017, annex A.2: the key pair and the signature of "message digest".
    private let secret = "3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8"
    private let point =
        "04 09F9DF31 1E5421A1 50DD7D16 1E4BC5C6 72179FAD 1833FC07 6BB08FF3 56F35020"
        + "CCEA490C E26775A5 2DC6EA71 8CC1AA60 0AED05FB F35E084A 6632F607 2DA9AD13"
    private let signature =
        "3046 0221 00 F5A03B06 48D2C463 0EEAC513 E1BB81A1 5944DA38 27D5B741 43AC7EAC EEE720B3"
        + "0221 00 B1B6AA29 DF212FD8 763182BC 0D421CA1 BB9038FD 1F7F42D4 840B69C4 85BBC1AA"

    @Test func `the secret of the standard has its point`() throws {
        #expect(try SM2Key(name: "test", secret: bytes(secret)).verifier.point == bytes(point))
    }

    @Test func `the signature of the standard fits its message, and no other`() throws {
        let verifier = SM2VerifierKey(name: "test", point: bytes(point))
        #expect(verifier.fits(bytes(signature), Array("message digest".utf8)))
        #expect(!verifier.fits(bytes(signature), Array("message digesu".utf8)))
        for place in 0..<72 {
            var changed = bytes(signature)
            changed[place] ^= 1
            #expect(!verifier.fits(changed, Array("message digest".utf8)), "\(place)")
        }
        #expect(!verifier.fits([], Array("message digest".utf8)))
        #expect(!SM2VerifierKey(name: "test", point: [UInt8](repeating: 1, count: 65)).fits(bytes(signature), []))
    }

    @Test(arguments: [
        "00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000",
        // n - 1 and n: GB/T 32918.1-2016 ends at n - 2.
        "FFFFFFFE FFFFFFFF FFFFFFFF FFFFFFFF 7203DF6B 21C6052B 53BBF409 39D54122",
        "FFFFFFFE FFFFFFFF FFFFFFFF FFFFFFFF 7203DF6B 21C6052B 53BBF409 39D54123", "01",
    ])
    func `what is no secret of the curve is refused`(secret: String) {
        #expect(throws: StoreError.self) { try SM2Key(name: "test", secret: bytes(secret)) }
    }

    @Test func `a checkpoint gets a second line, and both signatures are checked`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let key = try LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
            let other = try SM2Key(name: "test", secret: bytes(secret))
            _ = try await store.save([write("o/1", "{}")], author: "w")
            _ = try await store.signCheckpoint(with: key)
            _ = try await store.save([write("o/2", "{}")], author: "w")
            let checkpoint = try await store.signCheckpoint(with: key, and: other)
            #expect(checkpoint.note.split(separator: "\n").filter { $0.hasPrefix("\u{2014} test ") }.count == 2)
            #expect(try key.verifier.verifiedText(of: checkpoint.note).hasPrefix("test\n2\n"))
            #expect(try other.verifier.hasSigned(checkpoint.note))
            #expect(try await store.verify(key: key.verifier, and: other.verifier).findings == [])
            let stranger = try SM2Key(name: "test")
            #expect(try !stranger.verifier.hasSigned(checkpoint.note))
            let changed = checkpoint.note.replacing("test\n2\n", with: "test\n3\n")
            #expect(throws: StoreError.self) { try other.verifier.hasSigned(changed) }
            // A line by the key over another text.
            let lines = checkpoint.note.split(separator: "\n", omittingEmptySubsequences: false)
            let first = try #require(try await store.lastCheckpoint(atMost: 1))
            let forged = first.note + lines[5] + "\n"
            try await fixture.database.write {
                try $0.run(Statement("UPDATE checkpoint SET note = $1 WHERE size = 1"), [.text(forged)])
            }
            let findings = try await store.verify(key: key.verifier, and: other.verifier).findings
            #expect(findings.map(\.kind) == [.checkpointSignature] && findings[0].subject == "checkpoint 1")
        }
    }

    @Test func `the key file is made once, for its owner only, and belongs to one log`() async throws {
        try await withFolder { folder in
            let path = StoreFolder.otherLogKey(beside: StoreFolder(path: folder).logKey)
            #expect(path == folder + "/keys/log.sm2")
            let key = try SM2Key.load(orMakeAt: path, name: "a")
            #expect(try SM2Key.load(orMakeAt: path, name: "a").verifier == key.verifier)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode == 0o600)
            #expect(throws: StoreError.self) { try SM2Key.load(orMakeAt: path, name: "b") }
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.hasPrefix("PRIVATE+KEY+a+") && "\(key.verifier)".hasPrefix("a+"))
            try text.replacing("+KEY+a+", with: "+KEY+b+").write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(throws: StoreError.self) { try SM2Key.load(orMakeAt: path, name: "b") }
            let ed25519 = StoreFolder(path: folder).logKey
            _ = try LogKey.load(orMakeAt: ed25519)
            #expect(throws: StoreError.self) { try SM2Key.load(orMakeAt: ed25519, name: "a") }
        }
    }
}
