import Foundation
import Testing

@testable import Formats

struct SourceFilesTests {
    static let table = "申请号,名称\nCN201220249767.4,轨枕\n"
    static let line = #"{"申请号": "CN201220249771.0"}"# + "\n"

    @Test func `folders are walked in the order of names and hidden files passed over`() throws {
        let folder = try TemporaryFolder()
        try folder.write("b.csv", Self.table)
        try folder.write("a/2.jsonl", Self.line)
        try folder.write("a/1.txt", "hello")
        try folder.write(".git/config", Self.table)
        try folder.write("empty", "")
        #expect(
            folder.found() == [
                ".git skipped: hidden", "a/1.txt skipped: a text, not a table", "a/2.jsonl: jsonl", "b.csv: csv",
                "empty skipped: empty",
            ]
        )
    }

    @Test func `links inside folders are not followed but a link somebody names is`() throws {
        let folder = try TemporaryFolder()
        let outside = try TemporaryFolder()
        let target = try outside.write("b.csv", Self.table)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: target)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
        let reason = "a symbolic link; name its target to read it"
        #expect(folder.found() == ["link skipped: " + reason, "loop skipped: " + reason])
        let named = SourceFiles([folder.path + "/link"]).map { folder.describe($0) }
        #expect(named == ["link: csv"])
    }

    @Test func `a path that is not there or is no file is said to be broken and the rest goes on`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("b.csv", Self.table)
        let found = Array(SourceFiles([folder.path + "/none", "/dev/null", file]))
        guard found.count == 3, case .broken(_, let missing) = found[0], case .broken(_, let device) = found[1] else {
            Issue.record("\(found)")
            return
        }
        #expect(missing == .unreadable(reason: "no such file or folder"))
        #expect(device == .unreadable(reason: "not a regular file"))
        #expect(found[2].name == file)
    }

    @Test func `a recognised file tells what an import keeps of it`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("b.csv", Self.table)
        let source = try SourceFile.recognise(file)
        #expect(source.length == Int64(Self.table.utf8.count))
        #expect(source.head == Array(Self.table.utf8))
        #expect(source.modifiedAt > 1_600_000_000_000_000)
        let stream = source.open()
        #expect(try stream.next() == Array(Self.table.utf8))
        #expect(try stream.next().isEmpty)
        #expect(stream.offset == source.length)
    }
}
