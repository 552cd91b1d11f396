import Bytes
import Testing

struct MappedFileTests {
    @Test func `reads numbers with the least significant byte first`() throws {
        try withFile([1, 2, 3, 4, 5, 6, 7, 8, 9]) { file throws in
            #expect(file.count == 9)
            #expect(file.byte(at: 8) == 9)
            #expect(file.uint32(at: 1) == 0x0504_0302)
            #expect(file.uint64(at: 1) == 0x0908_0706_0504_0302)
        }
    }

    @Test func `reads zero bits beyond the end and before the start`() throws {
        try withFile([1, 2, 3]) { file throws in
            #expect(file.uint64(at: 0) == 0x03_0201)
            #expect(file.uint64(at: 2) == 3)
            #expect(file.uint32(at: 3) == 0)
            #expect(file.byte(at: -1) == 0)
            #expect(file.uint64(at: -8) == 0)
            #expect(file.uint64(at: .max) == 0)
            #expect(file.uint64(at: .min) == 0)
            #expect(file.bytes(1..<100) == [2, 3])
            #expect(file.bytes(50..<100) == [])
            #expect(file.text(0..<2) == "\u{1}\u{2}")
            #expect(file.compare(1..<100, with: [2, 3]) == 0)
            #expect(file.compare(1..<2, with: [2, 3]) < 0)
            #expect(file.compare(0..<3, with: [1, 1, 9]) > 0)
            #expect(file.withBytes(1..<9) { $0.byteCount } == 2)
        }
    }

    @Test func `an empty file is mapped as nothing`() throws {
        try withFile([]) { file throws in
            #expect(file.count == 0)
            #expect(file.byte(at: 0) == 0)
            #expect(file.bytes(0..<5) == [])
            #expect(file.compare(0..<5, with: []) == 0)
            #expect(file.crc32c(0..<5) == 0)
            #expect(file.sha256().description.hasPrefix("e3b0c44298fc1c149afbf4c8996fb924"))
        }
    }

    @Test func `a path without a file, and a folder, are refused by name`() throws {
        try withPath { (path) throws -> Void in
            #expect(throws: FileFailure.system(operation: "open", path: path, code: 2)) { try MappedFile(path) }
        }
        #expect(throws: FileFailure.system(operation: "map", path: "/tmp", code: 22)) { try MappedFile("/tmp") }
    }

    @Test func `a reader refuses to leave its range`() throws {
        try withFile([5, 0x80, 0x80, 3, 104, 105, 33, 9]) { file throws in
            var reader = try ByteReader(file, 0..<7)
            #expect(try reader.byte() == 5)
            #expect(try reader.varint() == 3 << 14)
            #expect(throws: FileFailure.self) { try reader.uint32() }
            #expect(try reader.bytes(2) == [104, 105])
            #expect(reader.remaining == 1)
            #expect(throws: FileFailure.self) { try reader.skip(2) }
            #expect(throws: FileFailure.self) { try reader.skip(-1) }
            #expect(throws: FileFailure.self) { try reader.text() }
            #expect(throws: FileFailure.self) { try reader.byte() }
            #expect(throws: FileFailure.self) { try ByteReader(file, 0..<9) }
        }
    }
}
