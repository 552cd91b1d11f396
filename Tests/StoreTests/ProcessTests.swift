import Bytes
import Foundation
import SQLCore
import SQLiteDriver
import Store
import Testing

/// Several processes over one store: each child is this test program, started again.
struct ProcessTests {
    @Test func `processes that write at once give one dense log`() async throws {
        try await withFolder { folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for child in 1...3 {
                    group.addTask {
                        await #expect(processExitsWith: .success) { [folder = folder as String, child = child as Int] in
                            let store = try await Store.open(SQLiteDatabase(path: StoreFolder(path: folder).database))
                            for round in 0..<8 {
                                let records = (0..<20).map { record(1_000 * child + 20 * round + $0) }
                                _ = try await store.apply(batch(records))
                                _ = try await store.save([write("o/shared", "\(child) \(round)")], author: "w\(child)")
                            }
                            try await store.close()
                        }
                    }
                }
                try await group.waitForAll()
            }
            let fixture = try await Fixture.open(folder, clock: Clock())
            let changes = try await fixture.store.changes(after: .start, limit: 1_000).changes
            #expect(changes.map(\.sequence) == Array(1...504))
            #expect(Set(changes.map(\.entry)).count == 481)
            #expect(try await fixture.store.versions(of: "o/shared").map(\.version) == Array(1...24))
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `processes that start at once on a new folder agree on schema and key`() async throws {
        try await withFolder { folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for child in 1...4 {
                    group.addTask {
                        await #expect(processExitsWith: .success) { [folder = folder as String, child = child as Int] in
                            let place = StoreFolder(path: folder)
                            let store = try await Store.open(SQLiteDatabase(path: place.database))
                            let key = try LogKey.load(orMakeAt: place.logKey)
                            _ = try await store.save([write("o/\(child)", "\(key.verifier)")], author: "w")
                            try await store.close()
                        }
                    }
                }
                try await group.waitForAll()
            }
            let fixture = try await Fixture.open(folder, clock: Clock())
            let entries = try await fixture.store.entries((1...4).map { "o/\($0)" })
            let key = try LogKey.load(orMakeAt: StoreFolder(path: folder).logKey)
            #expect(entries.map { $0?.said } == [String?](repeating: "\(key.verifier)", count: 4))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/keys") == ["log.ed25519"])
        }
    }

    @Test func `a quota that is used up is named with the path, loses nothing, and writing goes on once there is room`()
        async throws
    {
        try await withFolder { folder in
            await #expect(processExitsWith: .success) { [folder = folder as String] in
                let path = StoreFolder(path: folder).database
                let store = try await Store.open(SQLiteDatabase(path: path))
                // The system refuses to let a file of this process grow beyond this, as a quota would.
                signal(SIGXFSZ, SIG_IGN)
                limitFileSize(1_200_000)
                var stored = 0
                let text = String(repeating: "说明书", count: 3_000)
                do {
                    while stored < 2_000 {
                        // Random letters, so that nothing is gained by compression.
                        let words = (0..<3_000).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }
                        let notes = EntryText(part: "notes", language: "", text: words.joined() + text)
                        let draft = Draft(content: Array("{}".utf8), texts: [notes])
                        let change = EntryChange(
                            register: "outlet",
                            entry: "o/\(stored)",
                            expectedVersion: nil,
                            draft: draft
                        )
                        _ = try await store.save([change], author: "w")
                        stored += 1
                    }
                    Issue.record("the disk was never full")
                } catch let error as DatabaseError {
                    #expect("\(error)".contains(path) && "\(error)".contains("quota"), "\(error)")
                }
                #expect(stored > 0)
                // What was saved is there and sound, and can be read while the disk is full.
                #expect(try await store.logHead().size == Int64(stored))
                limitFileSize(.max)
                _ = try await store.save([write("o/after", "{}")], author: "w")
                #expect(try await store.logHead().size == Int64(stored) + 1)
                #expect(try await store.verify().findings == [])
            }
        }
    }

    @Test func `a store in a folder that cannot be written says so with its path`() async throws {
        try await withFolder { folder in
            do {
                let fixture = try await Fixture.open(folder, clock: Clock())
                _ = try await fixture.store.apply(batch([record(1)]))
                try await fixture.store.close()
            }
            let files = FileManager.default
            try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: StoreFolder(path: folder).database)
            try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
            await #expect(processExitsWith: .success) { [folder = folder as String] in
                // The administrator may write everywhere: become nobody.
                if geteuid() == 0 { #expect(setuid(65_534) == 0) }
                let path = StoreFolder(path: folder).database
                for name in [path, folder + "/new.sqlite"] {
                    do {
                        let store = try await Store.open(SQLiteDatabase(path: name))
                        _ = try await store.save([write("o/1", "{}")], author: "w")
                        Issue.record("\(name) was written")
                    } catch let error as DatabaseError {
                        #expect("\(error)".contains(name), "\(error)")
                        #expect("\(error)".contains("owner and mode"), "\(error)")
                    }
                }
                #expect(throws: StoreError.self) { try LogKey.load(orMakeAt: StoreFolder(path: folder).logKey) }
            }
            try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        }
    }
}

/// A change of an entry of the register `outlet`, whatever is there.
func write(_ entry: String, _ content: String) -> EntryChange {
    EntryChange(register: "outlet", entry: entry, expectedVersion: nil, draft: Draft(content: Array(content.utf8)))
}

/// Keeps every file of this process from growing beyond so many bytes; `.max` (what the system calls infinity) frees it.
func limitFileSize(_ bytes: UInt) {
    var limit = rlimit(rlim_cur: bytes, rlim_max: .max)
    #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
}
