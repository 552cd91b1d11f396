package import Domain
package import Index
import Text

/// Makes the engine's document of a right; used by one thread at a time because it keeps its scratch.
package final class DocumentBuilder {
    private let analyzer = Analyzer()
    private var names = NameFolder()
    private var list = TokenList()

    package init() {}

    /// The document of one record.
    ///
    /// - Throws: `Analyzer.Failure.textTooLong` for a text beyond the analyser's limit.
    package func document(id: EntryID, version: Int64, right: Right) throws -> Document {
        var document = Document(id: id.description, version: UInt64(version))
        try addTexts(of: right, to: &document)
        try addNames(of: right.bibliography, to: &document)
        addNumbers(of: right, to: &document)
        IndexedFacts(right).fill(&document)
        return document
    }

    // MARK: Texts

    private func addTexts(of right: Right, to document: inout Document) throws {
        let record = right.bibliography
        var titles = record.titles
        var claims: [String] = []
        var descriptions: [LocalizedText] = []
        switch right {
        case .patent(let patent):
            claims = patent.details.claims.flatMap(\.items)
            descriptions = patent.details.description
        case .design(let design):
            claims = design.details.claims.flatMap(\.items)
            try add(.designDescription, design.details.description.map(\.text), to: &document)
        case .trademark(let trademark):
            if let words = trademark.details.mark?.text { titles.append(LocalizedText(text: words)) }
            try add(.goods, trademark.details.goods.map(\.text), to: &document)
        case .gi(let indication):
            titles += indication.details.names
            try add(
                .goods,
                indication.details.goods.map(\.text) + [indication.details.gi?.productType ?? ""],
                to: &document
            )
            descriptions = [LocalizedText(text: indication.details.gi?.description ?? "")]
        case .layout: break
        }
        try add(titles, TextField.titles, to: &document)
        try add(record.abstracts, TextField.abstracts, to: &document)
        try add(.claims, claims, to: &document)
        try add(.description, descriptions.map(\.text), to: &document)
        try add(.keywords, record.keywords, to: &document)
        let standing = [record.status?.text, record.status?.code] + record.events.flatMap { [$0.text, $0.code] }
        try add(.standing, standing.compactMap(\.self), to: &document)
    }

    /// Texts by language: Chinese and unlabelled ones in the first field, then English, French, German, others.
    private func add(_ texts: [LocalizedText], _ fields: [TextField], to document: inout Document) throws {
        for (place, field) in fields.enumerated() {
            try add(field, texts.filter { Self.place($0.lang) == place }.map(\.text), to: &document)
        }
    }

    private static func place(_ language: String?) -> Int {
        switch language?.prefix(2).lowercased() {
        case nil, "zh": 0
        case "en": 1
        case "fr": 2
        case "de": 3
        default: 4
        }
    }

    /// Texts of one field, each line a paragraph.
    private func add(_ field: TextField, _ texts: [String], to document: inout Document) throws {
        let paragraphs = texts.flatMap { $0.split(separator: "\n").map(String.init) }
        guard !paragraphs.isEmpty else { return }
        try analyzer.analyse(paragraphs: paragraphs, into: &list)
        document.fields.append(tokens(field))
    }

    // MARK: Names

    private func addNames(of record: Bibliography, to document: inout Document) throws {
        let holders = record.applicants + record.assignees + record.owners + record.users
        try add(names: holders, .applicants, to: &document)
        try add(names: record.inventors + record.designers, .inventors, to: &document)
        try add(names: record.agents, .agents, to: &document)
        try add(names: record.agencies, .agencies, to: &document)
        try add(names: record.examiners, .examiners, to: &document)
        // Private persons are found by their city, never by their street (rules.md 11).
        let addresses = (holders + record.inventors).compactMap { $0.masked.addressLine }
        try add(.addresses, Array(Set(addresses)).sorted(), to: &document)
    }

    /// Names of one field, each a paragraph with its first position marked, so that `PA=山东+` can ask for a beginning.
    private func add(names parties: [Party], _ field: TextField, to document: inout Document) throws {
        var names: [String] = []
        for party in parties {
            let name = self.names.fold(party.name)
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { return }
        try analyzer.analyse(paragraphs: names, into: &list)
        var fieldTokens = tokens(field)
        var first = list.firstPosition
        for end in list.paragraphEnds {
            fieldTokens.append(NameMark.start, position: first)
            // One position stays empty behind every paragraph.
            first = end + 2
        }
        document.fields.append(fieldTokens)
    }

    private func tokens(_ field: TextField) -> FieldTokens {
        var result = FieldTokens(field: field.id, length: list.length)
        for token in list.tokens {
            result.append(
                list.term(token),
                position: token.position == TokenList.withoutPosition ? nil : token.position
            )
        }
        for position in list.sentenceEnds { result.append(ReservedTerm.sentenceEnd, position: position) }
        for position in list.paragraphEnds { result.append(ReservedTerm.paragraphEnd, position: position) }
        for position in list.hanRunEnds { result.append(ReservedBytes.hanRunEnd, position: position) }
        return result
    }

    // MARK: Numbers

    private func addNumbers(of right: Right, to document: inout Document) {
        let record = right.bibliography
        var result = FieldTokens(field: TextField.numbers.id, length: 0)
        var kinds: Set<NumberTerm.Kind> = []
        func add(_ kind: NumberTerm.Kind, _ country: String?, _ number: String?, _ code: String? = nil) {
            guard let number else { return }
            // The bare prefix stands for "has such a number".
            if kinds.insert(kind).inserted { result.append(NumberTerm.prefix(kind), position: nil) }
            for form in NumberTerm.forms(country: country, number: number, kind: code).sorted() {
                result.append(NumberTerm.term(kind, form), position: nil)
            }
        }
        if let application = record.application {
            add(.application, application.country, application.number, application.kind)
        }
        for publication in record.publications {
            add(.publication, publication.country, publication.number, publication.kind)
        }
        if let registration = record.registration { add(.registration, registration.country, registration.number) }
        add(.registration, nil, record.fileNumber)
        for priority in record.priorities { add(.priority, priority.country, priority.number, priority.kind) }
        for relation in record.related where relation.relation == "division" {
            add(.parent, relation.country, relation.number)
        }
        if case .patent(let patent) = right {
            add(.internationalApplication, nil, patent.details.pct?.application?.number)
            add(
                .internationalPublication,
                patent.details.pct?.publication?.country,
                patent.details.pct?.publication?.number
            )
            add(.family, nil, patent.details.family?.id)
            for citation in patent.details.citations?.patents ?? [] {
                add(.citation, citation.country, citation.number, citation.kind)
            }
        }
        if result.count > 0 { document.fields.append(result) }
    }
}

/// The reserved term that marks the first position of a name; its last is that of the paragraph's end.
enum NameMark {
    static let start: [UInt8] = [0x00, 0x6E]
}

extension Party {
    /// The parts of the address in one line; nil when there is none.
    fileprivate var addressLine: String? {
        if let address { return address }
        let parts = [region, city, district, street].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
