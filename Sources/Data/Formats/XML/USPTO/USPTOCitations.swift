import Domain

/// What a US document cites.
enum USPTOCitations {
    static func read(_ data: Element) -> Citations {
        var citations = Citations()
        for citation in data.all("us-references-cited", "us-citation") + data.all("references-cited", "citation") {
            let category = citation.value("category")
            if let document = citation.first("patcit", "document-id") {
                guard let id = USPTODocument.documentID(document) else { continue }
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
            } else if let text = citation.text("nplcit", "othercit") {
                citations.nonPatent.append(LocalizedText(text: text))
            }
        }
        return citations
    }
}
