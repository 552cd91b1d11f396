import Domain

/// Documents of the EPO's master documentation database (DOCDB exchange XML).
///
/// Numbers and names come in up to three forms (`docdb`, `epodoc` or `docdba`, `original`); the `docdb` form is
/// taken. Fragments use the prefix `exch:` without declaring it, or none at all.
enum DOCDBDocument {
    static let mapping = RecordMapping(
        format: .docdb,
        recordNames: ["exchange-document"],
        containerNames: ["exchange-documents"],
        right: right
    )

    private static func right(_ document: Element) throws(MappingFailure) -> Right {
        guard let data = document.first("bibliographic-data") else {
            throw MappingFailure("it has no bibliographic-data; deliver the whole document")
        }
        let publication = docdb(data.children("publication-reference"))?.first("document-id").flatMap(documentID)
        let application = docdb(data.children("application-reference"))?.first("document-id").flatMap(documentID)
        var draft = PatentDraft(kind(application: application?.kind, publication: publication?.kind))
        draft.bibliography.publications = [publication ?? attributes(document)].compactMap { $0 }
        draft.bibliography.application = application
        draft.bibliography.titles = texts(data.children("invention-title"), \.collapsedText)
        draft.bibliography.abstracts = texts(document.children("abstract"), \.paragraphs)
        draft.bibliography.classes = classes(data)
        readParties(data, into: &draft.bibliography)
        draft.bibliography.priorities = data.all("priority-claims", "priority-claim").compactMap(priority)
        draft.citations = citations(data)
        draft.family = family(document)
        var states = UniqueList()
        for country in data.first("designation-of-states")?.descendants("country") ?? [] {
            states.append(country.country())
        }
        draft.designatedStates = states.values
        return try draft.right()
    }

    private static func kind(application: String?, publication: String?) -> RightKind {
        switch (application?.first, publication?.first) {
        case ("F", _), (_, "S"): .design
        case ("U", _), (nil, "U"): .utilityModel
        default: .patent
        }
    }

    /// Of several forms of one thing the `docdb` one.
    private static func docdb(_ forms: [Element]) -> Element? {
        forms.first { $0.attribute("data-format") == "docdb" } ?? forms.first
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

    /// The publication as the attributes of the document name it.
    private static func attributes(_ document: Element) -> DocumentID? {
        guard let number = document.attribute("doc-number") else { return nil }
        return DocumentID(
            country: document.attribute("country"),
            number: number,
            kind: document.attribute("kind"),
            date: document.attribute("date-publ").flatMap { FieldDate.read($0) }
        )
    }

    /// One text per language, the first that the document gives.
    private static func texts(_ elements: [Element], _ read: (Element) -> String?) -> [LocalizedText] {
        var languages: Set<String> = []
        return elements.compactMap { element in
            let language = element.language("lang")
            guard let text = read(element), languages.insert(language ?? "").inserted else { return nil }
            return LocalizedText(lang: language, text: text)
        }
    }

    private static func classes(_ data: Element) -> Classes {
        var ipc = UniqueList()
        for item in data.all("classifications-ipcr", "classification-ipcr") {
            ipc.append(item.text("text").flatMap { IPCSymbol.read($0)?.text })
        }
        if ipc.values.isEmpty {
            for item in data.all("classification-ipc").flatMap(\.children) where item.name != "edition" {
                ipc.append(item.text().flatMap(olderSymbol))
            }
        }
        var cpc = UniqueList()
        for item in data.all("patent-classifications", "patent-classification")
        where item.first("classification-scheme")?.attribute("scheme")?.hasPrefix("CPC") == true {
            cpc.append(item.text("classification-symbol").flatMap { CPCSymbol.read($0)?.text })
        }
        var classes = Classes()
        classes.ipc = ipc.values
        classes.cpc = cpc.values
        return classes
    }

    /// A symbol of the seventh edition or older, ` 7A 61K   9/16   A`: edition, symbol in columns, position.
    private static func olderSymbol(_ text: String) -> String? {
        var symbol = ""
        for word in text.drop(while: \.isNumber).split(separator: " ") {
            symbol += word
            if word.contains("/") { break }
        }
        return IPCSymbol.read(symbol)?.text
    }

    private static func readParties(_ data: Element, into bibliography: inout Bibliography) {
        guard let parties = data.first("parties") else { return }
        bibliography.applicants = people(parties.all("applicants", "applicant"), "applicant-name")
        let makers = people(parties.all("inventors", "inventor"), "inventor-name")
        if bibliography.right == .design {
            bibliography.designers = makers
        } else {
            bibliography.inventors = makers
        }
    }

    private static func people(_ elements: [Element], _ nameElement: String) -> [Party] {
        let forms = ["docdb", "docdba", "original"].lazy.map { form in
            elements.filter { $0.attribute("data-format") == form }
        }
        return (forms.first { !$0.isEmpty } ?? elements).compactMap { element in
            element.value(nameElement, "name").map { Party(name: $0, country: element.country("residence", "country")) }
        }
    }

    private static func priority(_ claim: Element) -> Priority? {
        guard claim.attribute("data-format") == "docdb", let id = claim.first("document-id").flatMap(documentID) else {
            return nil
        }
        return Priority(country: id.country, number: id.number, kind: id.kind, date: id.date)
    }

    private static func citations(_ data: Element) -> Citations {
        var citations = Citations()
        for citation in data.all("references-cited", "citation") {
            let category = citation.value("category")
            if let document = citation.first("patcit", "document-id"), let id = documentID(document) {
                citations.patents.append(
                    Citation(
                        country: id.country,
                        number: id.number,
                        kind: id.kind,
                        date: id.date,
                        name: document.value("name"),
                        category: category
                    )
                )
            } else if let text = citation.text("nplcit", "text") {
                citations.nonPatent.append(LocalizedText(text: text))
            }
        }
        return citations
    }

    private static func family(_ document: Element) -> Family {
        var family = Family()
        family.id = document.attribute("family-id")
        let members = document.all("patent-family", "family-member")
        family.applications = members.isEmpty ? nil : members.count
        for publication in members.flatMap({ $0.children("publication-reference") }) {
            guard publication.attribute("data-format") == "docdb", let id = publication.first("document-id") else {
                continue
            }
            let parts = ["country", "doc-number", "kind"].compactMap { id.text($0) }
            family.publications.append(parts.joined())
        }
        return family
    }
}
