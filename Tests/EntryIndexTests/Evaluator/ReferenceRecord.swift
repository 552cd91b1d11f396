import Domain

@testable import EntryIndex

/// A record's texts by field of the query language, cut up once.
struct ReferenceRecord {
    let id: String
    let right: Right
    private(set) var texts: [Field: [ReferenceText]] = [:]

    init(id: String, right: Right) {
        self.id = id
        self.right = right
        let record = right.bibliography
        var titles = record.titles
        switch right {
        case .patent(let patent):
            add(.claims, patent.details.claims.flatMap(\.items))
            add(.description, lines(patent.details.description.map(\.text)))
        case .design(let design):
            add(.claims, design.details.claims.flatMap(\.items))
            add(.description, lines(design.details.description.map(\.text)))
            add(.designDescription, lines(design.details.description.map(\.text)))
        case .trademark(let mark):
            if let text = mark.details.mark?.text { titles.append(LocalizedText(text: text)) }
            add(.goods, lines(mark.details.goods.map(\.text)))
        case .gi(let indication):
            titles += indication.details.names
            add(.goods, lines(indication.details.goods.map(\.text) + present(indication.details.gi?.productType)))
            add(.description, lines(present(indication.details.gi?.description)))
        case .layout(let layout):
            let facts = layout.details.layout
            add(.description, lines(present(facts?.structure) + present(facts?.technology) + present(facts?.function)))
        }
        add(titles, whole: .title, [.titleEnglish, .titleFrench, .titleGerman, .titleOther])
        add(record.abstracts, whole: .abstract, [.abstractEnglish, .abstractFrench, .abstractGerman, .abstractOther])
        add(.keywords, lines(record.keywords))
        add(
            .legalStatus,
            lines(present(record.status?.text) + record.events.flatMap { present($0.text) + present($0.code) })
        )
        add(names: record.applicants + record.assignees + record.owners + record.users, .applicant)
        add(names: record.inventors + record.designers, .inventor)
        add(names: record.agents, .agent)
        add(names: record.agencies, .agency)
        add(.address, Set((record.applicants + record.owners + record.users).compactMap(\.address)).sorted())
    }

    /// The texts and numbers, for failures.
    var summary: String {
        let record = right.bibliography
        let fields = texts.map {
            "\($0.key): " + $0.value.map { $0.units.map(\.text).joined(separator: "|") }.joined(separator: " / ")
        }
        let numbers = ([record.application, record.registration] + record.publications).compactMap {
            $0.map { "\($0)" }
        }
        return (fields.sorted() + numbers).joined(separator: "\n")
    }

    private func present(_ text: String?) -> [String] { text.map { [$0] } ?? [] }

    private func lines(_ texts: [String]) -> [String] {
        texts.flatMap { $0.split(separator: "\n").map(String.init) }
    }

    private mutating func add(_ texts: [LocalizedText], whole: Field, _ languages: [Field]) {
        add(whole, lines(texts.map(\.text)))
        for (field, language) in zip(languages, ["en", "fr", "de"]) {
            add(field, lines(texts.filter { $0.lang == language }.map(\.text)))
        }
        add(languages[3], lines(texts.filter { !["zh", "en", "fr", "de", nil].contains($0.lang) }.map(\.text)))
    }

    private mutating func add(_ field: Field, _ paragraphs: [String]) {
        let texts = paragraphs.map { ReferenceText($0) }.filter { !$0.units.isEmpty }
        if !texts.isEmpty { self.texts[field, default: []] += texts }
    }

    private mutating func add(names parties: [Party], _ field: Field) {
        let names = Set(parties.map(\.name)).map { ReferenceText($0, isName: true) }.filter { !$0.units.isEmpty }
        if !names.isEmpty { texts[field] = names }
    }
}
