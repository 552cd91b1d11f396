import Domain
import Testing

@testable import Formats

struct ST96PatentTests {
    static let publication = """
        <?xml version="1.0" encoding="UTF-8"?>
        <pat:PatentPublication xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent"
          xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common" com:languageCode="en">
        <pat:BibliographicData>
        <pat:PatentPublicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode>
        <pat:PublicationNumber>099000001</pat:PublicationNumber><com:PatentDocumentKindCode>B2</com:PatentDocumentKindCode>
        <com:PublicationDate>2099-01-20</com:PublicationDate></pat:PatentPublicationIdentification>
        <pat:ApplicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode><com:ApplicationNumber>
        <com:ApplicationNumberText>99797521</com:ApplicationNumberText></com:ApplicationNumber>
        <pat:InventionSubjectMatterCategory>Utility</pat:InventionSubjectMatterCategory>
        <pat:FilingDate>2097-03-12</pat:FilingDate></pat:ApplicationIdentification>
        <pat:PriorityClaimBag><pat:PriorityClaim><com:IPOfficeCode>JP</com:IPOfficeCode><com:ApplicationNumber>
        <com:ApplicationNumberText>2099-290922</com:ApplicationNumberText></com:ApplicationNumber>
        <pat:FilingDate>2096-11-08</pat:FilingDate></pat:PriorityClaim></pat:PriorityClaimBag>
        <pat:PatentClassificationBag>
        <pat:IPCRClassificationBag><pat:IPCRClassification><pat:Section>H</pat:Section><pat:Class>01</pat:Class>
        <pat:Subclass>L</pat:Subclass><pat:MainGroup>21</pat:MainGroup><pat:Subgroup>30</pat:Subgroup></pat:IPCRClassification></pat:IPCRClassificationBag>
        <pat:CPCClassificationBag><pat:MainCPC><pat:CPCClassification><pat:CPCSection>H</pat:CPCSection><pat:Class>01</pat:Class>
        <pat:Subclass>L</pat:Subclass><pat:MainGroup>2224</pat:MainGroup><pat:Subgroup>83099</pat:Subgroup></pat:CPCClassification></pat:MainCPC>
        <pat:FurtherCPC><pat:CPCCombinationSet><pat:CPCCombinationRank><pat:CPCClassification><pat:CPCSection>A</pat:CPCSection>
        <pat:Class>01</pat:Class><pat:Subclass>B</pat:Subclass></pat:CPCClassification></pat:CPCCombinationRank></pat:CPCCombinationSet></pat:FurtherCPC></pat:CPCClassificationBag>
        </pat:PatentClassificationBag>
        <pat:InventionTitleBag><pat:InventionTitle>Example method</pat:InventionTitle></pat:InventionTitleBag>
        <pat:ReferenceCitationBag>
        <pat:ReferenceCitation pat:citingPartyCategory="Applicant"><com:PatentCitation><com:CitedPatentDocumentIdentification>
        <com:IPOfficeCode>US</com:IPOfficeCode><com:DocumentNumber>99054363</com:DocumentNumber><com:EntityName>Example et al.</com:EntityName>
        <com:PatentDocumentKindCode>A</com:PatentDocumentKindCode><com:PatentDocumentDate>2090-04</com:PatentDocumentDate>
        </com:CitedPatentDocumentIdentification></com:PatentCitation></pat:ReferenceCitation>
        <pat:ReferenceCitation><com:NPLCitation><com:NPLCitationText>Example book, 2090.</com:NPLCitationText></com:NPLCitation></pat:ReferenceCitation>
        </pat:ReferenceCitationBag>
        <pat:ClaimTotalQuantity>2</pat:ClaimTotalQuantity>
        <pat:FigureBag><pat:DrawingSheetTotalQuantity>6</pat:DrawingSheetTotalQuantity><pat:FigureTotalQuantity>11</pat:FigureTotalQuantity></pat:FigureBag>
        <pat:RelatedDocumentBag>
        <pat:Division><pat:ParentDocument><pat:PatentDocumentIdentification><pat:ApplicationIdentification>
        <com:IPOfficeCode>US</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>99741916</com:ApplicationNumberText></com:ApplicationNumber>
        </pat:ApplicationIdentification></pat:PatentDocumentIdentification><pat:ParentDocumentStatusCode>ABANDONED</pat:ParentDocumentStatusCode>
        <pat:PCTDocumentParent><pat:ApplicationIdentification><com:IPOfficeCode>WO</com:IPOfficeCode><com:ApplicationNumber>
        <com:ApplicationNumberText>PCT/JP2099/990001</com:ApplicationNumberText></com:ApplicationNumber></pat:ApplicationIdentification></pat:PCTDocumentParent>
        </pat:ParentDocument></pat:Division>
        <pat:RelatedPublication><pat:PatentDocumentIdentification><pat:PatentPublicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode>
        <pat:PublicationNumber>20999913561</pat:PublicationNumber></pat:PatentPublicationIdentification></pat:PatentDocumentIdentification></pat:RelatedPublication>
        </pat:RelatedDocumentBag>
        <pat:PartyBag>
        <pat:ApplicantBag><pat:Applicant><com:PublicationContact><com:Name><com:PersonName><com:PersonStructuredName>
        <com:FirstName>Jun</com:FirstName><com:LastName>Example</com:LastName><com:NameSuffix>Jr.</com:NameSuffix>
        </com:PersonStructuredName></com:PersonName></com:Name></com:PublicationContact></pat:Applicant></pat:ApplicantBag>
        <pat:AssigneeBag><pat:Assignee><com:PublicationContact><com:Name><com:EntityName>Example Ltd.</com:EntityName></com:Name></com:PublicationContact></pat:Assignee></pat:AssigneeBag>
        <pat:ExaminerBag><pat:PrimaryExaminer><com:Name><com:PersonName><com:PersonFullName>Max Sample</com:PersonFullName></com:PersonName></com:Name></pat:PrimaryExaminer></pat:ExaminerBag>
        </pat:PartyBag>
        </pat:BibliographicData>
        <pat:Description><com:P com:id="p-1">See <com:PatentCitation><com:PatentCitationText>99/741,916</com:PatentCitationText></com:PatentCitation> filed.</com:P>
        <com:P>A<com:Image><com:FileName>X.TIF</com:FileName></com:Image>B</com:P></pat:Description>
        <pat:Claims>
        <pat:Claim><pat:ClaimNumber>1</pat:ClaimNumber><pat:ClaimTypeCategory>Independent</pat:ClaimTypeCategory>
        <pat:ClaimText>1. A method, comprising:<pat:ClaimText>a step.</pat:ClaimText></pat:ClaimText></pat:Claim>
        <pat:Claim><pat:ClaimNumber>2</pat:ClaimNumber><pat:ClaimText>2. The method of <pat:ClaimReference>claim 1</pat:ClaimReference>.</pat:ClaimText></pat:Claim>
        </pat:Claims>
        <pat:Abstract><com:P>Example abstract.</com:P></pat:Abstract>
        <pat:Drawings><pat:PageImage><com:FileName>SAMPLE-D00000.TIF</com:FileName><com:Alt>embedded image</com:Alt></pat:PageImage></pat:Drawings>
        </pat:PatentPublication>
        """

    let reading = XMLReading(publication, as: .st96)

    @Test func `a publication is read with its numbers and classes`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(bibliography.publication?.id == "US99000001B2")
        #expect(bibliography.application?.number == "99797521")
        #expect(bibliography.application?.date?.description == "2097-03-12")
        #expect(bibliography.priorities.map(\.number) == ["2099-290922"])
        #expect(bibliography.classes.ipc == ["H01L 21/30"])
        #expect(bibliography.classes.cpc == ["H01L 2224/83099"])
        #expect(bibliography.titles == [LocalizedText(lang: "en", text: "Example method")])
        #expect(bibliography.applicants.map(\.name) == ["Jun Example Jr."])
        #expect(bibliography.assignees.map(\.name) == ["Example Ltd."])
        #expect(bibliography.examiners.map(\.name) == ["Max Sample"])
        #expect(bibliography.related.map(\.relation) == ["division", "pctParent", "earlierPublication"])
        #expect(bibliography.related.map(\.number) == ["99741916", "PCT/JP2099/990001", "20999913561"])
        #expect(bibliography.related.first?.status == "ABANDONED")
    }

    @Test func `texts, claims and citations are read`() throws {
        let details = try #require(reading.patent)
        #expect(details.description.map(\.text) == ["See 99/741,916 filed.\nAB"])
        #expect(details.claims.first?.items == ["A method, comprising:\na step.", "The method of claim 1."])
        #expect(details.claims.first?.independent == [1])
        #expect(details.claims.first?.declared == 2)
        #expect(details.citations?.patents.first?.date?.description == "2090-04")
        #expect(details.citations?.patents.first?.category == "Applicant")
        #expect(details.citations?.nonPatent.map(\.text) == ["Example book, 2090."])
        #expect(reading.bibliography?.drawings?.files == ["SAMPLE-D00000.TIF"])
        #expect(reading.bibliography?.drawings?.figures == 11)
    }

    @Test(.enabled(if: SharedData.isPresent, "real files are not beside this repository"))
    func `WIPO's example publication is read field by field`() throws {
        let folder = "patents/st36-st96-cn-jp-us-samples/03-96-vii-example-instances/"
        let reading = try SharedData.read(folder + "PatentPublication_Example.xml", as: .st96)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.publication?.id == "US8936998B2")
        #expect(bibliography.titles.map(\.text) == ["Manufcaturing method for room-temperature substrate bonding"])
        #expect(bibliography.classes.ipc.count == 6)
        #expect(bibliography.classes.cpc.count == 24)
        #expect(bibliography.inventors.map(\.name).first == "Jun Utsumi")
        #expect(bibliography.agents.map(\.name) == ["Birch, Stewart, Kolasch & Birch, LLP"])
        #expect(bibliography.examiners.map(\.name) == ["Jerome Jackson Jr.", "Paul Budd"])
        #expect(reading.patent?.claims.first?.independent == [1, 8, 9])
        #expect(reading.patent?.citations?.patents.count == 17)
        #expect(reading.patent?.citations?.nonPatent.count == 13)
        #expect(reading.bibliography?.drawings?.files.count == 7)
    }
}
