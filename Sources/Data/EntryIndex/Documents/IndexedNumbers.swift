import Domain
import Index

/// The numbers of a right as tokens of the index.
struct IndexedNumbers {
    /// The tokens of field `numbers`.
    private(set) var tokens = FieldTokens(field: TextField.numbers.id, length: 0)
    private var kinds: Set<NumberTerm.Kind> = []
    private let isPatent: Bool

    /// Whether the right has no number.
    var isEmpty: Bool { kinds.isEmpty }

    init(_ right: Right) {
        isPatent = right.register == .patent || right.register == .design
        let record = right.bibliography
        if let application = record.application {
            add(.application, application.number, application.country, application.kind)
        }
        for publication in record.publications {
            add(.publication, publication.number, publication.country, publication.kind)
        }
        if let registration = record.registration {
            add(.registration, registration.number, registration.country, registration.kind)
        }
        if let file = record.fileNumber { add(.registration, file) }
        for priority in record.priorities { add(.priority, priority.number, priority.country, priority.kind) }
        for relation in record.related where relation.relation == "division" {
            if let number = relation.number { add(.parent, number, relation.country, relation.kind) }
        }
        if case .patent(let patent) = right { addDetails(patent.details) }
        if case .design(let design) = right { add(design.details.citations) }
    }

    private mutating func addDetails(_ details: Patent.Details) {
        if let application = details.pct?.application {
            add(.internationalApplication, application.number, application.country, application.kind)
        }
        if let publication = details.pct?.publication {
            add(.internationalPublication, publication.number, publication.country ?? "WO", publication.kind)
        }
        if let family = details.family {
            if let id = family.id { add(.family, id) }
            for member in family.publications { add(.family, member) }
        }
        add(details.citations)
    }

    private mutating func add(_ citations: Citations?) {
        for citation in citations?.patents ?? [] {
            if let number = citation.number { add(.citation, number, citation.country, citation.kind) }
        }
    }

    private mutating func add(
        _ kind: NumberTerm.Kind,
        _ number: String,
        _ country: String? = nil,
        _ code: String? = nil
    ) {
        let found =
            kind.isPublished
            ? NumberForms(publication: number, country: country, kind: code)
            : NumberForms(application: number, country: country, kind: code, isPatent: isPatent)
        guard !found.forms.isEmpty else { return }
        if kinds.insert(kind).inserted { tokens.append(NumberTerm.prefix(kind), position: nil) }
        for form in found.forms { tokens.append(NumberTerm.term(kind, form), position: nil) }
    }
}
