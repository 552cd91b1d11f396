import Domain
import Foundation
import Testing

@testable import Formats

struct DOCDBDocumentTests {
    /// One document with a prefix that nothing declares and entities that nothing defines.
    static func document(_ number: String) -> String {
        """
        <exch:exchange-document country="WO" doc-number="\(number)" kind="A1" date-publ="20991215" family-id="99558028">\
        <exch:bibliographic-data>\
        <exch:publication-reference data-format="docdb"><document-id lang="en"><country>WO</country>\
        <doc-number>\(number)</doc-number><kind>A1</kind><date>20991215</date></document-id></exch:publication-reference>\
        <exch:publication-reference data-format="original"><document-id><doc-number>2099/X</doc-number></document-id></exch:publication-reference>\
        <exch:classification-ipc><edition>7</edition><main-classification> 7A 61K   9/16   A</main-classification></exch:classification-ipc>\
        <exch:classifications-ipcr><classification-ipcr sequence="1"><text>A61K   8/04        20060101AFI20991215BHEP        </text></classification-ipcr></exch:classifications-ipcr>\
        <exch:patent-classifications>\
        <patent-classification><classification-scheme office="EP" scheme="CPCI"><date>20130101</date></classification-scheme>\
        <classification-symbol>A61K2800/10        </classification-symbol></patent-classification>\
        <patent-classification><classification-scheme office="US" scheme="CPCI"><date>20130101</date></classification-scheme>\
        <classification-symbol>A61K2800/10        </classification-symbol></patent-classification>\
        <patent-classification><classification-scheme office="JP" scheme="FI"/><classification-symbol>A61K8/04 XYZ</classification-symbol></patent-classification>\
        </exch:patent-classifications>\
        <exch:application-reference data-format="epodoc"><document-id><doc-number>WO2099IB1</doc-number></document-id></exch:application-reference>\
        <exch:application-reference data-format="docdb"><document-id><country>IB</country><doc-number>2099990001</doc-number>\
        <kind>W</kind><date>20990609</date></document-id></exch:application-reference>\
        <exch:priority-claims>\
        <exch:priority-claim sequence="1" data-format="docdb"><document-id><country>PT</country><doc-number>99728321</doc-number>\
        <kind>A</kind><date>20980611</date></document-id></exch:priority-claim>\
        <exch:priority-claim sequence="1" data-format="epodoc"><document-id><doc-number>PT20989</doc-number></document-id></exch:priority-claim>\
        </exch:priority-claims>\
        <exch:parties><exch:applicants>\
        <exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>EXAMPLE UNIV</name></exch:applicant-name>\
        <residence><country>PT</country></residence></exch:applicant>\
        <exch:applicant sequence="1" data-format="docdba"><exch:applicant-name><name>EXAMPLE UNIVERSITY</name></exch:applicant-name></exch:applicant>\
        </exch:applicants><exch:inventors>\
        <exch:inventor sequence="1" data-format="docdba"><exch:inventor-name><name>SAMPLE, Milan Mar&ccaron;i&SACUTE;</name></exch:inventor-name></exch:inventor>\
        </exch:inventors></exch:parties>\
        <exch:designation-of-states><exch:designation-pct><exch:national><country>AE</country><country>CN</country></exch:national></exch:designation-pct></exch:designation-of-states>\
        <exch:invention-title lang="en" data-format="docdba">EXAMPLE &ndash; TITLE</exch:invention-title>\
        <exch:invention-title lang="fr" data-format="docdba">TITRE D'EXEMPLE</exch:invention-title>\
        <exch:references-cited>\
        <exch:citation cited-phase="ISR"><patcit num="1"><document-id><country>CN</country><doc-number>199000008</doc-number>\
        <kind>A</kind><name>EXAMPLE UNIV CHINA</name><date>20970206</date></document-id></patcit><category>XY</category></exch:citation>\
        <exch:citation cited-phase="ISR"><nplcit num="1"><text>SAMPLE ET AL: "Example", 2098</text></nplcit></exch:citation>\
        </exch:references-cited></exch:bibliographic-data>\
        <exch:abstract lang="en" data-format="docdba"><exch:p>Example abstract.</exch:p></exch:abstract>\
        <exch:patent-family><exch:family-member>\
        <exch:application-reference data-format="docdb"><document-id><country>IB</country><doc-number>2099990001</doc-number></document-id></exch:application-reference>\
        <exch:publication-reference data-format="docdb"><document-id><country>AR</country><doc-number>017747</doc-number><kind>A1</kind></document-id></exch:publication-reference>\
        <exch:publication-reference data-format="epodoc"><document-id><doc-number>AR17747</doc-number></document-id></exch:publication-reference>\
        </exch:family-member></exch:patent-family></exch:exchange-document>
        """
    }

    let reading = XMLReading(document("2099259205"), as: .docdb)

    @Test func `a fragment whose prefix is not declared is read`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(bibliography.publication?.id == "WO2099259205A1")
        #expect(bibliography.application?.id == "IB2099990001W")
        #expect(bibliography.application?.date?.description == "2099-06-09")
        #expect(bibliography.priorities.map(\.number) == ["99728321"])
        #expect(bibliography.priorities.map(\.kind) == ["A"])
        #expect(reading.patent?.designatedStates == ["AE", "CN"])
    }

    @Test func `entities without a definition keep the record`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.inventors.map(\.name) == ["SAMPLE, Milan Marči&SACUTE;"])
        #expect(bibliography.titles.map(\.text) == ["EXAMPLE – TITLE", "TITRE D'EXEMPLE"])
        #expect(bibliography.titles.map(\.lang) == ["en", "fr"])
    }

    @Test func `classes stand once and only CPC among the schemes`() throws {
        let classes = try #require(reading.bibliography?.classes)
        #expect(classes.ipc == ["A61K 8/04"])
        #expect(classes.cpc == ["A61K 2800/10"])
    }

    @Test func `the older edition is read where there is no other`() throws {
        let text = Self.document("1").replacingOccurrences(of: "classifications-ipcr", with: "other-list")
        #expect(XMLReading(text, as: .docdb).bibliography?.classes.ipc == ["A61K 9/16"])
    }

    @Test func `of several forms of a name one is taken`() {
        #expect(reading.bibliography?.applicants == [Party(name: "EXAMPLE UNIV", country: "PT")])
    }

    @Test func `citations and family are read`() throws {
        let details = try #require(reading.patent)
        #expect(details.citations?.patents.map(\.name) == ["EXAMPLE UNIV CHINA"])
        #expect(details.citations?.patents.map(\.category) == ["XY"])
        #expect(details.citations?.nonPatent.map(\.text) == ["SAMPLE ET AL: \"Example\", 2098"])
        #expect(details.family?.id == "99558028")
        #expect(details.family?.applications == 1)
        #expect(details.family?.publications == ["AR017747A1"])
    }

    @Test func `a whole exchange file gives its documents in order`() {
        let documents = ["1", "2", "3"].map { Self.document($0) }.joined()
        let text = """
            <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE exch:exchange-documents SYSTEM "docdb-entities.dtd">
            <exch:exchange-documents xmlns:exch="http://www.epo.org/exchange" no-of-documents="0018626">\(documents)</exch:exchange-documents>
            """
        let reading = XMLReading(text, as: .docdb)
        #expect(reading.records.map(\.right.bibliography.publication?.number) == ["1", "2", "3"])
        #expect(reading.records.map(\.position.description) == ["record 1", "record 2", "record 3"])
        #expect(reading.failure == nil)
    }

    @Test func `a file without documents is no error`() {
        let reading = XMLReading("<exchange-documents></exchange-documents>", as: .docdb)
        #expect(reading.records.isEmpty && reading.rejects.isEmpty && reading.failure == nil)
    }

    @Test func `a document without numbers is a reject and the next goes in`() {
        let text =
            "<exchange-documents><exchange-document><bibliographic-data/></exchange-document>"
            + Self.document("7") + "</exchange-documents>"
        let reading = XMLReading(text, as: .docdb)
        #expect(reading.records.map(\.position.index) == [2])
        #expect(reading.rejects.map(\.position.index) == [1])
        #expect(reading.rejects.first?.reason.contains("neither an application number") == true)
    }

    @Test(.enabled(if: SharedData.isPresent, "real files are not beside this repository"))
    func `a document of the WO collection is read field by field`() throws {
        let path = "patents/epo-docdb-samples/epo_docdb/test-data/WO-2022259205-A1_544370561.xml"
        let reading = try SharedData.read(path, as: .docdb)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.publication?.id == "WO2022259205A1")
        #expect(bibliography.publication?.date?.description == "2022-12-15")
        #expect(bibliography.application?.id == "IB2022055385W")
        #expect(bibliography.titles.map(\.lang) == ["en", "fr"])
        #expect(bibliography.titles.last?.text.hasPrefix("COMPOSITION AUTO-ÉMULSIFIANTE") == true)
        #expect(bibliography.classes.ipc.count == 11)
        #expect(bibliography.classes.cpc.count == 16)
        #expect(bibliography.classes.cpc[13] == "A61K 2800/10")
        #expect(bibliography.applicants == [Party(name: "UNIV DA BEIRA INTERIOR", country: "PT")])
        #expect(bibliography.inventors.count == 8)
        #expect(bibliography.priorities.map(\.number) == ["11728321"])
        let details = try #require(reading.patent)
        #expect(details.citations?.patents.map(\.number).first == "102908333")
        #expect(details.citations?.patents.count == 4)
        #expect(details.citations?.nonPatent.count == 19)
        #expect(details.family?.id == "82558028")
        #expect(bibliography.abstracts.map(\.text.unicodeScalars.count) == [532, 568])
    }
}
