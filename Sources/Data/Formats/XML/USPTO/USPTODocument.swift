import Domain

/// Grants and applications of the United States Patent and Trademark Office, XML 4.0 to 4.5.
///
/// Element names changed over the versions (`parties` and `us-parties`, `references-cited` and `us-references-cited`);
/// both are read. Weekly files hold thousands of documents one after the other.
enum USPTODocument {
    static let mapping = RecordMapping(
        format: .usptoXML,
        recordNames: ["us-patent-grant", "us-patent-application"],
        containerNames: [],
        right: right
    )

    private static func right(_ document: Element) throws(MappingFailure) -> Right {
        let name = document.name == "us-patent-grant" ? "grant" : "application"
        guard let data = document.first("us-bibliographic-data-" + name) else {
            throw MappingFailure("it has no us-bibliographic-data-\(name); deliver the whole document")
        }
        let application = data.first("application-reference")
        let language = document.language("lang") ?? "en"
        var draft = PatentDraft(application?.attribute("appl-type") == "design" ? .design : .patent)
        draft.bibliography.publications = data.all("publication-reference", "document-id").compactMap(documentID)
        draft.bibliography.application = application?.first("document-id").flatMap(documentID)
        draft.bibliography.titles = data.children("invention-title").compactMap { title in
            title.collapsedText.map { LocalizedText(lang: title.language("lang") ?? language, text: $0) }
        }
        draft.bibliography.classes = USPTOClasses.read(data)
        draft.bibliography.priorities = data.all("priority-claims", "priority-claim").compactMap(priority)
        draft.bibliography.related = USPTORelations.read(data)
        USPTOParties.read(data, into: &draft.bibliography)
        draft.citations = USPTOCitations.read(data)
        draft.pct = international(data)
        draft.termYears = data.integer("us-term-of-grant", "length-of-grant")
        draft.termExtensionDays = data.integer("us-term-of-grant", "us-term-extension")
        readTexts(document, data, language: language, into: &draft)
        return try draft.right()
    }

    static func documentID(_ element: Element) -> DocumentID? {
        guard let number = element.value("doc-number") else { return nil }
        return DocumentID(
            country: element.country("country"),
            number: number,
            kind: element.value("kind"),
            date: element.date("date")
        )
    }

    private static func priority(_ claim: Element) -> Priority? {
        claim.value("doc-number").map {
            Priority(country: claim.country("country"), number: $0, date: claim.date("date"))
        }
    }

    private static func international(_ data: Element) -> InternationalFiling {
        var pct = InternationalFiling()
        if let filing = data.first("pct-or-regional-filing-data") {
            pct.application = filing.first("document-id").flatMap(documentID)
            pct.s371Date = filing.date("us-371c124-date", "date") ?? filing.date("us-371c12-date", "date")
            pct.s102eDate = filing.date("us-102e-date", "date")
        }
        pct.publication = data.first("pct-or-regional-publishing-data", "document-id").flatMap(documentID)
        return pct
    }

    private static func readTexts(_ document: Element, _ data: Element, language: String, into draft: inout PatentDraft)
    {
        draft.bibliography.abstracts = document.children("abstract").compactMap { abstract in
            abstract.paragraphs.map { LocalizedText(lang: abstract.language("lang") ?? language, text: $0) }
        }
        draft.description = document.children("description").compactMap { description in
            description.paragraphs.map { LocalizedText(lang: description.language("lang") ?? language, text: $0) }
        }
        draft.claims = document.children("claims").compactMap { claims in
            let texts = claims.children("claim").compactMap { claim in
                claim.paragraphs.map {
                    SourceClaim(
                        text: $0,
                        hasReference: claim.firstDescendant("claim-ref") != nil,
                        numbers: SourceClaim.numbers(claim.attribute("num"))
                    )
                }
            }
            return ClaimSet(
                texts,
                lang: claims.language("lang") ?? language,
                declared: data.integer("number-of-claims")
            )
        }
        draft.drawings.sheets = data.integer("figures", "number-of-drawing-sheets")
        draft.drawings.figures = data.integer("figures", "number-of-figures")
        draft.drawings.files = document.all("drawings", "figure", "img").compactMap { $0.attribute("file") }
        draft.drawings.formulaFiles = document.pictures("img", inside: "claims", "description")
    }
}
