import Domain

/// The other applications and publications that a Chinese patent document names.
enum CNIPARelations {
    static func read(_ data: Element) -> [Relation] {
        data.first("RelatedDocuments")?.children.flatMap(relations) ?? []
    }

    private static func relations(_ element: Element) -> [Relation] {
        switch element.name {
        case "RelatedPublicationDoc": element.children("DocumentID").compactMap { relation("earlierPublication", $0) }
        case "Division":
            element.all("DocumentsRelation", "ParentDocument", "DocumentID").compactMap { relation("division", $0) }
                + element.all("DocumentsRelation", "ChildDocument", "DocumentID")
                .compactMap { relation("divisionalChild", $0) }
        default:
            element.all("DocumentsRelation", "ParentDocument", "DocumentID")
                .compactMap { relation(element.name.prefix(1).lowercased() + element.name.dropFirst(), $0) }
        }
    }

    private static func relation(_ name: String, _ element: Element) -> Relation? {
        CNIPADocument.documentID(element).map {
            Relation(relation: name, country: $0.country, number: $0.number, kind: $0.kind, date: $0.date)
        }
    }
}
