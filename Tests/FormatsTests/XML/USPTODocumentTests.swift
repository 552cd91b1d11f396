import Domain
import Foundation
import Testing

@testable import Formats

struct USPTODocumentTests {
    let reading = XMLReading(USPTOFixture.grant, as: .usptoXML)

    @Test func `a grant is its own publication`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(bibliography.publications.map(\.number) == ["099000001"])
        #expect(bibliography.publication?.id == "US99000001B2")
        #expect(bibliography.application?.number == "9999000001")
        #expect(bibliography.application?.date?.description == "2096-10-09")
        #expect(bibliography.registration == nil)
        #expect(bibliography.titles == [LocalizedText(lang: "en", text: "Example of a demonstration device")])
        #expect(bibliography.priorities.map(\.number) == ["9974/99"])
        #expect(reading.patent?.termExtensionDays == 129)
    }

    @Test func `classes come out in normal form and the field of search stays out`() throws {
        let classes = try #require(reading.bibliography?.classes)
        #expect(classes.ipc == ["G06F 15/16", "G06F 17/00"])
        #expect(classes.cpc == ["H04L 9/0819", "H04L 9/32"])
        #expect(classes.uspc == ["705/26", "340/539.12"])
    }

    @Test func `people of the later versions have lists of their own`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(
            bibliography.applicants == [
                Party(name: "Example Corporation", country: "US", region: "NY", city: "Example City")
            ]
        )
        #expect(bibliography.inventors == [Party(name: "Anna B. Example Jr.", country: "IL", city: "Rehovot")])
        #expect(bibliography.agents == [Party(name: "Example & Example, LLC")])
        #expect(bibliography.assignees == [Party(name: "Example Holding")])
        #expect(bibliography.examiners == [Party(name: "Max Sample")])
    }

    @Test func `relations keep their kind and order`() throws {
        let related = try #require(reading.bibliography?.related)
        #expect(related.map(\.relation) == ["provisional", "continuationInPart", "pctParent", "earlierPublication"])
        #expect(related.map(\.number) == ["99195933", "99000009", "PCT/US2099/990009", "20990101323"])
        #expect(related[1].status == "PENDING")
    }

    @Test func `citations and the international filing are read`() throws {
        let details = try #require(reading.patent)
        #expect(
            details.citations?.patents == [
                Citation(
                    country: "US",
                    number: "2099/0140112",
                    kind: "A1",
                    date: PartialDate(year: 2098, month: 6),
                    name: "Example et al.",
                    category: "cited by examiner"
                )
            ]
        )
        #expect(details.citations?.nonPatent == [LocalizedText(text: "Example “Journal”, 2098.")])
        #expect(details.pct?.application?.number == "PCT/EP2099/990001")
        #expect(details.pct?.publication?.number == "WO2099/990001")
        #expect(details.pct?.s371Date?.description == "2097-09-29")
    }

    @Test func `texts keep their paragraphs`() throws {
        let details = try #require(reading.patent)
        #expect(reading.bibliography?.abstracts.map(\.text) == ["Example abstract with H2O."])
        #expect(details.description.map(\.text) == ["FIELD\nFirst paragraph goes on.\nList:\none\ntwo"])
        #expect(reading.bibliography?.drawings?.files == ["SAMPLE-D00000.TIF"])
        #expect(reading.bibliography?.drawings?.sheets == 5)
        #expect(reading.bibliography?.drawings?.figures == 6)
    }

    @Test func `claims lose their numbers`() throws {
        let claims = try #require(reading.patent?.claims.first)
        #expect(
            claims.items == [
                "A device, comprising:\na housing; and\na display.", "The device of claim 1, wherein it is green.",
            ]
        )
        #expect(claims.independent == [1])
        #expect(claims.declared == 2)
    }

    @Test func `until 2012 inventors are applicants`() throws {
        let bibliography = try #require(XMLReading(USPTOFixture.application, as: .usptoXML).bibliography)
        #expect(bibliography.inventors == [Party(name: "Heiner Example", country: "CH", city: "Bern")])
        #expect(bibliography.applicants == bibliography.inventors)
        #expect(bibliography.classes.uspc == ["600/300"])
        #expect(bibliography.publication?.id == "US20999904437A1")
    }

    @Test func `cancelled claims keep the places of those after them`() throws {
        let claims = try #require(XMLReading(USPTOFixture.application, as: .usptoXML).patent?.claims.first)
        #expect(claims.items.count == 25)
        #expect(claims.items[0] == "(canceled)")
        #expect(claims.items[24] == "A thing.")
        #expect(claims.independent == [25])
    }

    @Test func `a design is a design`() throws {
        let text = USPTOFixture.grant.replacingOccurrences(of: "\"utility\"", with: "\"design\"")
            .replacingOccurrences(
                of: "<us-field-of",
                with: "<classification-locarno><edition>7</edition><main-classification>1402</main-classification>"
                    + "</classification-locarno><us-field-of"
            )
        let reading = XMLReading(text, as: .usptoXML)
        #expect(reading.bibliography?.right == .design)
        #expect(reading.bibliography?.classes.locarno == ["14-02"])
        #expect(reading.bibliography?.designers.map(\.name) == ["Anna B. Example Jr."])
        #expect(reading.design?.claims.first?.items.count == 2)
    }

    @Test(.enabled(if: SharedData.isPresent, "real files are not beside this repository"))
    func `a grant of 2015 is read field by field`() throws {
        let path = "patents/uspto-official-samples/xml2014/US08930553.xml"
        #expect(XMLFormats.recognise(head: Array(try SharedData.bytes(path).prefix(4096))) == .usptoXML)
        let reading = try SharedData.read(path, as: .usptoXML)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.publication?.id == "US8930553B2")
        #expect(bibliography.publication?.date?.description == "2015-01-06")
        #expect(bibliography.application?.number == "13648029")
        #expect(bibliography.application?.date?.description == "2012-10-09")
        #expect(bibliography.titles.map(\.text) == ["Managing mid-dialog session initiation protocol (SIP) messages"])
        #expect(bibliography.classes.ipc == ["G06F 15/16"])
        #expect(bibliography.classes.uspc == ["709/228"])
        #expect(bibliography.classes.cpc.isEmpty)
        #expect(bibliography.inventors.map(\.name) == ["Nitzan Nissim", "Brian Pulito", "Asaf Zinger"])
        #expect(bibliography.inventors.map(\.city) == ["Rehovot", "Lexington", "Rehovot"])
        #expect(bibliography.applicants.map(\.name) == ["International Business Machines Corporation"])
        #expect(bibliography.assignees.map(\.name) == ["International Business Machines Corporation"])
        #expect(bibliography.agents == [Party(name: "Cuenot, Forsythe & Kim, LLC")])
        #expect(bibliography.examiners.map(\.name) == ["Moustafa M Meky", "Clayton R Williams"])
        #expect(bibliography.related.map(\.number) == ["20140101323"])
        #expect(bibliography.drawings?.sheets == 5)
        #expect(bibliography.drawings?.files.count == 6)
        #expect(bibliography.abstracts.first?.text.unicodeScalars.count == 624)
        let details = try #require(reading.patent)
        #expect(details.termExtensionDays == 129)
        #expect(details.citations?.patents.count == 16)
        #expect(details.citations?.patents.first?.name == "Cosmadopoulos et al.")
        #expect(details.citations?.patents.first?.date?.description == "2010-11")
        #expect(details.citations?.nonPatent.count == 5)
        #expect(details.claims.first?.items.count == 8)
        #expect(details.claims.first?.independent == [1, 8])
        #expect(details.claims.first?.items.first?.unicodeScalars.count == 614)
        #expect(details.description.first?.text.unicodeScalars.count == 20452)
    }
}
