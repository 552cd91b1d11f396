extension Bibliography {
    /// The class that stands for the record in lists: the main class, or the first one of the first scheme.
    package var leadingClass: String? {
        mainClass ?? classes.ipc.first ?? classes.locarno.first ?? classes.nice.first ?? classes.cpc.first
    }
}

extension Right {
    /// The name by which a list shows the right: title, words of the mark or name of the indication.
    ///
    /// Chinese first where there are several; the most identifying number where there is no name at all.
    package var displayTitle: String {
        let texts: [LocalizedText] =
            switch self {
            case .trademark(let trademark):
                [trademark.details.mark?.text.map { LocalizedText(text: $0) }].compactMap(\.self) + bibliography.titles
            case .gi(let indication): indication.details.names + bibliography.titles
            case .patent, .design, .layout: bibliography.titles
            }
        let chosen = texts.first { $0.lang?.hasPrefix("zh") == true } ?? texts.first
        return chosen?.text ?? identityKeys.first?.value ?? ""
    }

    /// The title in a language, if the record has one.
    package func title(in language: String) -> String? {
        let names = if case .gi(let indication) = self { indication.details.names } else { [LocalizedText]() }
        return (names + bibliography.titles).first { $0.lang?.hasPrefix(language) == true }?.text
    }

    /// Short texts that say what the right is about, the best one first.
    package var summaries: [String] {
        let abstracts = bibliography.abstracts.map(\.text)
        switch self {
        case .trademark(let trademark): return trademark.details.goods.map(\.text) + abstracts
        case .gi(let indication): return [indication.details.gi?.description].compactMap(\.self) + abstracts
        case .layout(let layout):
            let facts = [
                layout.details.layout?.structure, layout.details.layout?.technology, layout.details.layout?.function,
            ]
            return abstracts + [facts.compactMap(\.self).joined(separator: " · ")].filter { !$0.isEmpty }
        case .patent, .design: return abstracts
        }
    }
}
