import Domain
import Foundation
import Identity
import Store
import Testing

struct IdentityKeyTests {
    private let key = Result { try IdentityKey(secret: Array(0..<32)) }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func `what HKDF makes of the secret never changes`() throws {
        // Made apart with Python's hmac and hashlib, after RFC 5869.
        let key = try key.get()
        #expect(
            Self.hex(key.lookup("email", "li@example.cn"))
                == "d643c547e89e03891c8c0682bbc4f7d21fb443634e74b356453bc4c634f425ef"
        )
        #expect(key.formToken(for: [1, 2, 3]) == "iPeNlcBVwB6thjzJ6FyyY2CR8W8TNp7-vT15Gt7f-qo")
    }

    @Test func `kinds of looked up texts never meet`() throws {
        let key = try key.get()
        #expect(key.lookup("email", "a") == key.lookup("email", "a"))
        #expect(key.lookup("email", "a") != key.lookup("name", "a"))
        #expect(key.lookup("emaila", "") != key.lookup("email", "a"))
        #expect(key.lookup("email", "a") != (try IdentityKey(secret: Array(1..<33)).lookup("email", "a")))
    }

    @Test func `what was sealed opens for its context and key alone`() throws {
        let key = try key.get()
        let secret: [UInt8] = [1, 2, 3, 4, 5]
        let sealed = try key.seal(secret, for: "account/a totp")
        #expect(sealed.count == 5 + 28)
        #expect(try key.open(sealed, for: "account/a totp") == secret)
        #expect(throws: Failure.self) { try key.open(sealed, for: "account/b totp") }
        let other = try IdentityKey(secret: Array(1..<33))
        #expect(throws: Failure.self) { try other.open(sealed, for: "account/a totp") }
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: Failure.self, "byte \(place)") { try key.open(changed, for: "account/a totp") }
        }
        #expect(throws: Failure.self) { try key.open(Array(sealed.prefix(27)), for: "account/a totp") }
        #expect(throws: Failure.self) { try key.open([], for: "account/a totp") }
        #expect(try key.seal(secret, for: "account/a totp") != sealed, "a nonce that comes twice")
        #expect(try key.open(key.seal([], for: ""), for: "") == [])
    }

    @Test func `what was sealed apart opens`() throws {
        // Sealed with Python's cryptography: the key by HKDF of the same secret, nonce 0 to 11, context "account/a totp".
        let sealed = "AAECAwQFBgcICQoL862Gw6fbRr/jGm6eyrdNFrFcpHeWRw9RlYBHTMTxd61+Pvh5"
        let bytes = try #require(Data(base64Encoded: sealed))
        #expect(try key.get().open(Array(bytes), for: "account/a totp") == Array("12345678901234567890".utf8))
    }

    @Test func `a form belongs to its session`() throws {
        let key = try key.get()
        let token = key.formToken(for: [1, 2, 3])
        #expect(token.utf8.count == 43)
        #expect(key.isFormToken(token, for: [1, 2, 3]))
        #expect(!key.isFormToken(token, for: [1, 2, 4]))
        #expect(!key.isFormToken(String(token.dropLast()), for: [1, 2, 3]))
        #expect(!key.isFormToken(token + "=", for: [1, 2, 3]))
        #expect(!key.isFormToken("", for: [1, 2, 3]))
    }

    @Test func `a secret of another length is refused`() {
        #expect(throws: Failure.invalid(field: "identity key", reason: "it has 31 bytes instead of 32")) {
            try IdentityKey(secret: Array(0..<31))
        }
    }

    @Test func `a key file is made once, for its owner only, and kept`() async throws {
        try await withFolder { folder in
            let path = StoreFolder(path: folder).identityKey
            #expect(path == folder + "/keys/identity.key")
            let tokens = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask { try IdentityKey.load(orMakeAt: path).formToken(for: [7]) }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(tokens.count == 1)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/keys") == ["identity.key"])
            let line = try String(contentsOfFile: path, encoding: .utf8)
            #expect(line.hasPrefix("HUIZHI-IDENTITY-KEY+1+"))
            #expect(line.hasSuffix("=\n"))
            #expect(line.utf8.count == 22 + 44 + 1)
        }
    }

    @Test func `the line of a key file is its secret in base64`() async throws {
        try await withFolder { folder in
            let path = folder + "/identity.key"
            try write("HUIZHI-IDENTITY-KEY+1+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", to: path)
            #expect(try IdentityKey.load(orMakeAt: path).formToken(for: [9]) == key.get().formToken(for: [9]))
        }
    }

    @Test func `a key file that others may read is refused`() async throws {
        try await withFolder { folder in
            let path = folder + "/identity.key"
            _ = try IdentityKey.load(orMakeAt: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            #expect(throws: StoreError.badKeyFile(path, "others may read it; run chmod 600")) {
                try IdentityKey.load(orMakeAt: path)
            }
        }
    }

    @Test(arguments: [
        "", "HUIZHI-IDENTITY-KEY+1+", "HUIZHI-IDENTITY-KEY+1+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "HUIZHI-IDENTITY-KEY+1+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==",
        "HUIZHI-IDENTITY-KEY+1+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=",
        "HUIZHI-IDENTITY-KEY+2+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "HUIZHI-IDENTITY-KEY+1+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd*h8=",
        "HUIZHI-IDENTITY-KEY+1+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= more",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "PRIVATE+KEY+a+b+AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ])
    func `a key file of another shape is refused and left as it is`(line: String) async throws {
        try await withFolder { folder in
            let path = folder + "/identity.key"
            try write(line, to: path)
            let reason = "it is no identity key; restore the file from a backup or from another node"
            #expect(throws: StoreError.badKeyFile(path, reason)) { try IdentityKey.load(orMakeAt: path) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == line)
        }
    }

    @Test func `a file that is too long for a key is not read`() async throws {
        try await withFolder { folder in
            let path = folder + "/identity.key"
            try write(String(repeating: "a", count: 4097), to: path)
            #expect(throws: StoreError.badKeyFile(path, "it is too long for a key; restore the file from a backup")) {
                try IdentityKey.load(orMakeAt: path)
            }
        }
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
