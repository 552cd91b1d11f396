import Domain

/// The other applications and publications that a US document names.
enum USPTORelations {
    static func read(_ data: Element) -> [Relation] {
        data.first("us-related-documents")?.children.flatMap(relations) ?? []
    }

    private static func relations(_ element: Element) -> [Relation] {
        let name = relationName(element.name)
        guard let parent = element.first("relation", "parent-doc") else {
            return element.children("document-id").compactMap { relation(name, $0) }
        }
        let status = parent.text("parent-status")
        return parent.children("document-id").compactMap { relation(name, $0, status: status) }
            + parent.all("parent-pct-document", "document-id").compactMap { relation("pctParent", $0) }
    }

    private static func relation(_ name: String, _ element: Element, status: String? = nil) -> Relation? {
        USPTODocument.documentID(element).map {
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
        case "us-provisional-application": return "provisional"
        case "related-publication": return "earlierPublication"
        case "continuation-in-part": return "continuationInPart"
        default:
            let words = element.split(separator: "-")
            return words.dropFirst().reduce(String(words.first ?? "")) {
                $0 + $1.prefix(1).uppercased() + $1.dropFirst()
            }
        }
    }
}
