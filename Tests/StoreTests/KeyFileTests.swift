import Foundation
import Store
import Testing

struct KeyFileTests {
    private struct Broken: Error {}

    @Test func `a line is made once and kept`() async throws {
        try await withFolder { folder in
            let file = KeyFile(path: folder + "/keys/some.key")
            #expect(try file.line { "first" } == "first")
            #expect(try file.line { "second" } == "first")
            #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "first\n")
            let mode =
                try FileManager.default.attributesOfItem(atPath: folder + "/keys")[.posixPermissions] as? NSNumber
            #expect(mode == 0o700)
        }
    }

    @Test func `where no line can be made there is no file`() async throws {
        try await withFolder { folder in
            let file = KeyFile(path: folder + "/some.key")
            #expect(throws: Broken.self) { try file.line { throw Broken() } }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names == [])
        }
    }

    @Test func `a folder in the place of the file is refused`() async throws {
        try await withFolder { folder in
            let path = folder + "/some.key"
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
            #expect(throws: StoreError.badKeyFile(path, "it cannot be read; check owner and mode")) {
                try KeyFile(path: path).line { "first" }
            }
        }
    }

    @Test func `a folder that cannot be made is named`() async throws {
        try await withFolder { folder in
            try Data().write(to: URL(fileURLWithPath: folder + "/file"))
            #expect(throws: StoreError.self) { try KeyFile(path: folder + "/file/some.key").line { "first" } }
        }
    }
}
