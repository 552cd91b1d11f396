import Domain
import Foundation
import Testing

@testable import Formats

struct ExportRecordTests {
    @Test func `a record reads back as it was written`() throws {
        let right = try #require(XMLReading(CNIPAFixture.document, as: .cnipaXML).records.first).right
        let source = ExportRecord.Source(file: "a/b.xml", format: .cnipaXML, position: "record 1")
        let record = ExportRecord(right: right, source: source)
        let data = try ExportRecord.encoder().encode(record)
        #expect(try JSONDecoder().decode(ExportRecord.self, from: data) == record)
        #expect(!data.contains(0x0A))
    }

    @Test func `fields and source stand side by side`() throws {
        var bibliography = Bibliography(right: .patent)
        bibliography.application = DocumentID(country: "CN", number: "209999000001.2")
        let record = ExportRecord(
            right: .patent(Patent(bibliography: bibliography)),
            source: ExportRecord.Source(file: "x/示例.xml")
        )
        let text = String(decoding: try ExportRecord.encoder().encode(record), as: UTF8.self)
        #expect(
            text
                == #"{"application":{"country":"CN","id":"CN2099990000012","number":"209999000001.2"},"#
                + #""right":"patent","source":{"file":"x/示例.xml"}}"#
        )
    }
}
