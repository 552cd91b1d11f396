import Domain

/// The other applications and publications that an ST.96 patent names.
enum ST96PatentRelations {
    static func read(_ data: Element) -> [Relation] {
        data.first("RelatedDocumentBag")?.children.flatMap(relations) ?? []
    }

    private static func relations(_ element: Element) -> [Relation] {
        let name = relationName(element.name)
        guard let parent = element.first("ParentDocument") else {
            return (element.first("PatentDocumentIdentification") ?? element).children.compactMap { relation(name, $0) }
        }
        let status = parent.text("ParentDocumentStatusCode")
        return (parent.first("PatentDocumentIdentification")?.children ?? ChildElements.none)
            .compactMap { relation(name, $0, status: status) }
            + (parent.first("PCTDocumentParent")?.children ?? ChildElements.none)
            .compactMap { relation("pctParent", $0) }
    }

    private static func relation(_ name: String, _ element: Element, status: String? = nil) -> Relation? {
        let id: DocumentID?
        switch element.name {
        case "ApplicationIdentification": id = ST96Patent.applicationID(element)
        case "PatentPublicationIdentification": id = ST96Patent.publicationID(element)
        default: id = nil
        }
        return id.map {
            Relation(
                relation: name,
                country: $0.country,
                number: $0.number,
                kind: $0.kind,
                date: $0.date,
                status: status
            )
        }
    }

    private static func relationName(_ element: String) -> String {
        switch element {
        case "RelatedPublication": "earlierPublication"
        case "ProvisionalApplication": "provisional"
        default: element.prefix(1).lowercased() + element.dropFirst()
        }
    }
}
