import Foundation
import SQLCore
import Store
import Testing

struct BackupTests {
    @Test func `a backup restores to the same store with the same key`() async throws {
        try await withStore { fixture in
            let folder = StoreFolder(path: fixture.folder)
            let key = try LogKey.load(orMakeAt: folder.logKey)
            _ = try await fixture.store.apply(batch((0..<50).map { record($0) }))
            let head = try await fixture.store.logHead()
            let target = fixture.folder + "/backup"
            let manifest = try await fixture.store.backup(of: folder, to: target)
            #expect(manifest.files.map(\.name) == ["huizhi.sqlite", "keys/log.ed25519"])
            _ = try await fixture.store.apply(batch([record(99)]))

            let fresh = StoreFolder(path: fixture.folder + "/fresh")
            try Store.restore(from: target, to: fresh)
            let restored = try await Fixture.open(fresh.path, clock: fixture.clock)
            #expect(try await restored.store.logHead() == head)
            #expect(try await restored.store.verify().findings == [])
            #expect("\(try LogKey.load(orMakeAt: fresh.logKey).verifier)" == "\(key.verifier)")
            _ = try await restored.store.apply(batch([record(100)]))
        }
    }

    @Test func `the key of accounts is copied and restored, for its owner only`() async throws {
        try await withStore { fixture in
            let folder = StoreFolder(path: fixture.folder)
            let line = try KeyFile(path: folder.identityKey).line { "HUIZHI-IDENTITY-KEY+1+abc" }
            let target = fixture.folder + "/backup"
            let manifest = try await fixture.store.backup(of: folder, to: target)
            #expect(manifest.files.map(\.name) == ["huizhi.sqlite", "keys/identity.key"])
            let fresh = StoreFolder(path: fixture.folder + "/fresh")
            try Store.restore(from: target, to: fresh)
            #expect(try KeyFile(path: fresh.identityKey).line { "another" } == line)
            // A folder that has the key alone is not restored into either: the key is of another store.
            try FileManager.default.removeItem(atPath: fresh.database)
            #expect(throws: StoreError.exists(fresh.identityKey)) { try Store.restore(from: target, to: fresh) }
        }
    }

    @Test func `nothing is overwritten`() async throws {
        try await withStore { fixture in
            let folder = StoreFolder(path: fixture.folder)
            let target = fixture.folder + "/backup"
            try await fixture.store.backup(of: folder, to: target)
            await #expect(throws: StoreError.exists(target)) {
                try await fixture.store.backup(of: folder, to: target)
            }
            #expect(throws: StoreError.exists(folder.database)) { try Store.restore(from: target, to: folder) }
        }
    }

    @Test func `a backup that was changed or is incomplete is refused`() async throws {
        try await withStore { fixture in
            let target = fixture.folder + "/backup"
            let fresh = StoreFolder(path: fixture.folder + "/fresh")
            try await fixture.store.backup(of: StoreFolder(path: fixture.folder), to: target)
            let database = URL(fileURLWithPath: target + "/huizhi.sqlite")
            var bytes = try Data(contentsOf: database)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: database)
            #expect(throws: StoreError.badBackup("huizhi.sqlite is not as it was written")) {
                try Store.restore(from: target, to: fresh)
            }
            try FileManager.default.removeItem(at: database)
            #expect(throws: StoreError.badBackup("huizhi.sqlite is missing")) {
                try Store.restore(from: target, to: fresh)
            }
            try Data("{}".utf8).write(to: URL(fileURLWithPath: target + "/backup.json"))
            #expect(throws: StoreError.self) { try Store.restore(from: target, to: fresh) }
            #expect(throws: StoreError.self) { try Store.restore(from: fixture.folder + "/none", to: fresh) }
            #expect(!FileManager.default.fileExists(atPath: fresh.database))
        }
    }

    @Test func `a manifest cannot name files outside its folder`() async throws {
        try await withStore { fixture in
            let target = fixture.folder + "/backup"
            try await fixture.store.backup(of: StoreFolder(path: fixture.folder), to: target)
            let path = target + "/backup.json"
            let manifest = String(decoding: try readFile(path), as: UTF8.self)
                .replacingOccurrences(of: "huizhi.sqlite", with: "../huizhi.sqlite")
            try Data(manifest.utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.badBackup("backup.json describes something else")) {
                try Store.restore(from: target, to: StoreFolder(path: fixture.folder + "/fresh"))
            }
        }
    }
}
