import Domain
import Testing

@testable import Formats

struct ST96DesignTests {
    static let application = """
        <?xml version="1.0" encoding="UTF-8"?>
        <dgn:DesignApplication xmlns:dgn="http://www.wipo.int/standards/XMLSchema/ST96/Design"
          xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common">
        <com:RegistrationOfficeCode>XX</com:RegistrationOfficeCode>
        <com:ApplicationNumber><com:ApplicationNumberText>99503842</com:ApplicationNumberText></com:ApplicationNumber>
        <dgn:DesignBag><dgn:Design>
        <dgn:DesignIdentifier>D9900001</dgn:DesignIdentifier>
        <com:RightEffectiveDate>2099-01-29</com:RightEffectiveDate>
        <com:RegistrationNumber>990456</com:RegistrationNumber><com:RegistrationDate>2097-08-29</com:RegistrationDate>
        <dgn:DesignTitleText com:languageCode="en">Example chair</dgn:DesignTitleText>
        <dgn:DesignDescriptionText>1. Chair</dgn:DesignDescriptionText><dgn:DesignDescriptionText>1.1 is a view.</dgn:DesignDescriptionText>
        <dgn:DesignClaim><dgn:DesignClaimTextBag><dgn:DesignClaimText com:languageCode="en">The design as shown.</dgn:DesignClaimText></dgn:DesignClaimTextBag></dgn:DesignClaim>
        <com:ExpiryDate>2114-01-29</com:ExpiryDate>
        <dgn:DesignCurrentStatusCategory>Registered</dgn:DesignCurrentStatusCategory><dgn:DesignCurrentStatusDate>2099-01-29</dgn:DesignCurrentStatusDate>
        <dgn:DesignRepresentationBag><dgn:DesignRepresentation><dgn:ViewBag>
        <dgn:View><com:FileName>m1.jpg</com:FileName></dgn:View><dgn:View><com:FileName>m2.jpg</com:FileName></dgn:View>
        </dgn:ViewBag></dgn:DesignRepresentation></dgn:DesignRepresentationBag>
        <com:DesignClassificationBag>
        <com:LocarnoClassificationBag><com:LocarnoClassificationEdition>11</com:LocarnoClassificationEdition><com:LocarnoClassificationText>06-01</com:LocarnoClassificationText></com:LocarnoClassificationBag>
        <com:NationalDesignClassificationBag><com:NationalDesignClassification>D6/373</com:NationalDesignClassification></com:NationalDesignClassificationBag>
        </com:DesignClassificationBag>
        <dgn:PriorityBag><dgn:Priority><com:PriorityCountryCode>WO</com:PriorityCountryCode><com:ApplicationNumber><com:ApplicationNumberText>DM/996824</com:ApplicationNumberText></com:ApplicationNumber></dgn:Priority></dgn:PriorityBag>
        <com:StaffBag><com:Staff><com:StaffName>Jane Example</com:StaffName></com:Staff></com:StaffBag>
        <dgn:PublicationBag><dgn:Publication><com:PublicationIdentifier>D9900001</com:PublicationIdentifier><com:PublicationDate>2099-01-29</com:PublicationDate></dgn:Publication></dgn:PublicationBag>
        <dgn:PatentIdentificationBag><com:CitedPatentDocumentIdentification><com:IPOfficeCode>US</com:IPOfficeCode><com:DocumentNumber>D9984709</com:DocumentNumber><com:EntityName>Example</com:EntityName></com:CitedPatentDocumentIdentification></dgn:PatentIdentificationBag>
        <dgn:ApplicantBag><dgn:Applicant><com:Contact><com:Name><com:EntityName>EXAMPLE Inc.</com:EntityName></com:Name></com:Contact></dgn:Applicant></dgn:ApplicantBag>
        <com:RepresentativeBag><com:Representative><com:Contact><com:Name><com:EntityName>Attorneys, LLP</com:EntityName></com:Name></com:Contact></com:Representative></com:RepresentativeBag>
        <dgn:DesignerBag><dgn:Designer><com:Contact><com:Name><com:PersonName><com:PersonStructuredName><com:FirstName>Emma</com:FirstName><com:LastName>Example</com:LastName></com:PersonStructuredName></com:PersonName></com:Name></com:Contact></dgn:Designer></dgn:DesignerBag>
        </dgn:Design></dgn:DesignBag>
        <dgn:ApplicantBag><dgn:Applicant><com:Contact><com:Name><com:EntityName>EXAMPLE Inc.</com:EntityName></com:Name></com:Contact></dgn:Applicant></dgn:ApplicantBag>
        <dgn:DesignApplicationEventBag><dgn:DesignApplicationEvent><com:CommentText>Filed</com:CommentText><dgn:DesignApplicationEventDate>2097-08-29</dgn:DesignApplicationEventDate></dgn:DesignApplicationEvent></dgn:DesignApplicationEventBag>
        <com:ApplicationDate>2097-08-29</com:ApplicationDate>
        </dgn:DesignApplication>
        """

    @Test func `an application is read with all it holds`() throws {
        let reading = XMLReading(Self.application, as: .st96)
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(bibliography.right == .design)
        #expect(bibliography.application?.id == "XX99503842")
        #expect(bibliography.application?.date?.description == "2097-08-29")
        #expect(bibliography.registration?.id == "XX990456")
        #expect(bibliography.publication?.number == "D9900001")
        #expect(bibliography.titles == [LocalizedText(lang: "en", text: "Example chair")])
        #expect(bibliography.classes.locarno == ["06-01"])
        #expect(bibliography.classes.locarnoEdition == "11")
        #expect(bibliography.classes.nationalDesign == ["D6/373"])
        #expect(bibliography.applicants.map(\.name) == ["EXAMPLE Inc."])
        #expect(bibliography.designers.map(\.name) == ["Emma Example"])
        #expect(bibliography.agents.map(\.name) == ["Attorneys, LLP"])
        #expect(bibliography.examiners.map(\.name) == ["Jane Example"])
        #expect(bibliography.priorities.map(\.number) == ["DM/996824"])
        #expect(bibliography.status?.text == "Registered")
        #expect(bibliography.expiryDate?.description == "2114-01-29")
        #expect(bibliography.effectiveDate?.description == "2099-01-29")
        #expect(bibliography.events.map(\.text) == ["Filed"])
        #expect(bibliography.drawings?.files == ["m1.jpg", "m2.jpg"])
        #expect(bibliography.drawings?.count == 2)
        let details = try #require(reading.design)
        #expect(details.designNumber == "D9900001")
        #expect(details.description == [LocalizedText(lang: "en", text: "1. Chair\n1.1 is a view.")])
        #expect(details.claims.first?.items == ["The design as shown."])
        #expect(details.citations?.patents.map(\.number) == ["D9984709"])
    }

    @Test(.enabled(if: SharedData.isPresent, "real files are not beside this repository"))
    func `WIPO's example application is read field by field`() throws {
        let folder = "patents/st36-st96-cn-jp-us-samples/03-96-vii-example-instances/"
        let reading = try SharedData.read(folder + "DesignApplication_Example.xml", as: .st96)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.application?.number == "35503842")
        #expect(bibliography.registration?.number == "123456")
        #expect(bibliography.classes.nationalDesign == ["D6/373", "D6/375", "D6/376"])
        #expect(bibliography.designers.map(\.name) == ["Emma Francis", "Jeannette Altova", "Manuel Ho"])
        #expect(bibliography.applicants.map(\.name) == ["HARPER Inc."])
        #expect(bibliography.events.count == 28)
        #expect(bibliography.drawings?.files.count == 7)
        #expect(reading.design?.citations?.patents.count == 5)
        #expect(reading.design?.description.first?.text.unicodeScalars.count == 175)
    }
}
