import Domain
import Foundation
import Testing

@testable import Formats

/// PDFs are read by the real `pdftotext`.
struct PDFTextTests {
    private static let latin = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    /// A font that the file names and does not bring along, as patent offices do; its codes are GBK.
    private static let chinese = """
        <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font\
        /Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>\
        /FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0\
        /Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>
        """
    private static let lines = "BT /F 12 Tf 20 300 Td (A battery) Tj 0 -14 Td (with a case.) Tj 0 -60 Td (Part 2) Tj ET"

    /// A PDF of one page; `others` are objects from number 6, of which the first can be shown as `/X`.
    private func pdf(
        _ content: String,
        font: String = latin,
        others: [String] = [],
        trailer: String = ""
    ) -> [UInt8] {
        let objects =
            [
                "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
                    + "/XObject<</X 6 0 R>>>>>>",
                "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream", font,
            ] + others
        var text = "%PDF-1.4\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let place = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n\(table)trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\n"
        return Array((text + "startxref\n\(place)\n%%EOF\n").utf8)
    }

    @Test func `the lines of a paragraph become one`() throws {
        #expect(try DocumentText.read(pdf(Self.lines)) == "A battery with a case.\nPart 2")
    }

    @Test func `Chinese text is read, and no word is torn at the end of a line`() throws {
        // 一种锂离子电 and 池隔膜 in GBK.
        let content = "BT /F 12 Tf 20 300 Td <D2BBD6D6EFAEC0EBD7D3B5E7> Tj 0 -14 Td <B3D8B8F4C4A4> Tj ET"
        #expect(try DocumentText.read(pdf(content, font: Self.chinese)) == "一种锂离子电池隔膜")
        #expect(PDFText.joined("锂\nion\n\n\n 电 \n池\n") == "锂 ion\n电池")
    }

    @Test func `a scan, a locked and a broken file are told apart`() {
        let picture = "q 100 0 0 100 0 0 cm 0 0 1 1 re f Q"
        #expect(throws: DocumentFault.pdfScanned) { try DocumentText.read(pdf(picture)) }
        #expect(throws: DocumentFault.pdfScanned) { try DocumentText.read(pdf("")) }
        let key = String(repeating: "00", count: 32)
        let lock = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>"
        #expect(throws: DocumentFault.pdfLocked) { try DocumentText.read(pdf(Self.lines, trailer: lock)) }
        #expect(throws: DocumentFault.pdfDamaged) { try DocumentText.read(Array("%PDF-1.7 text".utf8)) }
        #expect(throws: DocumentFault.pdfDamaged) { try DocumentText.read(Array(pdf(Self.lines).prefix(300))) }
        let noise = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        #expect(throws: DocumentFault.pdfDamaged) { try DocumentText.read(Array("%PDF-1.7\n".utf8) + noise) }
    }

    @Test func `where a program is missing or does not run the fault names it`() {
        let readers = [
            ("timeout", PDFText(clock: "/nowhere/timeout")), ("prlimit", PDFText(limits: "/nowhere/prlimit")),
            ("pdftotext", PDFText(program: "/nowhere/pdftotext")),
            // A folder passes for a program until it is run.
            ("timeout, prlimit or bin", PDFText(program: "/usr/bin")),
        ]
        for (name, reader) in readers {
            let fault = DocumentFault.pdfUnsupported(program: name)
            #expect(throws: fault) { try reader.read(pdf(Self.lines)) }
            #expect(fault.reason.contains("\(name) is missing or cannot be run; plain text, .docx and patent XML work"))
        }
    }

    @Test func `whoever writes too much or takes too long is not waited for`() {
        #expect(throws: DocumentFault.tooLong) { try PDFText(limit: 10).read(pdf(Self.lines)) }
        // Seven forms, each of which shows the next one ten times: ten million in all.
        let forms = (6..<13).map { number in
            let shown = number == 12 ? "0 0 1 1 re f" : String(repeating: "/X Do ", count: 10)
            return "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X \(number + 1) 0 R>>>>"
                + "/Length \(shown.utf8.count)>>\nstream\n\(shown)\nendstream"
        }
        let bomb = pdf(String(repeating: "/X Do ", count: 10), others: forms)
        #expect(bomb.count < 4_000)
        #expect(throws: DocumentFault.pdfSlow) { try PDFText(seconds: 1).read(bomb) }
    }

    @Test func `a process has no environment, and its end is told`() throws {
        func run(_ path: String, _ arguments: String...) throws -> (String, ChildProcess.End) {
            let input = try OpenFile.temporary(holding: ByteList(Array("text".utf8)), limit: 4)
            let output = try OpenFile.temporary(holding: ByteList([]), limit: 0)
            let end = try ChildProcess(path: path, arguments: arguments).run(reading: input, writing: output)
            return (String(decoding: try output.read(at: 0, count: 1_000), as: UTF8.self), end)
        }
        #expect(try run("/bin/cat") == ("text", .status(0)))
        #expect(try run("/usr/bin/env") == ("", .status(0)))
        #expect(try run("/bin/sh", "-c", "exit 3") == ("", .status(3)))
        #expect(try run("/bin/sh", "-c", "kill -TERM $$") == ("", .signal(SIGTERM)))
        // Nothing but the three streams, and the folder that is listed, is open.
        #expect(try run("/bin/ls", "/proc/self/fd").0 == "0\n1\n2\n3\n")
        #expect(throws: FormatFailure.self) { try run("/nowhere") }
    }

    private static let folder = "/work/shared/data/patents/st36-st96-cn-jp-us-samples/st36_wipo_examples/"

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: folder),
            "the published sample documents of WIPO are not here"
        ),
        arguments: [("st36aexample", "EP 1 667 425 A1"), ("st36bexample", "EP 1 599 469 B1")]
    )
    func `published patent documents are read`(name: String, number: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: Self.folder + name + "/DOCUMENT.PDF"))
        let text = try DocumentText.read(Array(bytes))
        #expect(text.contains(number) && text.utf8.count > 20_000)
    }
}
