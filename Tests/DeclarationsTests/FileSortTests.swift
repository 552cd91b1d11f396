import Declarations
import Domain
import Testing

/// Files that entries hold: their sorts by content, their names, and which a field takes.
struct FileSortTests {
    /// A zip of one empty part of each name, as a directory alone says it.
    static func zip(_ names: [String]) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
        let start = bytes.count
        for name in names {
            bytes += [0x50, 0x4B, 0x01, 0x02] + [UInt8](repeating: 0, count: 24) + number(name.utf8.count, 2)
            bytes += [UInt8](repeating: 0, count: 16) + Array(name.utf8)
        }
        let size = bytes.count - start
        bytes += [0x50, 0x4B, 0x05, 0x06] + [0, 0, 0, 0] + number(names.count, 2) + number(names.count, 2)
        return bytes + number(size, 4) + number(start, 4) + [0, 0]
    }

    @Test func `the content says which sort a file is`() {
        let sorts: [([UInt8], FileSort?)] = [
            (Array("%PDF-1.7\n".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
            ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), (Array("一行\r\n\t二\n".utf8), .text),
            (Self.zip(["[Content_Types].xml", "word/document.xml"]), .docx),
            (Self.zip(["xl/workbook.xml", "[Content_Types].xml"]), .xlsx),
            (Self.zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), nil),
            (Self.zip(["a.exe"]), nil), ([0x50, 0x4B, 0x03, 0x04], nil), ([], nil), ([0x4D, 0x5A, 0x90, 0x00], nil),
            ([0x61, 0x00], nil), ([0xC3, 0x28], nil), (Array(" %PDF-1.7\u{1}".utf8), nil),
        ]
        for (place, (bytes, sort)) in sorts.enumerated() { #expect(FileSort(of: bytes) == sort, "\(place)") }
        // A directory that points beyond the file, or is cut, names nothing.
        var cut = Self.zip(["[Content_Types].xml", "word/document.xml"])
        cut[cut.count - 6] = 0xFF
        #expect(FileSort(of: cut) == nil)
        #expect(FileSort(of: Self.zip(["[Content_Types].xml", "word/document.xml"]).dropLast(30) + []) == nil)
    }

    @Test(arguments: [
        ("报告.pdf", "报告.pdf"), ("../../etc/passwd", "passwd.pdf"), ("C:\\temp\\a b.PDF", "a b.pdf"),
        ("a\u{0}b\u{1B}c\r\n.pdf", "abc.pdf"), ("evil\u{202E}fdp.exe", "evilfdp.exe.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("", "file.pdf"), ("...", "file.pdf"), ("x\"<y>|?.pdf", "xy.pdf"), (String(repeating: "长", count: 300), ""),
    ])
    func `a name keeps nothing that leads elsewhere or is not seen, and ends as its content is`(
        given: String,
        name: String
    ) {
        let file = EntryFile(called: given, .pdf, bytes: 1, digest: String(repeating: "a", count: 64))
        #expect(name.isEmpty ? file.name == String(repeating: "长", count: 115) + ".pdf" : file.name == name)
        #expect(EntryFile(file.value) == file)
    }

    @Test func `only a value with all parts and a digest is a file`() {
        let digest = String(repeating: "0", count: 64)
        let whole: [String: FieldValue] = [
            "name": .text("a"), "type": .text("text/plain"), "bytes": .text("3"), "digest": .text(digest),
        ]
        #expect(EntryFile(.parts(whole))?.bytes == 3)
        for (part, value) in [("digest", "abc"), ("bytes", "x"), ("digest", digest.uppercased() + "A")] {
            #expect(EntryFile(.parts(whole.merging([part: .text(value)]) { $1 })) == nil)
        }
        #expect(EntryFile(.parts(whole.merging(["more": .text("a")]) { $1 })) == nil)
        #expect(EntryFile(.text("a.pdf")) == nil && EntryFile(.parts(["name": .text("a")])) == nil)
    }

    @Test func `a declaration that names no known type is told which there are`() {
        let text = """
            label: {zh: 小镇, en: Towns}
            write: [staff]
            fields:
              name: {type: text, label: {zh: 名称, en: Name}}
              plan: {type: file, types: [application/pdff], label: {zh: 规划, en: Plan}}
            """
        let set = DeclarationSet(
            [DeclarationFile(kind: .register, name: "town", path: "town.yaml", text: text)],
            vocabulary: Vocabulary(roles: ["staff"], rights: [], reserved: [])
        )
        #expect(set.problems.map(\.line) == [5])
        #expect(set.problems.first?.message.contains("(did you mean 'application/pdf'?)") == true)
    }
}
