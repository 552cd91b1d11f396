import Domain
import Testing

@testable import Formats

struct ST96TrademarkTests {
    static let transaction = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <ns2:TrademarkTransaction xmlns:ns1="http://www.wipo.int/standards/XMLSchema/ST96/Common" \
        xmlns:ns2="http://www.wipo.int/standards/XMLSchema/ST96/Trademark">
        <ns2:TrademarkTransactionBody><ns2:TransactionContentBag><ns2:TransactionData><ns2:TrademarkBag>
        <ns2:Trademark>
        <ns1:RegistrationOfficeCode>US</ns1:RegistrationOfficeCode>
        <ns1:ApplicationNumber><ns1:IPOfficeCode>US</ns1:IPOfficeCode><ns1:ApplicationNumberText>99031225</ns1:ApplicationNumberText></ns1:ApplicationNumber>
        <ns1:RegistrationNumber>9900784</ns1:RegistrationNumber>
        <ns2:ApplicationDate>2095-02-07-05:00</ns2:ApplicationDate>
        <ns1:RegistrationDate>2098-08-04</ns1:RegistrationDate>
        <ns2:MarkCurrentStatusCode>800</ns2:MarkCurrentStatusCode><ns2:MarkCurrentStatusDate>2098-08-11</ns2:MarkCurrentStatusDate>
        <ns2:MarkCategory>Trademark</ns2:MarkCategory>
        <ns2:MarkRepresentation><ns2:MarkReproduction>
        <ns2:WordMarkSpecification><ns2:MarkVerbalElementText>示例-EXAMPLE</ns2:MarkVerbalElementText>
        <ns2:MarkTranslationText/><ns2:MarkStandardCharacterIndicator>false</ns2:MarkStandardCharacterIndicator></ns2:WordMarkSpecification>
        <ns2:MarkImageBag><ns2:MarkImage><ns1:FileName>No image available</ns1:FileName>
        <ns2:MarkImageColourClaimedText>Red is claimed.</ns2:MarkImageColourClaimedText>
        <ns2:NationalDesignSearchCodeBag><ns2:NationalDesignSearchCode><ns2:NationalDesignCode>06.03.03</ns2:NationalDesignCode>
        <ns2:NationalDesignCodeDescriptionText>Waves</ns2:NationalDesignCodeDescriptionText></ns2:NationalDesignSearchCode></ns2:NationalDesignSearchCodeBag>
        </ns2:MarkImage></ns2:MarkImageBag></ns2:MarkReproduction>
        <ns2:MarkDescriptionBag><ns2:MarkDescriptionText/><ns2:NationalMarkDescription><ns2:MarkFeatureCode>1</ns2:MarkFeatureCode></ns2:NationalMarkDescription></ns2:MarkDescriptionBag>
        </ns2:MarkRepresentation>
        <ns2:MarkDisclaimerBag><ns2:MarkDisclaimerText>&quot;EXAMPLE&quot;</ns2:MarkDisclaimerText></ns2:MarkDisclaimerBag>
        <ns2:GoodsServicesBag><ns2:GoodsServices>
        <ns2:GoodsServicesClassificationBag>
        <ns2:GoodsServicesClassification><ns2:ClassificationKindCode>Primary</ns2:ClassificationKindCode><ns2:ClassNumber>009</ns2:ClassNumber></ns2:GoodsServicesClassification>
        <ns2:GoodsServicesClassification><ns2:ClassificationKindCode>Nice</ns2:ClassificationKindCode><ns2:ClassNumber>009</ns2:ClassNumber></ns2:GoodsServicesClassification>
        <ns2:GoodsServicesClassification><ns2:ClassificationKindCode>Domestic</ns2:ClassificationKindCode><ns2:NationalClassNumber>021</ns2:NationalClassNumber></ns2:GoodsServicesClassification>
        </ns2:GoodsServicesClassificationBag>
        <ns2:NationalFilingBasis><ns2:FirstUsedDate>20960100</ns2:FirstUsedDate><ns2:FirstUsedCommerceDate>20960101</ns2:FirstUsedCommerceDate></ns2:NationalFilingBasis>
        <ns2:ClassDescriptionBag>
        <ns2:ClassDescription><ns2:ClassNumber>009</ns2:ClassNumber><ns2:GoodsServicesDescriptionText>example programs</ns2:GoodsServicesDescriptionText></ns2:ClassDescription>
        <ns2:ClassDescription><ns2:NationalStatusBag><ns2:NationalStatus><ns2:NationalStatusCode>6</ns2:NationalStatusCode></ns2:NationalStatus></ns2:NationalStatusBag></ns2:ClassDescription>
        </ns2:ClassDescriptionBag>
        </ns2:GoodsServices></ns2:GoodsServicesBag>
        <ns2:PublicationBag><ns2:Publication><ns1:PublicationIdentifier>Example Gazette</ns1:PublicationIdentifier><ns1:PublicationDate>2096-10-08</ns1:PublicationDate></ns2:Publication></ns2:PublicationBag>
        <ns2:PriorityBag><ns2:Priority><ns2:PriorityCountryCode>IT</ns2:PriorityCountryCode><ns1:ApplicationNumber><ns1:ApplicationNumberText>RM9999C00315</ns1:ApplicationNumberText></ns1:ApplicationNumber>
        <ns2:PriorityApplicationFilingDate>2094-05-16</ns2:PriorityApplicationFilingDate></ns2:Priority></ns2:PriorityBag>
        <ns2:ApplicantBag>
        <ns2:Applicant><ns1:LegalEntityName>CORPORATION</ns1:LegalEntityName><ns1:Version><ns1:CommentText>SUBSEQUENT OWNER</ns1:CommentText></ns1:Version>
        <ns1:Contact><ns1:Name><ns1:EntityName>Example, Inc.</ns1:EntityName></ns1:Name><ns1:PostalAddressBag><ns1:PostalAddress><ns1:PostalStructuredAddress>
        <ns1:AddressLineText>1 Example Road</ns1:AddressLineText><ns1:AddressLineText/><ns1:CityName>Example City</ns1:CityName>
        <ns1:GeographicRegionName>CALIFORNIA</ns1:GeographicRegionName><ns1:CountryCode>US</ns1:CountryCode><ns1:PostalCode>99999</ns1:PostalCode>
        </ns1:PostalStructuredAddress></ns1:PostalAddress></ns1:PostalAddressBag></ns1:Contact></ns2:Applicant>
        <ns2:Applicant><ns1:CommentText>ORIGINAL APPLICANT</ns1:CommentText><ns1:Contact><ns1:Name><ns1:OrganizationName>
        <ns1:OrganizationStandardName>Sample, Inc.</ns1:OrganizationStandardName></ns1:OrganizationName></ns1:Name></ns1:Contact></ns2:Applicant>
        </ns2:ApplicantBag>
        <ns2:NationalRepresentative><ns1:Contact><ns1:Name><ns1:PersonName/></ns1:Name></ns1:Contact></ns2:NationalRepresentative>
        <ns2:RecordAttorney><ns1:Contact><ns1:Name><ns1:PersonName><ns1:PersonFullName>Anna Example</ns1:PersonFullName></ns1:PersonName></ns1:Name></ns1:Contact></ns2:RecordAttorney>
        <ns1:StaffBag><ns1:Staff><ns1:StaffName>SAMPLE, MAX</ns1:StaffName></ns1:Staff></ns1:StaffBag>
        <ns2:MarkEventBag><ns2:MarkEvent><ns2:NationalMarkEvent><ns2:MarkEventCode>CNSAO</ns2:MarkEventCode>
        <ns2:MarkEventDescriptionText>APPROVED</ns2:MarkEventDescriptionText></ns2:NationalMarkEvent><ns2:MarkEventDate>2098-08-27</ns2:MarkEventDate></ns2:MarkEvent></ns2:MarkEventBag>
        <ns2:AssignmentBag><ns2:Assignment><ns2:AssignmentIdentifier>99910383</ns2:AssignmentIdentifier>
        <ns2:AssignmentConveyanceCategory>CHANGE OF NAME</ns2:AssignmentConveyanceCategory><ns2:AssignmentRecordedDate>2097-04-23</ns2:AssignmentRecordedDate>
        <ns2:AssignorBag><ns2:Assignor><ns1:Contact><ns1:Name><ns1:EntityName>SAMPLE, INC.</ns1:EntityName></ns1:Name></ns1:Contact></ns2:Assignor></ns2:AssignorBag>
        <ns2:AssigneeBag><ns2:Assignee><ns1:Contact><ns1:Name><ns1:EntityName>EXAMPLE, INC.</ns1:EntityName></ns1:Name></ns1:Contact></ns2:Assignee></ns2:AssigneeBag>
        </ns2:Assignment></ns2:AssignmentBag>
        <ns2:NationalTrademarkInformation><ns2:RegisterCategory>Primary</ns2:RegisterCategory>
        <ns2:MarkCurrentStatusExternalDescriptionText>Renewed.</ns2:MarkCurrentStatusExternalDescriptionText><ns2:RenewalDate>2098-08-04</ns2:RenewalDate></ns2:NationalTrademarkInformation>
        </ns2:Trademark>
        </ns2:TrademarkBag></ns2:TransactionData></ns2:TransactionContentBag></ns2:TrademarkTransactionBody></ns2:TrademarkTransaction>
        """

    let reading = XMLReading(transaction, as: .st96)

    @Test func `a mark is read with its numbers, dates and status`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(bibliography.right == .trademark)
        #expect(bibliography.application?.id == "US99031225")
        #expect(bibliography.application?.date?.description == "2095-02-07")
        #expect(bibliography.registration?.id == "US9900784")
        #expect(bibliography.publication?.date?.description == "2096-10-08")
        #expect(bibliography.publication?.number == "99031225")
        #expect(bibliography.gazette?.number == "Example Gazette")
        #expect(bibliography.classes.nice == ["9"])
        #expect(bibliography.classes.usClass == ["021"])
        #expect(bibliography.classes.designSearch == ["06.03.03"])
        let statusDate = PartialDate(year: 2098, month: 8, day: 11)
        #expect(bibliography.status == Status(code: "800", text: "Renewed.", date: statusDate))
        #expect(bibliography.renewalDate?.description == "2098-08-04")
        #expect(bibliography.priorities.map(\.number) == ["RM9999C00315"])
    }

    @Test func `a mark is known by its own numbers, not by its gazette`() throws {
        let keys = try #require(reading.records.first).right.identityKeys
        #expect(keys.map(\.value) == ["US99031225", "US9900784", "US99031225"])
    }

    @Test func `owners keep their stage and the attorney is the agent`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.owners.map(\.name) == ["Example, Inc.", "Sample, Inc."])
        #expect(bibliography.owners.map(\.role) == ["SUBSEQUENT OWNER", "ORIGINAL APPLICANT"])
        #expect(bibliography.owners.first?.street == "1 Example Road")
        #expect(bibliography.owners.first?.region == "CALIFORNIA")
        #expect(bibliography.owners.first?.legalEntity == "CORPORATION")
        #expect(bibliography.agents.map(\.name) == ["Anna Example"])
        #expect(bibliography.examiners.map(\.name) == ["SAMPLE, MAX"])
        let event = LegalEvent(date: PartialDate(year: 2098, month: 8, day: 27), code: "CNSAO", text: "APPROVED")
        #expect(bibliography.events == [event])
        #expect(
            bibliography.assignments == [
                Assignment(
                    id: "99910383",
                    category: "CHANGE OF NAME",
                    from: "SAMPLE, INC.",
                    to: "EXAMPLE, INC.",
                    recorded: PartialDate(year: 2097, month: 4, day: 23)
                )
            ]
        )
    }

    @Test func `the sign and its goods are read, fillers left out`() throws {
        let details = try #require(reading.trademark)
        let mark = try #require(details.mark)
        #expect(mark.text == "示例-EXAMPLE")
        #expect(mark.category == "Trademark")
        #expect(mark.featureCode == "1")
        #expect(mark.standardCharacters == false)
        #expect(mark.disclaimer == "\"EXAMPLE\"")
        #expect(mark.colourClaim == "Red is claimed.")
        #expect(mark.register == "Primary")
        #expect(mark.image == nil)
        #expect(mark.translation == nil)
        #expect(mark.description == nil)
        #expect(details.goods == [Trademark.Goods(class: "9", text: "example programs")])
        #expect(details.firstUse.map(\.any?.description) == ["2096-01"])
        #expect(details.firstUse.map(\.class) == ["9"])
    }

    @Test(
        .enabled(if: SharedData.isPresent, "real files are not beside this repository"),
        arguments: ["rn2178784-ST96.xml", "rn2178784-ST96-old.xml"]
    )
    func `a mark of TSDR is read field by field in both versions of the standard`(file: String) throws {
        let path = "trademarks/uspto-tsdr-st66-st96/" + file
        #expect(XMLFormats.recognise(head: Array(try SharedData.bytes(path).prefix(4096))) == .st96)
        let reading = try SharedData.read(path, as: .st96)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.application?.id == "US74631225")
        #expect(bibliography.application?.date?.description == "1995-02-07")
        #expect(bibliography.registration?.id == "US2178784")
        #expect(bibliography.publication?.date?.description == "1996-10-08")
        #expect(bibliography.classes.nice == ["9"])
        #expect(bibliography.classes.usClass == ["021", "023", "026", "036", "038"])
        #expect(bibliography.owners.map(\.name).first == "Oracle America, Inc.")
        #expect(bibliography.owners.count == 4)
        #expect(bibliography.agents.map(\.name) == ["Andrew Roppel"])
        #expect(bibliography.events.count == 33)
        #expect(bibliography.events.first?.code == "CORV6")
        #expect(bibliography.renewalDate?.description == "2008-08-04")
        #expect(bibliography.assignments.map(\.to) == ["ORACLE AMERICA, INC."])
        #expect(reading.trademark?.mark?.text == "JAVA")
        #expect(reading.trademark?.firstUse.map(\.any?.description) == ["1996-01"])
    }
}
