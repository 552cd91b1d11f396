import Foundation
import Store
import Testing

@testable import Identity

/// Which key the accounts of a store were made with.
struct StoreKeyTests {
    @Test func `a store keeps to the key that it began with, and takes no other and no new one`() async throws {
        let fixture = try await AccountsFixture()
        let path = fixture.folder + "/keys/identity.key"
        // Who only looks makes no key.
        #expect(try await Identity.IdentityKey.key(of: fixture.store, at: path, makes: false) == nil)
        #expect(!FileManager.default.fileExists(atPath: path))
        let first = try #require(try await Identity.IdentityKey.key(of: fixture.store, at: path, makes: true))
        let again = try #require(try await Identity.IdentityKey.key(of: fixture.store, at: path, makes: false))
        #expect(first.lookup("email", "a") == again.lookup("email", "a"))

        let kept = path + ".kept"
        try FileManager.default.moveItem(atPath: path, toPath: kept)
        for makes in [true, false] {
            await #expect(throws: StoreError.self) {
                try await Identity.IdentityKey.key(of: fixture.store, at: path, makes: makes)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        _ = try Identity.IdentityKey.load(orMakeAt: path)
        await #expect(throws: StoreError.self) {
            try await Identity.IdentityKey.key(of: fixture.store, at: path, makes: true)
        }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: kept, toPath: path)
        #expect(try await Identity.IdentityKey.key(of: fixture.store, at: path, makes: true) != nil)
    }
}
