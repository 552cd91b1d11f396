import Foundation
import Testing

@testable import Formats

struct XMLFormatsTests {
    @Test(arguments: [
        ("<business:PatentDocumentAndRelated xmlns:business='x'>", SourceFormat?.some(.cnipaXML)),
        ("<?xml version='1.0'?>\n<us-patent-grant lang='EN'>", .usptoXML),
        (
            "<!DOCTYPE us-patent-application SYSTEM \"a>b.dtd\" [ <!ENTITY a \"]>\"> ]>\n<us-patent-application>",
            .usptoXML
        ),
        ("<exch:exchange-document country='WO'>", .docdb),
        ("<exchange-documents/>", .docdb),
        ("<p:PatentPublication xmlns:p='http://www.wipo.int/standards/XMLSchema/ST96/Patent'>", .st96),
        ("<t:TrademarkTransaction xmlns:t='http://www.wipo.int/standards/XMLSchema/ST96/Trademark'>", .st96),
        ("<t:Transaction xmlns:t='http://www.wipo.int/standards/XMLSchema/Trademark/1'>", .st96),
        ("<Transaction xmlns='http://www.wipo.int/standards/XMLSchema/trademarks'>", nil),
        ("<patent-application-publication>", nil),
        ("<PATDOC>", nil),
        ("<!-- <us-patent-grant> <!DOCTYPE --><!DOCTYPE PATDOC [<!ENTITY e SYSTEM \"f\" NDATA TIF>]><PATDOC>", nil),
        ("<us-patent-gra", nil),
        ("<!-- without end <us-patent-grant>", nil),
        ("{\"right\": \"patent\"}", nil),
        ("", nil),
    ])
    func `files are known by their first element`(head: String, format: SourceFormat?) {
        #expect(XMLFormats.recognise(head: Array(head.utf8)) == format)
    }

    @Test func `byte order marks and wide encodings are no hindrance`() {
        let text = "<?xml version=\"1.0\"?><!-- c --><us-patent-grant lang=\"EN\">"
        #expect(XMLFormats.recognise(head: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .usptoXML)
        let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        #expect(XMLFormats.recognise(head: [0xFF, 0xFE] + wide) == .usptoXML)
    }

    @Test func `other formats have no XML reader`() {
        #expect(XMLFormats.reader(for: .csv) == nil)
        #expect(XMLFormats.reader(for: .docdb) != nil)
    }
}
