import Domain

/// Documents in WIPO Standard ST.96, also as the TSDR system of the USPTO delivers trade marks.
///
/// Names are the same in all namespaces, so the local name alone tells elements apart.
enum ST96Document {
    static let mapping = RecordMapping(
        format: .st96,
        recordNames: ["PatentPublication", "DesignApplication", "GIApplication", "Trademark"],
        containerNames: ["TrademarkApplication", "TrademarkTransaction", "Transaction"],
        right: right
    )

    private static func right(_ record: Element) throws(MappingFailure) -> Right {
        switch record.name {
        case "PatentPublication": try ST96Patent.right(record)
        case "DesignApplication": try ST96Design.right(record)
        case "GIApplication": try ST96Indication.right(record)
        default: try ST96Trademark.right(record)
        }
    }

    /// The number in `ApplicationNumber`, with its office.
    static func application(_ element: Element, office: String?, date: PartialDate?) -> DocumentID? {
        guard let number = element.value("ApplicationNumber", "ApplicationNumberText") else { return nil }
        return DocumentID(
            country: element.country("ApplicationNumber", "IPOfficeCode") ?? office,
            number: number,
            date: date
        )
    }

    /// Cited patent documents, `CitedPatentDocumentIdentification`.
    static func citation(_ element: Element, category: String?) -> Citation? {
        guard let number = element.value("DocumentNumber") else { return nil }
        return Citation(
            country: element.country("IPOfficeCode"),
            number: number,
            kind: element.value("PatentDocumentKindCode"),
            date: element.date("PatentDocumentDate"),
            name: element.value("EntityName"),
            category: category
        )
    }

    /// The priorities of designs and marks.
    static func priorities(_ element: Element) -> [Priority] {
        element.all("PriorityBag", "Priority").compactMap { priority in
            guard let number = priority.value("ApplicationNumber", "ApplicationNumberText") else { return nil }
            return Priority(
                country: priority.country("PriorityCountryCode"),
                number: number,
                date: priority.date("PriorityApplicationFilingDate")
            )
        }
    }

    /// The members of an office's staff who examined the application.
    static func examiners(_ element: Element) -> [Party] {
        element.all("StaffBag", "Staff").compactMap { $0.value("StaffName").map { Party(name: $0) } }
    }
}
