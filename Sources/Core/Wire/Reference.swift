package import Domain

/// What a reference to a record says, whatever form it takes.
///
/// A patent or design is cited as one; a mark, an indication or a layout as a document.
package struct Reference: Sendable {
    let id: EntryID
    let right: Right
    /// The title in the reader's language, a sample marked as one.
    let title: String
    /// The permanent address, with scheme and host.
    let address: String
    /// The day on which it was read.
    let accessed: PartialDate

    /// Describes a reference.
    package init(_ id: EntryID, _ right: Right, title: String, address: String, accessed: PartialDate) {
        self.id = id
        self.right = right
        self.title = Self.line((right.bibliography.sample == true ? "示例 " : "") + title)
        self.address = address
        self.accessed = accessed
    }

    var isPatent: Bool { right.register == .patent || right.register == .design }

    /// Applicants, or those to whom the right went, or owners: whoever of them the record names first.
    var holders: [String] {
        let record = right.bibliography
        let parties = [record.applicants, record.assignees, record.owners].first { !$0.isEmpty } ?? []
        return parties.map { Self.line($0.name) }
    }

    var inventors: [String] {
        (right.bibliography.inventors + right.bibliography.designers).map { Self.line($0.name) }
    }

    /// The number of the newest publication, else of the registration or application, as the field writes it.
    var number: String {
        let record = right.bibliography
        let published = record.publication.map { document in
            let read = document.country.flatMap { country in
                PublicationNumber(country: country, number: document.number, kind: document.kind)
            }
            return read?.display ?? document.number
        }
        return published ?? record.registration?.number ?? record.application?.number ?? record.fileNumber ?? id.local
    }

    /// The day of that.
    var date: PartialDate? {
        let record = right.bibliography
        return record.publication?.date ?? record.registration?.date ?? record.application?.date
    }

    /// The application in words; nil where the record has none.
    var application: String? {
        right.bibliography.application.map { document in
            "Application \(document.number)" + (document.date.map { ", filed \($0)" } ?? "")
        }
    }

    /// A text on one line.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
