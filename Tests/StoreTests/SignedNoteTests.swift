import Bytes
import Foundation
import Store
import Testing

struct SignedNoteTests {
    // Key, signature and root were made apart with OpenSSL and Python's hashlib; the seed is 0, 1, ... 31.
    private let verifier = "example.org/log+98af023b+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    private let note = """
        example.org/log
        3
        rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=

        — example.org/log mK8CO6LjBx0Jol5UyKc4J9U/QvnWP769WonyvjykAWtBIuTGMTbWZUy32FjMpkhc8G20dLFp4bi6FQwVeVUVWwn1xw0=

        """
    private let root = "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"

    private func body() throws -> CheckpointBody {
        CheckpointBody(origin: "example.org/log", size: 3, root: try #require(Digest256(hex: root)))
    }

    @Test func `a note signed elsewhere verifies and reads as its checkpoint`() throws {
        let key = try LogVerifierKey(verifier)
        #expect(key.name == "example.org/log")
        #expect("\(key)" == verifier)
        #expect(try CheckpointBody(text: key.verifiedText(of: note)) == body())
    }

    @Test func `the same seed makes the same key, and its notes verify`() throws {
        let key = try LogKey(name: "example.org/log", seed: Array(0..<32))
        #expect("\(key.verifier)" == verifier)
        let signed = try key.sign(body().text)
        // Ed25519 may be randomised; what counts is that the signature fits.
        #expect(try key.verifier.verifiedText(of: signed) == body().text)
        #expect(signed.hasPrefix("example.org/log\n3\n"))
    }

    @Test(arguments: [
        ("\n3\n", "\n4\n"), ("rra8", "rra9"), ("mK8CO6Lj", "mK8CO6Lk"), ("mK8CO6", "mK9CO6"),
        ("— example", "- example"),
        ("— example.org/log", "— example.org/lox"), ("=\n\n—", "=\n—"), ("wn1xw0=", "wn1xw0"),
        ("xw0=\n", "xw0="), ("xw0=\n", "xw0=\n\n"), ("xw0=\n", "xw0=\nmore\n"), ("xw0=\n", "xw0=\n— other YWJj\n"),
        ("log mK8CO6", "log  mK8CO6"), ("\n3\n", "\n3\r\n"), ("\n3\n", "\n3\n\u{1}"),
    ])
    func `a note that was changed does not verify`(old: String, new: String) throws {
        let key = try LogVerifierKey(verifier)
        let changed = note.replacingOccurrences(of: old, with: new)
        try #require(changed != note)
        #expect(throws: StoreError.self) { try key.verifiedText(of: changed) }
    }

    @Test func `signatures of others are passed over`() throws {
        let other = try LogKey(name: "other", seed: [UInt8](repeating: 9, count: 32))
        let lines = try other.sign(body().text).split(separator: "\n", omittingEmptySubsequences: false)
        let both = note + lines[4] + "\n"
        #expect(try LogVerifierKey(verifier).verifiedText(of: both) == body().text)
        #expect(try other.verifier.verifiedText(of: both) == body().text)
        #expect(throws: StoreError.self) { try other.verifier.verifiedText(of: note) }
    }

    @Test(arguments: [
        "example.org/log", "example.org/log+98af023c+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "other+98af023b+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4", "example.org/log+98af023b+AQ==", "++",
    ])
    func `a verifier key of another shape or with a wrong id is refused`(text: String) {
        #expect(throws: StoreError.self) { try LogVerifierKey(text) }
    }

    @Test(arguments: [
        "", "a\n", "a\n3\n", "a\n3\nrra8\n", "a\n03\nrra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=\n",
        "a\n-1\nrra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=\n",
    ])
    func `a text that is no checkpoint is refused`(text: String) {
        #expect(throws: StoreError.self) { try CheckpointBody(text: text) }
    }

    @Test func `a key file is made once, for its owner only, and kept`() async throws {
        try await withFolder { folder in
            let path = folder + "/keys/log.ed25519"
            let keys = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask { "\(try LogKey.load(orMakeAt: path).verifier)" }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/keys") == ["log.ed25519"])
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            #expect(throws: StoreError.badKeyFile(path, "others may read it; run chmod 600")) {
                try LogKey.load(orMakeAt: path)
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try Data("PRIVATE+KEY+a+b+c\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(throws: StoreError.self) { try LogKey.load(orMakeAt: path) }
        }
    }

    @Test func `a name with blanks or plus signs is refused`() {
        #expect(throws: StoreError.self) { try LogKey(name: "a b") }
        #expect(throws: StoreError.self) { try LogKey(name: "a+b") }
        #expect(throws: StoreError.self) { try LogKey(name: "") }
    }
}
