import Domain
import Foundation
import Testing

@testable import Formats

struct ArchiveTests {
    static let table = SourceFilesTests.table
    static let line = SourceFilesTests.line
    /// A tar file with a folder, `导出/a.csv`, a link to /etc/passwd and `../../etc/evil.jsonl`.
    static let packed =
        "H4sIAAAAAAACA+3XsUrDQBwG8Jv7FCFzubv/ecmhUCq4OImvcLQBq6GWJtaCODuJDrq66lbBoSD6OLF9DJMK0jZ0vFjJ91sSbjnI8f++"
        + "Cxdc7B/b8WFku9GQOSF/bHpKqZbei3XKVwLmjVkFLpLUDvPtWT1R6A1setLKJh/ZzbtoMKiVdls436MY6lDrzfNfeg8VGeYFmH/n+Fbk"
        + "f1DKf1LI/yooWsl/yzvJCCVQq/xfnPmf5n9Aa/lvKNhhnsT8Ozd7eJtPptndtJnd386eXxsHR0qSUlLpXRMarpvzz5evp0dkAvrfXf/r"
        + "cv8T+r+S/pcr/R/3+mcY9Xr1f3Hm2/X/R0Q6ZJ4SUdoRA5skl13Mv6P8zwuAL75zNOrF/DQ578eVn7+m8vkb3P+qcOX/3gD9PX/58meI"
        + "S/8aZQAAAAAAAAAA8L99AxutMboAKAAA"
    /// One table behind gzip.
    static let single = "H4sIAAAAAAACAwEpANb/55Sz6K+35Y+3LOWQjeensApDTjIwMTIyMDI0OTc2Ny40LOi9qOaelQr4BCwTKQAAAA=="

    private func bytes(_ base64: String) throws -> [UInt8] {
        [UInt8](try #require(Data(base64Encoded: base64)))
    }

    /// A gzip file of a table whose second line is 400,000 times the letter a; 450 bytes long.
    private func bomb() throws -> [UInt8] {
        let start = "H4sIAAAAAAACA+3BsQ0AEQAAwN4sljKQUNhBSaIwkfgxfgvV3d22vrFP2fHUfPsMCQA"
        let end = "B74AXS/B2yRGgYA"
        return try bytes(start + String(repeating: "A", count: 596 - start.count - end.count) + end)
    }

    @Test func `members of a zip file are files of their own, known by their content`() throws {
        let folder = try TemporaryFolder()
        let zip = ZipFixture.bytes([
            ("a/", ""), ("a/表.txt", Self.table), ("b.xml", Self.line), ("c.csv", "no table"), (".x/y.csv", Self.table),
            ("__MACOSX/c.csv", "x"),
        ])
        try folder.write("all.zip", zip)
        #expect(
            folder.found() == [
                "all.zip!/a/表.txt: csv", "all.zip!/b.xml: jsonl", "all.zip!/c.csv skipped: a text, not a table",
                "all.zip!/.x/y.csv skipped: hidden", "all.zip!/__MACOSX/c.csv skipped: hidden",
            ]
        )
    }

    @Test func `a member is read through its own stream while the walk stands at it`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("all.zip", ZipFixture.bytes([("a", Self.table), ("b", Self.line)]))
        var numbers: [String] = []
        var kept: RecognisedSource?
        for case .recognised(let source) in SourceFiles([file]) {
            #expect(source.length != nil)
            try source.reader().read(source.open()) { item in
                if case .record(let record) = item { numbers.append(record.right.bibliography.application?.id ?? "") }
            }
            kept = kept ?? source
        }
        #expect(numbers == ["CN2012202497674", "CN2012202497710"])
        let stream = try #require(kept).open()
        _ = try stream.next()
        #expect(throws: FormatFailure.unreadable(reason: "a can be read only before the next member")) {
            _ = try stream.next()
        }
    }

    @Test func `a tar file behind gzip gives its files, and names in it lead nowhere`() throws {
        let folder = try TemporaryFolder()
        try folder.write("x.tgz", try bytes(Self.packed))
        #expect(folder.found() == ["x.tgz!/导出/a.csv: csv", "x.tgz!/../../etc/evil.jsonl: jsonl"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.tgz"])
    }

    @Test func `a single file behind gzip has the name of the file without the ending`() throws {
        let folder = try TemporaryFolder()
        try folder.write("list.csv.gz", try bytes(Self.single))
        #expect(folder.found() == ["list.csv.gz!/list.csv: csv"])
    }

    @Test func `names without the mark are read as GB 18030`() throws {
        let folder = try TemporaryFolder()
        var zip = ZipFixture(marksNames: false)
        zip.add([0xB1, 0xED] + Array(".csv".utf8), Array(Self.table.utf8))
        try folder.write("all.zip", zip.finished)
        #expect(folder.found() == ["all.zip!/表.csv: csv"])
    }

    @Test func `an archive inside an archive is left closed but a workbook in it is read`() throws {
        let folder = try TemporaryFolder()
        let inner = ZipFixture.bytes([("a.csv", Self.table)])
        let book = WorkbookFixture([["申请号"], ["CN201220249767.4"]]).bytes
        var zip = ZipFixture()
        zip.add(Array("in.zip".utf8), inner)
        zip.add(Array("book".utf8), book)
        zip.add(Array("in.tgz".utf8), try bytes(Self.packed))
        let file = try folder.write("all.zip", zip.finished)
        let reason = "an archive inside an archive; unpack it first"
        #expect(
            folder.found() == [
                "all.zip!/in.zip skipped: " + reason, "all.zip!/book: xlsx", "all.zip!/in.tgz skipped: " + reason,
            ]
        )
        for case .recognised(let source) in SourceFiles([file]) {
            #expect(source.name == file + "!/book")
            #expect(TableReading(source).numbers == ["CN2012202497674"])
        }
    }

    @Test func `an encrypted member is passed over`() throws {
        let folder = try TemporaryFolder()
        var zip = ZipFixture()
        zip.add(Array("a.csv".utf8), Array(Self.table.utf8), flags: 1)
        zip.add(Array("b.csv".utf8), Array(Self.table.utf8))
        try folder.write("all.zip", zip.finished)
        #expect(folder.found() == ["all.zip!/a.csv skipped: encrypted; unpack it first", "all.zip!/b.csv: csv"])
    }

    @Test func `a zip file is looked into for what it is`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", WorkbookFixture([["x"], ["1"]]).bytes)
        try folder.write("b", WorkbookFixture([["检索结果"], ["申请号"]]).bytes)
        try folder.write("c", ZipFixture.bytes([("word/document.xml", "<x/>")]))
        try folder.write("d", ZipFixture.bytes([]))
        var unsure = WorkbookFixture(sheets: [("x", "<row><c t=\"s\"><v>9999</v></c></row>")])
        unsure.strings = ["<t>a</t>"]
        try folder.write("e", unsure.bytes)
        #expect(
            folder.found() == [
                "a skipped: a workbook without a known column", "b: xlsx", "c skipped: a Word document", "e: xlsx",
            ]
        )
    }

    // MARK: Limits

    @Test func `too many members end the walk with the setting that allows more`() throws {
        let folder = try TemporaryFolder()
        try folder.write("all.zip", ZipFixture.bytes([("a", Self.table), ("b", Self.table), ("c", Self.table)]))
        var options = ReadOptions()
        options.container.maximumEntries = 2
        #expect(folder.found(options) == ["all.zip!/a: csv", "all.zip!/b: csv", "all.zip broken: maximumEntries"])
    }

    @Test func `an archive that expands to too many bytes is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write("all.zip", ZipFixture.bytes([("a", Self.table), ("b", Self.table)]))
        var options = ReadOptions()
        options.container.maximumExpandedBytes = 60
        #expect(folder.found(options) == ["all.zip!/a: csv", "all.zip!/b broken: maximumExpandedBytes"])
    }

    @Test func `an archive that expands out of all proportion is refused, even when nobody reads the member`() throws {
        let folder = try TemporaryFolder()
        try folder.write("bomb.gz", try bomb())
        var options = ReadOptions()
        options.container.unratedBytes = 100_000
        options.container.maximumExpansionRatio = 200
        #expect(
            folder.found(options) == ["bomb.gz!/bomb: csv", "bomb.gz broken: maximumExpansionRatio"]
        )
        options.container.maximumExpansionRatio = 2000
        #expect(folder.found(options) == ["bomb.gz!/bomb: csv"])
    }

    @Test func `a workbook in an archive that is too large for a copy is refused`() throws {
        let folder = try TemporaryFolder()
        var zip = ZipFixture()
        zip.add(Array("book".utf8), WorkbookFixture([["申请号"], ["CN201220249767.4"]]).bytes)
        try folder.write("all.zip", zip.finished)
        var options = ReadOptions()
        options.container.maximumSpooledBytes = 100
        #expect(folder.found(options) == ["all.zip!/book broken: maximumSpooledBytes"])
    }

    @Test func `a zip file that breaks off gives the members before the break`() throws {
        let folder = try TemporaryFolder()
        let zip = ZipFixture.bytes([("a", Self.table), ("b", Self.table), ("c", String(repeating: "x", count: 500))])
        try folder.write("all.zip", Array(zip.prefix(zip.count - 500)))
        let found = folder.found()
        #expect(found.prefix(2) == ["all.zip!/a: csv", "all.zip!/b: csv"])
        #expect(found.last?.hasSuffix("broken: damaged") == true, "\(found)")
    }

    @Test func `a member with a wrong checksum is read to its damage and the next one is read`() throws {
        let folder = try TemporaryFolder()
        var zip = ZipFixture.bytes([("a", Self.table), ("b", Self.table)])
        // The first member's content begins behind 30 bytes and a name of one; this changes a letter of a title.
        zip[30 + 1 + Self.table.utf8.count - 2] ^= 0x01
        let file = try folder.write("all.zip", zip)
        var readings: [TableReading] = []
        for case .recognised(let source) in SourceFiles([file]) { readings.append(TableReading(source)) }
        #expect(readings.count == 2)
        #expect(readings.first?.numbers == ["CN2012202497674"])
        guard case .damaged = readings.first?.failure else {
            Issue.record("\(readings)")
            return
        }
        #expect(readings.last?.failure == nil)
    }
}
