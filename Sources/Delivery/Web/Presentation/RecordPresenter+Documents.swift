import Discovery
import Domain
import EntryIndex
import Links
import Pages

/// Other documents that a record names.
extension RecordPresenter {
    var priorities: [RecordPage.Document] {
        bibliography.priorities.map { priority in
            let id = DocumentID(
                country: priority.country,
                number: priority.number,
                kind: priority.kind,
                date: priority.date
            )
            return document(id, named[.application(DocumentID(country: id.country, number: id.number))])
        }
    }

    var citations: [RecordPage.Document] {
        (right.citations?.patents ?? []).map { citation in
            guard let number = citation.number else {
                return RecordPage.Document(citation.text ?? citation.name ?? "", note: citation.category)
            }
            let note = [citation.category, citation.name].compactMap(\.self).joined(separator: " · ")
            let id = DocumentID(country: citation.country, number: number, kind: citation.kind, date: citation.date)
            return document(id, named[.publication(id)], note: note.isEmpty ? nil : note)
        }
    }

    var literature: [String] { (right.citations?.nonPatent ?? []).map(\.text) }

    /// The records that cite this one.
    var citedBy: RecordPage.Citing? {
        citing.map { citing in
            let documents = citing.records.map { record in
                let id = record.right.bibliography.publication ?? record.right.bibliography.application
                return document(
                    id ?? DocumentID(number: record.id.local),
                    NamedRecords.Record(id: record.id, right: record.right)
                )
            }
            let naming: FieldNaming = language == .zh ? .chinese : .alias
            let state = SearchState(query: citing.expression.printed(naming: naming), sort: .newest, language: language)
            return RecordPage.Citing(documents, total: Tally(citing.total), search: state)
        }
    }

    // MARK: Family

    /// Publications of the family, its own among them, and applications that the record names as related.
    var family: [RecordPage.Document] {
        let members: [String] =
            if case .patent(let patent) = right { patent.details.family?.publications ?? [] } else { [] }
        let ownIDs = Set(bibliography.publications.compactMap { IdentityKey.publication($0)?.value })
        let related = bibliography.related.compactMap { relation -> RecordPage.Document? in
            guard let number = relation.number else { return nil }
            let key = relation.key
            // An earlier publication of the same application is one of its own.
            guard key?.field != .publication || !ownIDs.contains(key?.value ?? "") else { return nil }
            let note = Self.relations[relation.relation].map(text) ?? relation.relation
            let id = DocumentID(country: relation.country, number: number, kind: relation.kind, date: relation.date)
            return document(id, named[key], note: note)
        }
        guard !members.isEmpty || !related.isEmpty else { return [] }
        let own = bibliography.publications.map { publication in
            var document = RecordPage.Document(
                words.number(publication),
                country: words.country(publication.country),
                date: publication.date?.description,
                state: publication == bibliography.publication ? words.chip(LegalSummary(bibliography)) : nil
            )
            document.isOwn = true
            return document
        }
        return own + members.filter { !ownIDs.contains($0) }.map(member) + related
    }

    /// A publication by its id, with its date where its record is here.
    private func member(_ id: String) -> RecordPage.Document {
        let known = named[IdentityKey(field: .publication, value: id)]
        let publication = known?.right.bibliography.publications.first { IdentityKey.publication($0)?.value == id }
        var member = RecordPage.Document(
            id,
            country: words.country(String(id.prefix(2))),
            date: publication?.date?.description,
            search: search(id)
        )
        if let known { add(known, to: &member) }
        return member
    }

    // MARK: Parts

    private func document(_ id: DocumentID, _ known: NamedRecords.Record?, note: String? = nil) -> RecordPage.Document {
        var document = RecordPage.Document(
            [id.country, id.number, id.kind].compactMap(\.self).joined(separator: " "),
            country: words.country(id.country),
            date: id.date?.description,
            note: note,
            search: search(id.id ?? id.bareNumber)
        )
        if let known { add(known, to: &document) }
        return document
    }

    /// What the node's own record of a document says of it.
    private func add(_ known: NamedRecords.Record, to document: inout RecordPage.Document) {
        document.title = known.right.title(in: language.rawValue) ?? known.right.displayTitle
        document.state = words.chip(LegalSummary(known.right.bibliography))
        document.link = RecordLink(entry: known.id.description, language: language)
    }

    /// The search for a number; only letters and digits, so that nothing in it means anything else.
    private func search(_ number: String) -> SearchState? {
        let bare = number.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard bare.contains(where: \.isNumber) else { return nil }
        return SearchState(query: bare, language: language)
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
