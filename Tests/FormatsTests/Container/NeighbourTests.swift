import Foundation
import Testing

@testable import Formats

/// Files beside a source: the pictures of a document.
struct NeighbourTests {
    private func words(_ failure: FormatFailure) -> String {
        if case .unreadable(let reason) = failure { reason } else { "\(failure)" }
    }

    private func neighbours(
        _ path: String,
        _ names: [String],
        limit: Int = 100,
        total: Int = 1_000
    ) -> [String: String] {
        var found: [String: String] = [:]
        for case .recognised(let source) in SourceFiles([path]) {
            for (name, bytes) in source.neighbours(names, limit: limit, total: total) {
                switch bytes {
                case .success(let bytes): found[name] = String(decoding: bytes, as: UTF8.self)
                case .failure(let failure): found[name] = "! " + words(failure)
                }
            }
        }
        return found
    }

    @Test func `files lie in the folder of the source or below it`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("in/a.csv", SourceFilesTests.table)
        try folder.write("in/1.tif", "eins")
        try folder.write("in/p/2.tif", "zwei")
        try folder.write("3.tif", "drei")
        #expect(neighbours(file, ["1.tif", "./p/2.tif"]) == ["1.tif": "eins", "./p/2.tif": "zwei"])
        let found = neighbours(file, ["../3.tif", "/etc/passwd", "", "p", "4.tif"])
        #expect(found["../3.tif"] == "! the name leads out of the folder")
        #expect(found["/etc/passwd"] == "! the name leads out of the folder")
        #expect(found[""] == "! the name leads out of the folder")
        #expect(found["p"] == "! not a regular file")
        #expect(found["4.tif"] == "! no such file beside the document")
    }

    @Test func `a symbolic link is not followed`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", SourceFilesTests.table)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/1.tif", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/d", withDestinationPath: "/etc")
        let found = neighbours(file, ["1.tif", "d/passwd"])
        #expect(Set(found.values) == ["! a symbolic link, which is not followed"])
    }

    @Test func `a file that is too large is left out, and what is too much together`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", SourceFilesTests.table)
        try folder.write("1.tif", "eins!")
        try folder.write("2.tif", "zwei!")
        #expect(neighbours(file, ["1.tif"], limit: 4) == ["1.tif": "! larger than 4 bytes"])
        let found = neighbours(file, ["1.tif", "2.tif"], total: 8)
        #expect(found.values.filter { $0.hasPrefix("!") }.count == 1)
    }

    @Test func `members of a zip file lie in the folder of the member, before it or behind`() throws {
        let folder = try TemporaryFolder()
        let zip = ZipFixture.bytes([
            ("x/1.tif", "eins"), ("x/a.csv", SourceFilesTests.table), ("x/2.tif", "zwei"), ("y/1.tif", "andere"),
            ("y/b.csv", SourceFilesTests.table), ("3.tif", "drei"),
        ])
        let file = try folder.write("all.zip", zip)
        var found: [String: [String: String]] = [:]
        for case .recognised(let source) in SourceFiles([file]) {
            // Read as an import does, while the walk stands at it.
            try source.reader().read(source.open()) { _ in }
            let results = source.neighbours(["1.tif", "2.tif", "../3.tif"], limit: 100, total: 100)
            found[String(source.name.suffix(7))] = results.mapValues { bytes in
                switch bytes {
                case .success(let bytes): String(decoding: bytes, as: UTF8.self)
                case .failure(let failure): words(failure)
                }
            }
        }
        #expect(
            found == [
                "x/a.csv": ["1.tif": "eins", "2.tif": "zwei", "../3.tif": "the name leads out of the folder"],
                "y/b.csv": [
                    "1.tif": "andere", "2.tif": "no such file beside the document",
                    "../3.tif": "the name leads out of the folder",
                ],
            ]
        )
    }
}
