import Domain

/// Published Chinese patent documents in the office's XML (`business:PatentDocumentAndRelated`).
///
/// Every number stands twice, as printed (`original`) and padded (`standard`); the printed one is taken. `0` in the
/// parts of an address means unknown.
enum CNIPADocument {
    static let mapping = RecordMapping(
        format: .cnipaXML,
        recordNames: ["PatentDocumentAndRelated"],
        containerNames: [],
        right: right
    )

    private static func right(_ document: Element) throws(MappingFailure) -> Right {
        guard let data = document.first("BibliographicData") else {
            throw MappingFailure("it has no BibliographicData; deliver the whole document")
        }
        let publication = documentID(original(data.children("PublicationReference"))?.first("DocumentID"))
        let application = original(data.children("ApplicationReference"))
        var draft = PatentDraft(kind(application?.attribute("applType"), publication: publication?.kind))
        draft.bibliography.publications = [publication].compactMap { $0 }
        draft.bibliography.application = documentID(application?.first("DocumentID"))
        draft.bibliography.titles = data.children("InventionTitle").compactMap { title in
            title.collapsedText.map { LocalizedText(lang: title.language("lang") ?? "zh", text: $0) }
        }
        draft.bibliography.gazette = gazette(data)
        draft.bibliography.classes = classes(data)
        draft.bibliography.priorities = priorities(data)
        draft.bibliography.related = CNIPARelations.read(data)
        CNIPAParties.read(data, into: &draft.bibliography)
        draft.citations = citations(data)
        draft.pct = international(data)
        readTexts(document, into: &draft)
        return try draft.right()
    }

    private static func kind(_ applicationType: String?, publication: String?) -> RightKind {
        switch (applicationType?.first, publication?.first) {
        case ("3", _), (nil, "S"): .design
        case ("2", _), (nil, "U"), (nil, "Y"): .utilityModel
        default: .patent
        }
    }

    /// Of several forms of one thing the printed one.
    static func original(_ forms: [Element]) -> Element? {
        forms.first { $0.attribute("dataFormat") == "original" } ?? forms.first
    }

    static func documentID(_ element: Element?) -> DocumentID? {
        guard let element, let number = element.value("DocNumber") else { return nil }
        return DocumentID(
            country: element.country("WIPOST3Code"),
            number: number,
            kind: element.value("Kind"),
            date: element.date("Date")
        )
    }

    private static func text(_ element: Element) -> LocalizedText? {
        element.paragraphs.map { LocalizedText(lang: element.language("lang") ?? "zh", text: $0) }
    }

    private static func gazette(_ data: Element) -> Gazette? {
        guard let reference = data.first("PublicAvailabilityDate", "GazetteReference") else { return nil }
        let gazette = Gazette(number: reference.value("GazetteNumber"), date: reference.date("Date"))
        return gazette == Gazette() ? nil : gazette
    }

    private static func classes(_ data: Element) -> Classes {
        var ipc = UniqueList()
        for item in data.all("ClassificationIPCRDetails", "ClassificationIPCR") {
            let symbol = IPCSymbol(
                section: item.value("Section") ?? "",
                class: item.text("MainClass") ?? "",
                subclass: item.value("Subclass") ?? "",
                mainGroup: item.text("MainGroup"),
                subgroup: item.text("Subgroup")
            )
            ipc.append(symbol?.text ?? item.text("Text").flatMap { IPCSymbol.read($0)?.text })
        }
        var locarno = UniqueList()
        var classes = Classes()
        for list in data.children("ClassificationIPC") {
            for item in list.children where item.attribute("dataFormat") != "standard" {
                guard item.name.hasSuffix("Classification"), let text = item.collapsedText else { continue }
                ipc.append(IPCSymbol.read(text)?.text)
            }
        }
        for list in data.children("ClassificationLocarno") {
            classes.locarnoEdition = list.value("EditionStatement")
            for item in list.children where item.attribute("dataFormat") != "standard" {
                guard item.name.hasSuffix("Classification"), let text = item.collapsedText else { continue }
                locarno.append(LocarnoSymbol.read(text)?.text)
            }
        }
        classes.ipc = ipc.values
        classes.locarno = locarno.values
        return classes
    }

    private static func priorities(_ data: Element) -> [Priority] {
        data.all("PriorityDetails", "Priority").compactMap { claim in
            guard claim.attribute("dataFormat") != "standard", let number = claim.value("DocNumber") else { return nil }
            return Priority(country: claim.country("WIPOST3Code"), number: number, date: claim.date("Date"))
        }
    }

    private static func international(_ data: Element) -> InternationalFiling {
        var pct = InternationalFiling()
        pct.application = documentID(data.first("PCTOrRegionalApplicationData", "DocumentID"))
        pct.publication = documentID(data.first("PCTOrRegionalPublishingData", "DocumentID"))
        pct.nationalPhase = data.date("NationalStageEntryDate", "Date")
        return pct
    }

    private static func citations(_ data: Element) -> Citations {
        var citations = Citations()
        for citation in data.all("ReferencesCited", "Citation") {
            let forms = citation.children.flatMap { $0.children("PublicationReference") }
            if let id = documentID(original(forms)?.first("DocumentID")) {
                citations.patents.append(
                    Citation(country: id.country, number: id.number, kind: id.kind, date: id.date)
                )
            } else if forms.isEmpty, let text = citation.collapsedText {
                citations.nonPatent.append(LocalizedText(text: text))
            }
        }
        return citations
    }

    private static func readTexts(_ document: Element, into draft: inout PatentDraft) {
        let isFigure = { (element: Element) in element.name == "AbstractFigure" }
        for abstract in document.children("Abstract") {
            let paragraphs = abstract.children.filter { !isFigure($0) }.compactMap(\.paragraphs)
            guard !paragraphs.isEmpty else { continue }
            let text = paragraphs.joined(separator: "\n")
            draft.bibliography.abstracts.append(LocalizedText(lang: abstract.language("lang") ?? "zh", text: text))
        }
        draft.description = document.children("Description").compactMap(text)
        draft.claims = document.children("Claims").compactMap { claims in
            let texts = claims.children("Claim").compactMap { claim in
                claim.paragraphs.map { SourceClaim(text: $0, numbers: SourceClaim.numbers(claim.attribute("num"))) }
            }
            return ClaimSet(texts, lang: claims.language("lang") ?? "zh")
        }
        let figures = document.all("Drawings", "Figure")
        draft.drawings.count = figures.isEmpty ? nil : figures.count
        draft.drawings.files = figures.flatMap { $0.children("Image") }.compactMap { $0.attribute("file") }
        draft.drawings.abstractFile = document.first("Abstract", "AbstractFigure", "Figure", "Image")?.attribute("file")
        draft.drawings.formulaFiles = document.pictures("Image", inside: "Claims", "Description")
    }
}
