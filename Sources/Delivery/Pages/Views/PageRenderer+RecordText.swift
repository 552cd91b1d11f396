import Links

extension PageRenderer {
    /// A record as text to read, to print or to paste: what its page says without tables of other documents.
    ///
    /// **Shape** A heading stands on a line of its own, facts as `NAME: VALUE`; parts have an empty line between them.
    package func recordText(_ model: RecordPage, _ frame: PageFrame) -> String {
        let view = RecordView(renderer: self, model: model, frame: frame)
        let words = view.words
        func line(_ name: String, _ values: [String]) -> String {
            name + words["colon"] + (words.language == .en ? " " : "") + values.joined(separator: words.semicolon)
        }
        var facts = [words["right." + model.right.rawValue]]
        for fact in model.numbers + model.facts {
            facts.append(line(words["fact." + fact.name.rawValue], fact.values.map(view.text)))
        }
        for group in model.classes { facts.append(line(group.scheme, group.symbols.map(\.symbol))) }
        facts.append(line(words["record.legal"], [model.status.chip.word]))
        var parts = [[model.title.plain] + model.otherTitles.flatMap(\.paragraphs)]
        if model.isSample { parts.append([words["sample.line.record"]]) }
        parts.append(facts)
        for text in model.abstracts { parts.append([words["record.abstract"]] + text.paragraphs) }
        for set in model.claims {
            parts.append([words["record.claims"]] + set.claims.map { "\($0.number). \($0.text)" })
        }
        for goods in model.goods { parts.append([goods.symbol?.symbol, goods.text].compactMap { $0 }) }
        for text in model.description { parts.append([words["record.description"]] + text.paragraphs) }
        parts.append(model.references.map { line($0.style, [$0.text]) })
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }
}
