import Domain
import Testing

@testable import Formats

struct ST96IndicationTests {
    static let application = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gin:GIApplication xmlns:gin="http://www.wipo.int/standards/XMLSchema/ST96/GeographicalIndication"
          xmlns:tmk="http://www.wipo.int/standards/XMLSchema/ST96/Trademark" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common">
        <gin:GIData com:officeCode="XX" com:languageCode="fr">
        <com:ApplicationNumber><com:ApplicationNumberText>IG 99-002</com:ApplicationNumberText></com:ApplicationNumber>
        <com:ApplicationDate>2098-03-19</com:ApplicationDate>
        <gin:GINameBag><gin:GINameText com:languageCode="fr">Exemple d'ici</gin:GINameText>
        <gin:GINameTranslationText com:languageCode="en">Example from here</gin:GINameTranslationText></gin:GINameBag>
        <gin:ProductIndicationBag><tmk:GoodsServices><tmk:GoodsServicesClassificationBag><tmk:GoodsServicesClassification>
        <tmk:ClassificationKindCode>Nice</tmk:ClassificationKindCode><tmk:ClassNumber>24</tmk:ClassNumber>
        </tmk:GoodsServicesClassification></tmk:GoodsServicesClassificationBag></tmk:GoodsServices></gin:ProductIndicationBag>
        <gin:FeatureDescriptionBag><gin:FeatureDescription><gin:FeatureDescriptionText>Un exemple.</gin:FeatureDescriptionText></gin:FeatureDescription></gin:FeatureDescriptionBag>
        <gin:GeographicRegionDescriptionBag><gin:GeographicRegionDescription><gin:GeographicRegionDescriptionText>Région d'exemple</gin:GeographicRegionDescriptionText></gin:GeographicRegionDescription></gin:GeographicRegionDescriptionBag>
        <gin:GICategory>Geographical Indication</gin:GICategory>
        <gin:GIPublicationBag><gin:GIPublication><com:PublicationIdentifier>2098-18</com:PublicationIdentifier><com:PublicationDate>2098-06-04</com:PublicationDate></gin:GIPublication></gin:GIPublicationBag>
        </gin:GIData>
        <gin:AuthorizedUser><com:Contact><com:Name><com:OrganizationName><com:OrganizationStandardName>Atelier Exemple</com:OrganizationStandardName></com:OrganizationName></com:Name></com:Contact></gin:AuthorizedUser>
        <gin:ApplicantBag><gin:Applicant><com:Contact><com:Name><com:EntityName>Association Exemple</com:EntityName></com:Name></com:Contact></gin:Applicant></gin:ApplicantBag>
        </gin:GIApplication>
        """

    @Test func `an application is read with all it holds`() throws {
        let reading = XMLReading(Self.application, as: .st96)
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(bibliography.right == .gi)
        #expect(bibliography.application?.id == "XXIG99002")
        #expect(bibliography.application?.date?.description == "2098-03-19")
        #expect(bibliography.publications.map(\.number) == ["2098-18"])
        #expect(bibliography.classes.nice == ["24"])
        #expect(bibliography.applicants.map(\.name) == ["Association Exemple"])
        #expect(bibliography.users.map(\.name) == ["Atelier Exemple"])
        let details = try #require(reading.indication)
        #expect(
            details.names == [
                LocalizedText(lang: "fr", text: "Exemple d'ici"), LocalizedText(lang: "en", text: "Example from here"),
            ]
        )
        #expect(details.gi?.category == "Geographical Indication")
        #expect(details.gi?.region == "Région d'exemple")
        #expect(details.gi?.description == "Un exemple.")
        #expect(details.goods.isEmpty)
    }

    @Test func `the issue of the bulletin identifies no indication`() throws {
        let right = try #require(XMLReading(Self.application, as: .st96).records.first).right
        #expect(right.identityKeys == [IdentityKey(field: .application, value: "XXIG99002")])
    }

    @Test(.enabled(if: SharedData.isPresent, "real files are not beside this repository"))
    func `WIPO's example application is read field by field`() throws {
        let folder = "patents/st36-st96-cn-jp-us-samples/03-96-vii-example-instances/"
        let reading = try SharedData.read(folder + "GIApplication_Example.xml", as: .st96)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.application?.id == "FRIG18002")
        #expect(bibliography.users.count == 10)
        #expect(bibliography.users.map(\.name).prefix(2) == ["Atelier CC Brindelaine", "Ateliers PINTON"])
        #expect(bibliography.classes.nice == ["24", "27"])
        #expect(reading.indication?.names.map(\.text) == ["Tapisserie d'Aubusson", "Aubusson tapestry"])
        #expect(reading.indication?.gi?.region == "Département de la Creuse")
    }
}
