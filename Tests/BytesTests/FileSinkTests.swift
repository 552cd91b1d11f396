import Bytes
import Foundation
import Testing

struct FileSinkTests {
    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func `keeps the checksum of every page and the digest of all bytes`(count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        try withPath { path in
            let sink = try FileSink(path, layer: DiskLayer())
            var start = 0
            while start < count {
                let end = min(count, start + Int.random(in: 1...90_000, using: &generator))
                try sink.append(Array(bytes[start..<end]))
                start = end
            }
            #expect(sink.count == count)
            let checksums = try sink.sealPages()
            try sink.append([1, 2, 3])
            let digest = try sink.close()
            let file = try MappedFile(path)
            #expect(file.bytes(0..<file.count) == bytes + [1, 2, 3])
            #expect(digest == sha256(bytes + [1, 2, 3]))
            #expect(file.sha256() == digest)
            let pages = stride(from: 0, to: count, by: 65_536).map { $0..<min($0 + 65_536, count) }
            #expect(checksums == pages.map { CRC32C.checksum(Array(bytes[$0])) })
        }
    }

    @Test func `a path that cannot be written is refused by name`() {
        let path = "/nonexistent/folder/file"
        #expect(throws: FileFailure.system(operation: "create", path: path, code: 2)) {
            try FileSink(path, layer: DiskLayer())
        }
    }

    @Test func `a sink that was closed takes no more`() throws {
        try withPath { path in
            let sink = try FileSink(path, layer: DiskLayer())
            _ = try sink.close()
            try sink.append([1])
            #expect(throws: FileFailure.self) { try sink.close() }
        }
    }

    @Test func `the disk layer renames, removes and synchronises`() throws {
        try withPath { folder in
            try Folder.make(folder + "/a/b")
            try Folder.make(folder + "/a/b")
            let layer = DiskLayer()
            let handle = try layer.create(folder + "/a/one")
            try layer.append([1, 2], to: handle, path: folder + "/a/one")
            try layer.close(handle, path: folder + "/a/one")
            try layer.sync(folder + "/a/one")
            try layer.rename(folder + "/a/one", to: folder + "/a/two")
            try layer.syncFolder(folder + "/a")
            #expect(try Folder.names(folder + "/a") == ["b", "two"])
            try layer.remove(folder + "/a/two")
            try layer.remove(folder + "/a/two")
            #expect(try Folder.names(folder + "/a") == ["b"])
            #expect(throws: FileFailure.self) { try layer.sync(folder + "/a/two") }
            #expect(throws: FileFailure.self) { try layer.rename(folder + "/a/two", to: folder + "/x") }
            #expect(throws: FileFailure.self) { try Folder.names(folder + "/none") }
            #expect(throws: FileFailure.self) { try layer.syncFolder(folder + "/none") }
        }
    }

    @Test func `a lock is held once and freed with its owner`() throws {
        try withPath { path in
            var lock: FileLock? = try FileLock(path)
            #expect(throws: FileFailure.locked(path: path, holder: getpid())) { try FileLock(path) }
            withExtendedLifetime(lock) {}
            lock = nil
            lock = try FileLock(path)
            withExtendedLifetime(lock) {}
            #expect(throws: FileFailure.self) { try FileLock("/nonexistent/lock") }
        }
    }

    @Test func `failures say path, cause and number`() {
        let failure = FileFailure.system(operation: "open", path: "/x", code: 2)
        #expect(failure.description == "cannot open /x: No such file or directory (errno 2)")
        #expect(FileFailure.locked(path: "/x", holder: 7).description == "/x is held by process 7")
        #expect(FileFailure.corrupt(path: "/x", reason: "short").description == "/x is damaged: short")
    }
}
