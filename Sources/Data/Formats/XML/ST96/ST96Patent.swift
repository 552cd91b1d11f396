import Domain

/// A `PatentPublication` of ST.96.
enum ST96Patent {
    static func right(_ publication: Element) throws(MappingFailure) -> Right {
        guard let data = publication.first("BibliographicData") else {
            throw MappingFailure("it has no BibliographicData; deliver the whole publication")
        }
        let language = publication.language("languageCode")
        let identification = data.first("ApplicationIdentification")
        var draft = PatentDraft(kind(identification?.value("InventionSubjectMatterCategory")))
        draft.bibliography.publications = [data.first("PatentPublicationIdentification").flatMap(publicationID)]
            .compactMap { $0 }
        draft.bibliography.application = identification.flatMap(applicationID)
        draft.bibliography.titles = data.all("InventionTitleBag", "InventionTitle").compactMap { title in
            title.collapsedText.map { LocalizedText(lang: title.language("languageCode") ?? language, text: $0) }
        }
        draft.bibliography.classes = ST96PatentClasses.read(data)
        draft.bibliography.priorities = data.all("PriorityClaimBag", "PriorityClaim").compactMap { claim in
            applicationID(claim).map { Priority(country: $0.country, number: $0.number, date: $0.date) }
        }
        draft.bibliography.related = ST96PatentRelations.read(data)
        readParties(data, into: &draft.bibliography)
        draft.citations = citations(data)
        readTexts(publication, data, language: language, into: &draft)
        return try draft.right()
    }

    private static func kind(_ category: String?) -> RightKind {
        switch category?.lowercased() {
        case "design": .design
        case "utility model", "utilitymodel": .utilityModel
        default: .patent
        }
    }

    static func publicationID(_ element: Element) -> DocumentID? {
        guard let number = element.value("PublicationNumber") else { return nil }
        return DocumentID(
            country: element.country("IPOfficeCode"),
            number: number,
            kind: element.value("PatentDocumentKindCode"),
            date: element.date("PublicationDate")
        )
    }

    static func applicationID(_ element: Element) -> DocumentID? {
        ST96Document.application(element, office: element.country("IPOfficeCode"), date: element.date("FilingDate"))
    }

    private static func readParties(_ data: Element, into bibliography: inout Bibliography) {
        guard let parties = data.first("PartyBag") else { return }
        bibliography.applicants = parties.all("ApplicantBag", "Applicant").compactMap(ST96Party.read)
        bibliography.inventors = parties.all("InventorBag", "Inventor").compactMap(ST96Party.read)
        bibliography.assignees = parties.all("AssigneeBag", "Assignee").compactMap(ST96Party.read)
        bibliography.agents = parties.all("RegisteredPractitionerBag", "RegisteredPractitioner")
            .compactMap(ST96Party.read)
        bibliography.examiners = (parties.first("ExaminerBag")?.children ?? ChildElements.none)
            .compactMap(ST96Party.read)
    }

    private static func citations(_ data: Element) -> Citations {
        var citations = Citations()
        for reference in data.all("ReferenceCitationBag", "ReferenceCitation") {
            let category = reference.attribute("citingPartyCategory")
            if let cited = reference.first("PatentCitation", "CitedPatentDocumentIdentification") {
                if let citation = ST96Document.citation(cited, category: category) {
                    citations.patents.append(citation)
                }
            } else if let text = reference.text("NPLCitation", "NPLCitationText") {
                citations.nonPatent.append(LocalizedText(text: text))
            }
        }
        return citations
    }

    private static func readTexts(
        _ publication: Element,
        _ data: Element,
        language: String?,
        into draft: inout PatentDraft
    ) {
        let text = { (element: Element) in
            element.paragraphs.map { LocalizedText(lang: element.language("languageCode") ?? language, text: $0) }
        }
        draft.bibliography.abstracts = publication.children("Abstract").compactMap(text)
        draft.description = publication.children("Description").compactMap(text)
        draft.claims = publication.children("Claims").compactMap { claims in
            let texts = claims.children("Claim").compactMap { claim in
                claim.paragraphs.map {
                    SourceClaim(
                        text: $0,
                        hasReference: claim.firstDescendant("ClaimReference") != nil,
                        numbers: SourceClaim.numbers(claim.text("ClaimNumber"))
                    )
                }
            }
            let declared = data.integer("ClaimTotalQuantity")
            return ClaimSet(texts, lang: claims.language("languageCode") ?? language, declared: declared)
        }
        draft.drawings.sheets = data.integer("FigureBag", "DrawingSheetTotalQuantity")
        draft.drawings.figures = data.integer("FigureBag", "FigureTotalQuantity")
        draft.drawings.files = publication.first("Drawings")?.descendants("FileName").compactMap(\.collapsedText) ?? []
    }
}
