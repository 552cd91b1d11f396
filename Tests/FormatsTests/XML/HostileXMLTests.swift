import Domain
import Foundation
import Testing

@testable import Formats

struct HostileXMLTests {
    /// A stream that never keeps more than one piece: a head, then one piece again and again.
    private final class EndlessStream: ByteStream {
        let name = "endless.xml"
        let length: Int64? = nil
        private(set) var offset: Int64 = 0
        private let head: [UInt8]
        private let piece: [UInt8]
        private let limit: Int64

        init(head: String, piece: [UInt8], limit: Int64) {
            self.head = Array(head.utf8)
            self.piece = piece
            self.limit = limit
        }

        func next() -> [UInt8] {
            let next = offset == 0 ? head : offset < limit ? piece : []
            offset += Int64(next.count)
            return next
        }
    }

    private var options: XMLOptions {
        var options = XMLOptions()
        options.maximumRecordBytes = 1 << 20
        options.maximumMarkupBytes = 256 << 10
        return options
    }

    @Test(arguments: [
        ("<us-patent-grant><description><p>", "maximumRecordBytes"),
        ("<us-patent-grant><description a=\"", "maximumMarkupBytes"),
        ("<us-patent-grant><description ", "maximumMarkupBytes"),
        ("<us-patent-grant><!-- ", "maximumMarkupBytes"),
        ("<us-patent-grant><?pi ", "maximumMarkupBytes"),
        ("<us-patent-grant><p><![CDATA[", "maximumMarkupBytes"),
        ("<!DOCTYPE x [ <!ENTITY a \"", "maximumMarkupBytes"),
        ("<other><p>", "maximumRecordBytes"),
    ])
    func `two gigabytes in one line stop at a limit`(head: String, setting: String) {
        let stream = EndlessStream(
            head: head,
            piece: [UInt8](repeating: UInt8(ascii: "x"), count: 256 << 10),
            limit: 2 << 30
        )
        let reading = XMLReading(stream, as: .usptoXML, options: options)
        guard case .limit(let named, _) = reading.failure else {
            Issue.record("expected a limit, got \(String(describing: reading.failure))")
            return
        }
        #expect(named == setting)
        #expect(stream.offset < 4 << 20)
    }

    @Test func `blanks without end between documents are no record`() {
        let stream = EndlessStream(head: " ", piece: [UInt8](repeating: 0x20, count: 1 << 20), limit: 8 << 20)
        let reading = XMLReading(stream, as: .usptoXML, options: options)
        #expect(reading.failure == nil)
        #expect(reading.records.isEmpty)
    }

    @Test func `many small elements count as the memory they take`() {
        let piece = Array(String(repeating: "<a/>", count: 1000).utf8)
        let stream = EndlessStream(head: "<us-patent-grant>", piece: piece, limit: 1 << 30)
        let reading = XMLReading(stream, as: .usptoXML, options: options)
        guard case .limit("maximumRecordBytes", _) = reading.failure else {
            Issue.record("expected a limit, got \(String(describing: reading.failure))")
            return
        }
        #expect(stream.offset < 512 << 10)
    }

    @Test func `deep nesting stops at a limit`() {
        let text = "<us-patent-grant>" + String(repeating: "<a>", count: 100_000)
        guard case .limit("maximumDepth", let reason) = XMLReading(text, as: .usptoXML).failure else {
            Issue.record("expected a limit")
            return
        }
        #expect(reason.contains("256"))
    }

    @Test func `an entity bomb is never expanded`() throws {
        var bomb = "<!DOCTYPE us-patent-grant [<!ENTITY a0 \"lol\">"
        for level in 1...30 {
            let previous = String(repeating: "&a\(level - 1);", count: 10)
            bomb += "<!ENTITY a\(level) \"\(previous)\">"
        }
        let body = USPTOFixture.body(number: "99000001").replacingOccurrences(of: "Example abstract", with: "&a30;")
        let reading = XMLReading(USPTOFixture.declaration + bomb + "]>" + body, as: .usptoXML)
        #expect(reading.records.isEmpty)
        let reject = try #require(reading.rejects.first)
        #expect(reject.reason.contains("&a30;"))
        #expect(reject.excerpt.utf8.count < 1000)
    }

    @Test func `an entity of the file's own in an attribute is not expanded either`() throws {
        let head = "<!DOCTYPE us-patent-grant [<!ENTITY own \"text\">]>"
        let body = USPTOFixture.body(number: "99000001").replacingOccurrences(of: "SAMPLE.XML", with: "&own;")
        let reading = XMLReading(head + body, as: .usptoXML)
        #expect(reading.records.isEmpty)
        #expect(try #require(reading.rejects.first).reason.contains("&own;"))
    }

    @Test func `only the record that uses such an entity is refused`() {
        let text =
            "<!DOCTYPE exchange-documents [<!ENTITY own \"text\">]><exchange-documents>"
            + DOCDBDocumentTests.document("1").replacingOccurrences(of: "</exch:p>", with: "&own;</exch:p>")
            + DOCDBDocumentTests.document("2") + "</exchange-documents>"
        let reading = XMLReading(text, as: .docdb)
        #expect(reading.records.map(\.right.bibliography.publication?.number) == ["2"])
        #expect(reading.rejects.map(\.position.index) == [1])
        #expect(reading.failure == nil)
    }

    @Test func `an external entity is not fetched`() throws {
        let secret = FileManager.default.temporaryDirectory.appending(path: "huizhi-\(UUID().uuidString).txt")
        try Data("secret words".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        for declaration in [
            "<!ENTITY x SYSTEM \"\(secret.absoluteString)\">", "<!ENTITY x SYSTEM \"\(secret.path)\">",
            "<!ENTITY % p SYSTEM \"\(secret.absoluteString)\"> %p;",
        ] {
            let head = "<!DOCTYPE us-patent-grant [\(declaration)]>"
            let body = USPTOFixture.body(number: "99000001").replacingOccurrences(of: "Example abstract", with: "&x;")
            let reading = XMLReading(head + body, as: .usptoXML)
            let said = "\(reading.records)\(reading.rejects)\(String(describing: reading.failure))"
            #expect(!said.contains("secret words"))
        }
    }

    @Test func `drawings declared as foreign data do no harm`() {
        let head = "<!DOCTYPE us-patent-grant [<!NOTATION TIF SYSTEM \"t\"><!ENTITY D1 SYSTEM \"d1.tif\" NDATA TIF>]>"
        let reading = XMLReading(head + USPTOFixture.body(number: "99000001"), as: .usptoXML)
        #expect(reading.records.count == 1)
        #expect(reading.failure == nil)
    }

    @Test func `unknown entities stay as written and known ones are decoded`() {
        let body = USPTOFixture.body(number: "99000001")
            .replacingOccurrences(
                of: "Example abstract",
                with: "caf&eacute; &ccaron; &lsqb;&SACUTE;&rsqb; &amp;eacute;"
            )
            .replacingOccurrences(of: "SAMPLE-D00000.TIF", with: "A&amp;B&eacute;&SACUTE;.TIF")
        let reading = XMLReading(body, as: .usptoXML)
        #expect(reading.failure == nil)
        #expect(reading.bibliography?.abstracts.first?.text.hasPrefix("café č [&SACUTE;] &eacute; with") == true)
        #expect(reading.bibliography?.drawings?.files == ["A&Bé&SACUTE;.TIF"])
    }

    @Test(arguments: ["\u{0}", "\u{1}", "\u{FFFF}"])
    func `characters that XML does not allow are refused with their place`(character: String) {
        let first = USPTOFixture.grant
        let bad = USPTOFixture.grant.replacingOccurrences(of: "Example abstract", with: "Exam" + character + "ple")
        let reading = XMLReading(first + bad, as: .usptoXML)
        #expect(reading.records.count == 1)
        guard case .damaged(let position, _) = reading.failure else {
            Issue.record("expected damage, got \(String(describing: reading.failure))")
            return
        }
        #expect(position.hasPrefix("line "))
        #expect(position.contains("byte "))
    }

    @Test func `U+0000 is named at its byte`() {
        var bytes = Array(USPTOFixture.grant.utf8)
        bytes[700] = 0
        let reading = XMLReading(bytes, as: .usptoXML)
        guard case .damaged(let position, let reason) = reading.failure else {
            Issue.record("expected damage")
            return
        }
        #expect(position.hasSuffix("byte 700"))
        #expect(reason.contains("U+0000"))
    }

    @Test func `a wrong encoding is refused and what came before is kept`() {
        let first = Array(CNIPAFixture.document.utf8)
        var bad = Array(CNIPAFixture.document.utf8)
        if let place = bad.lastIndex(of: 0xE7) { bad.replaceSubrange(place..<(place + 3), with: [0xD7, 0xD6]) }
        let reading = XMLReading(first + bad, as: .cnipaXML)
        #expect(reading.records.count == 1)
        guard case .damaged = reading.failure else {
            Issue.record("expected damage, got \(String(describing: reading.failure))")
            return
        }
    }

    @Test func `an unknown encoding is refused`() {
        let text = USPTOFixture.grant.replacingOccurrences(of: "UTF-8", with: "X-EXAMPLE")
        guard case .damaged = XMLReading(text, as: .usptoXML).failure else {
            Issue.record("expected damage")
            return
        }
    }

    @Test func `a file cut anywhere never crashes and never makes records up`() {
        let bytes = Array((USPTOFixture.grant + USPTOFixture.grant).utf8)
        let whole = XMLReading(bytes, as: .usptoXML).records
        #expect(whole.count == 2)
        for end in stride(from: 0, to: bytes.count - 2, by: 97) {
            let reading = XMLReading(Array(bytes[..<end]), as: .usptoXML)
            #expect(reading.records == Array(whole.prefix(reading.records.count)))
            #expect(reading.records.count < 2)
            let isCutBetween = reading.rejects.isEmpty && reading.failure == nil
            if isCutBetween { #expect(end < 60 || reading.records.count == 1) }
        }
    }

    @Test(arguments: [SourceFormat.cnipaXML, .usptoXML, .docdb, .st96])
    func `flipped bytes never crash a reader`(format: SourceFormat) {
        let text =
            switch format {
            case .cnipaXML: CNIPAFixture.document
            case .usptoXML: USPTOFixture.grant
            case .docdb: DOCDBDocumentTests.document("1")
            default: ST96TrademarkTests.transaction
            }
        let original = Array(text.utf8)
        for seed in UInt64(1)...60 {
            var generator = SeededGenerator(seed: seed)
            var bytes = original
            for _ in 0..<Int.random(in: 1...20, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: "<&>\"".utf8.shuffled(using: &generator).prefix(1), at: place)
                }
            }
            let reading = XMLReading(bytes, as: format, pieceSize: Int.random(in: 1...4000, using: &generator))
            #expect(reading.records.count + reading.rejects.count <= 40, "seed \(seed)")
        }
    }
}
