import Domain

extension Reference {
    /// The reference as citation processors read it: a list of one item.
    package var csl: [CSLItem] {
        let record = right.bibliography
        return [
            CSLItem(
                id: id.description,
                type: isPatent ? "patent" : "document",
                title: title,
                author: inventors.map { CSLItem.Name(literal: $0) },
                holder: holders.joined(separator: "; "),
                number: number,
                callNumber: record.application?.number,
                jurisdiction: (record.publication ?? record.application ?? record.registration)?.country,
                issued: date.map(CSLItem.Day.init),
                submitted: record.application?.date.map(CSLItem.Day.init),
                accessed: CSLItem.Day(accessed),
                abstract: right.summaries.first.map(Self.line),
                address: address
            )
        ]
    }
}

/// An item of CSL-JSON.
///
/// **Source** Citation Style Language 1.0.2, csl-data.json.
package struct CSLItem: Encodable, Sendable {
    var id: String
    /// `patent` or `document`.
    var type: String
    var title: String
    /// Inventors or designers.
    var author: [Name]
    /// Applicants or owners, as publisher.
    var holder: String
    var number: String
    /// The application.
    var callNumber: String?
    /// Two letters of WIPO ST.3.
    var jurisdiction: String?
    var issued: Day?
    var submitted: Day?
    var accessed: Day
    var abstract: String?
    var address: String

    private enum CodingKeys: String, CodingKey {
        case id, type, title, author, number, jurisdiction, issued, submitted, accessed, abstract
        case holder = "publisher"
        case callNumber = "call-number"
        case address = "URL"
    }

    /// A name that is not to be taken apart.
    struct Name: Encodable, Sendable {
        var literal: String
    }

    /// A day, month or year.
    struct Day: Encodable, Sendable {
        private var parts: [[Int]]

        init(_ date: PartialDate) {
            parts = [[date.year, date.month, date.day].compactMap(\.self)]
        }

        private enum CodingKeys: String, CodingKey { case parts = "date-parts" }
    }
}
