import Domain
import Testing

@testable import Formats

struct DocumentTextTests {
    @Test func `plain text is read in the encodings of the field`() throws {
        #expect(try DocumentText.read(Array("\n 一种锂离子电池".utf8)) == "一种锂离子电池")
        // 一种锂离子电池 in GB 18030, and in UTF-16 with its mark.
        let chinese: [UInt8] = [
            0xD2, 0xBB, 0xD6, 0xD6, 0xEF, 0xAE, 0xC0, 0xEB, 0xD7, 0xD3, 0xB5, 0xE7, 0xB3, 0xD8,
        ]
        #expect(try DocumentText.read(chinese) == "一种锂离子电池")
        #expect(try DocumentText.read([0xFF, 0xFE, 0x00, 0x4E, 0xCD, 0x79]) == "一种")
        // Beyond what is looked at to recognise a file.
        let long = String(repeating: "电池隔膜。", count: 20_000)
        #expect(try DocumentText.read(Array(long.utf8)) == long)
    }

    @Test func `a Word document is its paragraphs without what was deleted`() throws {
        let body = """
            <?xml version="1.0" encoding="UTF-8"?><w:document \
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            <w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>一种</w:t></w:r><w:r><w:t xml:space="preserve">电池 </w:t></w:r>\
            <w:del><w:r><w:delText>隔膜</w:delText></w:r></w:del><w:ins><w:r><w:t>壳体</w:t></w:r></w:ins></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
            </w:body></w:document>
            """
        let file = ZipFixture.bytes([("[Content_Types].xml", "<a/>"), ("word/document.xml", body)])
        #expect(try DocumentText.read(file) == "一种电池 壳体\na b")
    }

    @Test func `a Word document of too much text is left where the limit is passed`() throws {
        let paragraph = "<w:p><w:r><w:t>" + String(repeating: "x", count: 65_535) + "</w:t></w:r></w:p>"
        func document(_ count: Int, _ end: String) -> [UInt8] {
            let body =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + String(repeating: paragraph, count: count) + end
            return ZipFixture.bytes([("word/document.xml", body)])
        }
        // 64 lines of 65,536 bytes with their ends are the 4 MB.
        let whole = try DocumentText.read(document(64, "</w:body></w:document>"))
        #expect(whole.utf8.count == (4 << 20) - 1)
        // What comes after is not read, else its damage would be told.
        do {
            _ = try DocumentText.read(document(90, "<broken"))
            Issue.record("read")
        } catch {
            #expect(error as? DocumentFault == .tooLong)
        }
    }

    @Test func `a patent document is its title, abstract, claims and description`() throws {
        let text = try DocumentText.read(Array(CNIPAFixture.document.utf8))
        let reading = XMLReading(CNIPAFixture.document, as: .cnipaXML)
        guard case .patent(let patent)? = reading.records.first?.right else {
            Issue.record("no patent")
            return
        }
        let title = try #require(patent.bibliography.titles.first?.text)
        let claim = try #require(patent.details.claims.first?.items.first)
        let description = try #require(patent.details.description.first?.text)
        #expect(text.hasPrefix(title) && text.contains(claim) && text.contains(description))
        #expect(!text.contains("<"))
    }

    @Test(
        arguments: [
            [], Array("  \n".utf8), Array("{\\rtf1 text}".utf8), [0, 1, 2, 3, 0xFF],
            ZipFixture.bytes([("xl/workbook.xml", "<a/>")]), [0x50, 0x4B, 0x03, 0x04, 0x00],
            ZipFixture.bytes([("word/document.xml", "<w:p><broken")]),
        ] as [[UInt8]]
    )
    func `what holds no text is refused`(bytes: [UInt8]) {
        #expect(throws: DocumentFault.unreadable) { try DocumentText.read(bytes) }
    }
}
