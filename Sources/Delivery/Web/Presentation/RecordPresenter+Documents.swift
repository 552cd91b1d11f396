import Domain
import Links
import Pages

/// Other documents that a record names, and its history.
extension RecordPresenter {
    var priorities: [RecordPage.Document] {
        bibliography.priorities.map { document($0.country, $0.number, $0.kind, $0.date) }
    }

    var citations: [RecordPage.Document] {
        (cited?.patents ?? []).map { citation in
            guard let number = citation.number else {
                return RecordPage.Document(citation.text ?? citation.name ?? "", note: citation.category)
            }
            let note = [citation.category, citation.name].compactMap(\.self).joined(separator: " · ")
            return document(citation.country, number, citation.kind, citation.date, note: note.isEmpty ? nil : note)
        }
    }

    var literature: [String] { (cited?.nonPatent ?? []).map(\.text) }

    /// Publications of the family, and applications that the record names as related.
    var family: [RecordPage.Document] {
        var documents: [RecordPage.Document] = []
        if case .patent(let patent) = right {
            documents = (patent.details.family?.publications ?? []).map { id in
                RecordPage.Document(id, country: words.country(String(id.prefix(2))), search: search(id))
            }
        }
        let related = bibliography.related.compactMap { relation -> RecordPage.Document? in
            guard let number = relation.number else { return nil }
            let note = Self.relations[relation.relation].map(text) ?? relation.relation
            return document(relation.country, number, relation.kind, relation.date, note: note)
        }
        return documents + related
    }

    private var cited: Citations? {
        switch right {
        case .patent(let patent): patent.details.citations
        case .design(let design): design.details.citations
        case .trademark, .gi, .layout: nil
        }
    }

    private func document(
        _ country: String?,
        _ number: String,
        _ kind: String?,
        _ date: PartialDate?,
        note: String? = nil
    ) -> RecordPage.Document {
        let document = DocumentID(country: country, number: number, kind: kind, date: date)
        return RecordPage.Document(
            [country, number, kind].compactMap(\.self).joined(separator: " "),
            country: words.country(country),
            date: date?.description,
            note: note,
            search: search(document.id ?? document.bareNumber)
        )
    }

    /// The search for a number; only letters and digits, so that nothing in it means anything else.
    private func search(_ number: String) -> SearchState? {
        let bare = number.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard bare.contains(where: \.isNumber) else { return nil }
        return SearchState(query: bare, language: language)
    }

    // MARK: History

    var events: [RecordPage.Event] {
        let told = bibliography.events.map { event in
            let said = event.code.flatMap(LegalEventCode.words).map(text)
            let title = said ?? event.text ?? event.code ?? ""
            let details = event.text == title ? nil : event.text
            return RecordPage.Event(date: event.date?.description, title: title, details: details, source: event.code)
        }
        let moved = bibliography.assignments.map { assignment in
            let parties = [assignment.from, assignment.to].compactMap(\.self)
            return RecordPage.Event(
                date: assignment.recorded?.description,
                title: text(Bilingual("权利转移登记", "Assignment recorded")),
                details: parties.isEmpty ? nil : parties.joined(separator: " → "),
                source: assignment.category
            )
        }
        return told + moved
    }

    private static let relations = [
        "provisional": Bilingual("临时申请", "provisional"), "division": Bilingual("分案", "division"),
        "continuation": Bilingual("继续申请", "continuation"),
        "continuationInPart": Bilingual("部分继续申请", "continuation in part"),
        "earlierPublication": Bilingual("在先公布", "earlier publication"),
        "pctParent": Bilingual("国际申请", "international application"),
        "divisionalChild": Bilingual("分案子案", "divisional child"),
    ]
}
