import Domain
import Foundation
import Testing

@testable import Formats

struct DocumentSequenceTests {
    private func document(_ number: String) -> String {
        USPTOFixture.declaration + "<!DOCTYPE us-patent-grant SYSTEM \"x.dtd\" [ ]>\n"
            + USPTOFixture.body(number: number)
    }

    private func numbers(_ reading: XMLReading) -> [String?] {
        reading.records.map(\.right.bibliography.publication?.number)
    }

    @Test(arguments: [1, 7, 100, 4096, 1 << 20])
    func `documents one after the other are told apart at their declarations`(pieceSize: Int) {
        let text = ["99000001", "99000002", "99000003"].map(document).joined(separator: "\n")
        let reading = XMLReading(text, as: .usptoXML, pieceSize: pieceSize)
        #expect(numbers(reading) == ["099000001", "099000002", "099000003"])
        #expect(reading.rejects.isEmpty)
        #expect(reading.failure == nil)
    }

    @Test(arguments: [1, 2, 9, 1 << 20])
    func `byte order marks and blank lines between documents do no harm`(pieceSize: Int) {
        let mark = "\u{FEFF}"
        let text = "\n\n" + document("99000001") + mark + document("99000002") + "\n \n"
        let reading = XMLReading(text, as: .usptoXML, pieceSize: pieceSize)
        #expect(numbers(reading) == ["099000001", "099000002"])
        #expect(reading.rejects.isEmpty)
        #expect(reading.failure == nil)
    }

    @Test func `a mark that falls on the edge of a piece is found`() throws {
        let bytes = Array("<a/>\u{FEFF}<?xml version='1.0'?><b/>".utf8)
        for pieceSize in 1...bytes.count {
            var splitter = DeclarationSplitter(MemoryStream(bytes), pieceSize: pieceSize)
            var documents: [[UInt8]] = [[]]
            reading: while true {
                switch try splitter.next() {
                case .bytes(let piece): documents[documents.count - 1] += piece
                case .declaration: documents.append([])
                case .end: break reading
                }
            }
            #expect(documents.map { String(decoding: $0, as: UTF8.self) } == ["<a/>", "<?xml version='1.0'?><b/>"])
            #expect(splitter.offset == Int64(bytes.count))
        }
    }

    @Test func `a broken document is a reject and the next one goes in`() throws {
        let whole = document("99000002")
        let broken = String(whole.prefix(whole.count / 2))
        let reading = XMLReading(document("99000001") + broken + document("99000003"), as: .usptoXML)
        #expect(numbers(reading) == ["099000001", "099000003"])
        #expect(reading.records.map(\.position.index) == [1, 3])
        let reject = try #require(reading.rejects.first)
        #expect(reject.position.description == "record 2")
        #expect(reject.reason.contains("line "))
        #expect(reject.excerpt.hasPrefix("<us-patent-grant>"))
        #expect(reject.excerpt.count <= 200)
        #expect(reading.failure == nil)
    }

    @Test func `damage inside a document is named with its line in the file`() throws {
        let first = document("99000001")
        let bad = document("99000002").replacingOccurrences(of: "</doc-number><kind>B2", with: "</doc-numbr><kind>B2")
        let reading = XMLReading(first + bad + document("99000003"), as: .usptoXML)
        #expect(numbers(reading) == ["099000001", "099000003"])
        let lines = first.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(try #require(reading.rejects.first).reason.contains("line \(lines + 5),"))
    }

    @Test func `a file that breaks off hands over what came before`() throws {
        let whole = document("99000002")
        let reading = XMLReading(document("99000001") + whole.prefix(whole.count - 30), as: .usptoXML)
        #expect(numbers(reading) == ["099000001"])
        guard case .damaged(let position, _) = reading.failure else {
            Issue.record("expected damage, got \(String(describing: reading.failure))")
            return
        }
        #expect(position.hasPrefix("line "))
    }

    @Test func `a declaration inside a comment or a CDATA section splits nothing`() {
        let text = document("99000001")
            .replacingOccurrences(of: "Example abstract", with: "<![CDATA[<?xml version='1.0'?>]]>Example abstract")
            .replacingOccurrences(of: "<claims id", with: "<!-- <?xml version='1.0'?> --><claims id")
        for pieceSize in [1, 50, 1 << 20] {
            let reading = XMLReading(text, as: .usptoXML, pieceSize: pieceSize)
            #expect(numbers(reading) == ["099000001"])
            #expect(reading.bibliography?.abstracts.first?.text.hasPrefix("<?xml version='1.0'?>Example") == true)
            #expect(reading.failure == nil)
        }
    }

    @Test func `documents of another kind in between are rejects`() throws {
        let other = USPTOFixture.declaration + "<sequence-cwu><doc/></sequence-cwu>\n"
        let reading = XMLReading(document("99000001") + other + document("99000002"), as: .usptoXML)
        #expect(numbers(reading) == ["099000001", "099000002"])
        #expect(try #require(reading.rejects.first).reason.contains("<sequence-cwu>"))
    }

    @Test(arguments: 1...9)
    func `Chinese text survives any cut of the stream`(pieceSize: Int) {
        let whole = XMLReading(CNIPAFixture.document, as: .cnipaXML)
        let pieces = XMLReading(CNIPAFixture.document, as: .cnipaXML, pieceSize: pieceSize)
        #expect(pieces.records == whole.records)
        #expect(whole.records.count == 1)
    }

    @Test func `other encodings are read as declared`() throws {
        let text = USPTOFixture.grant.replacingOccurrences(of: "UTF-8", with: "ISO-8859-1")
            .replacingOccurrences(of: "Example City", with: "Z\u{FC}rich")
        let data = try #require(text.data(using: .isoLatin1))
        let reading = XMLReading([UInt8](data), as: .usptoXML)
        #expect(reading.failure == nil)
        #expect(reading.bibliography?.applicants.first?.city == "Zürich")
    }

    @Test func `GB 18030 is read`() {
        let text = CNIPAFixture.document.replacingOccurrences(of: "utf-8", with: "GB18030")
        // 示例 in GB 18030; everything else that is not ASCII is left out.
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "示": bytes += [0xCA, 0xBE]
            case "例": bytes += [0xC0, 0xFD]
            case _ where scalar.isASCII: bytes.append(UInt8(scalar.value))
            default: break
            }
        }
        let reading = XMLReading(bytes, as: .cnipaXML)
        #expect(reading.failure == nil)
        #expect(reading.bibliography?.titles.map(\.text) == ["示例 示"])
    }

    @Test func `UTF-16 is read`() {
        let text = USPTOFixture.grant.replacingOccurrences(of: "UTF-8", with: "UTF-16")
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let reading = XMLReading([0xFF, 0xFE] + bytes, as: .usptoXML)
        #expect(reading.failure == nil)
        #expect(reading.records == XMLReading(USPTOFixture.grant, as: .usptoXML).records)
    }
}
