import Domain

/// A `DesignApplication` of ST.96; several designs of one application make one record.
enum ST96Design {
    static func right(_ application: Element) throws(MappingFailure) -> Right {
        let office = application.country("RegistrationOfficeCode") ?? application.country("ReceivingOfficeCode")
        let designs = application.all("DesignBag", "Design")
        var draft = PatentDraft(.design)
        draft.bibliography.application = ST96Document.application(
            application,
            office: office,
            date: application.date("ApplicationDate")
        )
        for design in designs { read(design, office: office, into: &draft) }
        let outer = application.all("ApplicantBag", "Applicant").compactMap(ST96Party.read)
        draft.bibliography.applicants += outer.filter { !draft.bibliography.applicants.contains($0) }
        let events = application.all("DesignApplicationEventBag", "DesignApplicationEvent")
        draft.bibliography.events = events.map { event in
            LegalEvent(
                date: event.date("DesignApplicationEventDate"),
                text: event.value("CommentText") ?? event.value("DesignApplicationEventCategory")
            )
        }
        draft.drawings.count = draft.drawings.files.isEmpty ? nil : draft.drawings.files.count
        return try draft.right()
    }

    private static func read(_ design: Element, office: String?, into draft: inout PatentDraft) {
        let identifier = design.value("DesignIdentifier")
        draft.designNumber = draft.designNumber ?? identifier
        if draft.bibliography.registration == nil, let number = design.value("RegistrationNumber") {
            draft.bibliography.registration = DocumentID(
                country: office,
                number: number,
                date: design.date("RegistrationDate")
            )
        }
        for publication in design.all("PublicationBag", "Publication") {
            guard let number = publication.value("PublicationIdentifier") ?? identifier else { continue }
            draft.bibliography.publications.append(
                DocumentID(country: office, number: number, date: publication.date("PublicationDate"))
            )
        }
        draft.bibliography.titles += design.children("DesignTitleText").compactMap(text)
        let description = design.children("DesignDescriptionText").compactMap(\.paragraphs).joined(separator: "\n")
        if !description.isEmpty {
            let language =
                design.first("DesignDescriptionText")?.language("languageCode")
                ?? design.first("DesignTitleText")?.language("languageCode")
            draft.description.append(LocalizedText(lang: language, text: description))
        }
        let claims = design.all("DesignClaim", "DesignClaimTextBag", "DesignClaimText")
        let texts = claims.compactMap { $0.paragraphs.map { SourceClaim(text: $0) } }
        if let set = ClaimSet(texts, lang: claims.first?.language("languageCode")) { draft.claims.append(set) }
        readFacts(design, into: &draft)
    }

    private static func readFacts(_ design: Element, into draft: inout PatentDraft) {
        draft.bibliography.effectiveDate = draft.bibliography.effectiveDate ?? design.date("RightEffectiveDate")
        draft.bibliography.expiryDate = draft.bibliography.expiryDate ?? design.date("ExpiryDate")
        let status = Status(
            text: design.value("DesignCurrentStatusCategory"),
            date: design.date("DesignCurrentStatusDate")
        )
        if draft.bibliography.status == nil, status != Status() { draft.bibliography.status = status }
        readClasses(design, into: &draft.bibliography.classes)
        draft.bibliography.priorities += ST96Document.priorities(design)
        draft.bibliography.examiners += ST96Document.examiners(design)
        draft.bibliography.applicants += design.all("ApplicantBag", "Applicant").compactMap(ST96Party.read)
        draft.bibliography.agents += design.all("RepresentativeBag", "Representative").compactMap(ST96Party.read)
        draft.bibliography.designers += design.all("DesignerBag", "Designer").compactMap(ST96Party.read)
        draft.citations.patents += design.all("PatentIdentificationBag", "CitedPatentDocumentIdentification")
            .compactMap { ST96Document.citation($0, category: nil) }
        let views = design.all("DesignRepresentationBag", "DesignRepresentation", "ViewBag", "View")
        draft.drawings.files += views.compactMap { $0.value("FileName") }
    }

    private static func readClasses(_ design: Element, into classes: inout Classes) {
        var locarno = UniqueList()
        var national = UniqueList()
        for value in classes.locarno { locarno.append(value) }
        for value in classes.nationalDesign { national.append(value) }
        for bag in design.children("DesignClassificationBag") {
            for text in bag.all("LocarnoClassificationBag", "LocarnoClassificationText").compactMap(\.collapsedText) {
                locarno.append(LocarnoSymbol.read(text)?.text)
            }
            classes.locarnoEdition =
                classes.locarnoEdition
                ?? bag.value("LocarnoClassificationBag", "LocarnoClassificationEdition")
            for item in bag.all("NationalDesignClassificationBag", "NationalDesignClassification") {
                national.append(item.collapsedText)
            }
        }
        classes.locarno = locarno.values
        classes.nationalDesign = national.values
    }

    private static func text(_ element: Element) -> LocalizedText? {
        element.collapsedText.map { LocalizedText(lang: element.language("languageCode"), text: $0) }
    }
}
