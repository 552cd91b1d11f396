import Discovery
import Domain
import Pages

/// Which source each thing on the page comes from, and what the others say instead.
///
/// Sources are numbered from 1, the most trusted first, as the page lists them. Where there is only one, everything is
/// from it and nothing is numbered.
extension RecordPresenter {
    /// The facts, each with its source and with what other sources say.
    var provenFacts: [RecordPage.Fact] {
        guard record.sources.count > 1 else { return facts }
        let said = record.sources.prefix(Self.comparedSources).map { source in
            var other = self
            other.record.right = source.right
            return Dictionary(other.facts.map { ($0.name, $0.values) }) { first, _ in first }
        }
        return facts.map { fact in
            var fact = fact
            let voices = said.map { $0[fact.name] ?? [] }
            let origin = voices.firstIndex(of: fact.values) ?? voices.firstIndex { !$0.isEmpty }
            fact.source = origin.map { $0 + 1 }
            guard !Self.isOfPublication.contains(fact.name) else { return fact }
            var heard = [Self.plain(fact.values)]
            for (place, values) in voices.enumerated() where !values.isEmpty {
                let words = Self.plain(values)
                guard !heard.contains(where: { words.isSubset(of: $0) }) else { continue }
                heard.append(words)
                fact.others.append(RecordPage.Fact.Other(values, source: place + 1))
            }
            return fact
        }
    }

    /// The source of each part of the page.
    var origins: [RecordPage.Part: Int] {
        guard record.sources.count > 1 else { return [:] }
        var origins: [RecordPage.Part: Int] = [:]
        func note<Content: Equatable & Collection>(_ part: RecordPage.Part, _ content: (Right) -> Content) {
            origins[part] = origin(content)
        }
        note(.title) { $0.bibliography.titles }
        note(.abstracts) { $0.bibliography.abstracts }
        note(.classes) { $0.bibliography.classes.ipc }
        note(.claims) { $0.claimSets }
        note(.description) { $0.descriptions }
        note(.goods) { $0.goods }
        note(.citations) { ($0.citations?.patents ?? []).map(\.number) + ($0.citations?.nonPatent ?? []).map(\.text) }
        note(.priorities) { $0.bibliography.priorities }
        return origins
    }

    /// The first source that says just this, else the first that says anything.
    private func origin<Content: Equatable & Collection>(_ content: (Right) -> Content) -> Int? {
        let shown = content(right)
        guard !shown.isEmpty else { return nil }
        let voices = record.sources.prefix(Self.comparedSources).map { content($0.right) }
        return (voices.firstIndex(of: shown) ?? voices.firstIndex { !$0.isEmpty }).map { $0 + 1 }
    }

    /// What values say, whatever place or link stands with them.
    private static func plain(_ values: [RecordPage.Fact.Value]) -> Set<String> {
        Set(
            values.map { value in
                switch value {
                case .text(let text), .date(let text), .number(let text): text
                case .party(let party): party.name
                case .symbol(let symbol): symbol.symbol
                }
            }
        )
    }

    /// Facts that every publication of one right has of its own: to differ there is no disagreement.
    private static let isOfPublication: Set<FactName> = [.kind, .gazette]
    /// Sources that are compared, the most trusted ones; a record has one to four.
    private static let comparedSources = 12
}

extension Right {
    fileprivate var descriptions: [LocalizedText] {
        switch self {
        case .patent(let patent): patent.details.description
        case .design(let design): design.details.description
        case .trademark, .gi, .layout: []
        }
    }

    fileprivate var goods: [Trademark.Goods] {
        switch self {
        case .trademark(let mark): mark.details.goods
        case .gi(let indication): indication.details.goods
        case .patent, .design, .layout: []
        }
    }
}
