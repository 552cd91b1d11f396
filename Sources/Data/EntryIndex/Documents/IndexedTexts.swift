import Domain

/// Which texts of a right stand in which field of the index, by paragraphs.
struct IndexedTexts {
    /// The paragraphs of the fields that have any.
    private(set) var fields: [(field: TextField, paragraphs: [String])] = []

    init(_ right: Right) {
        let record = right.bibliography
        var titles = record.titles
        switch right {
        case .patent(let patent):
            add(.claims, patent.details.claims.flatMap(\.items))
            addLines(.description, patent.details.description.map(\.text))
        case .design(let design):
            add(.claims, design.details.claims.flatMap(\.items))
            addLines(.designDescription, design.details.description.map(\.text))
        case .trademark(let trademark):
            if let words = trademark.details.mark?.text { titles.append(LocalizedText(text: words)) }
            addLines(.goods, trademark.details.goods.map(\.text))
        case .gi(let indication):
            titles += indication.details.names
            addLines(.goods, indication.details.goods.map(\.text) + [indication.details.gi?.productType].compacted)
            addLines(.description, [indication.details.gi?.description].compacted)
        case .layout(let layout):
            let facts = layout.details.layout
            addLines(.description, [facts?.structure, facts?.technology, facts?.function].compacted)
        }
        add(titles, TextField.titles)
        add(record.abstracts, TextField.abstracts)
        addLines(.keywords, record.keywords)
        let standing = [record.status?.text, record.status?.code] + record.events.flatMap { [$0.text, $0.code] }
        addLines(.standing, standing.compacted)
    }

    /// Texts by language: Chinese and unlabelled ones in the first field, then English, French, German, others.
    private mutating func add(_ texts: [LocalizedText], _ fields: [TextField]) {
        guard !texts.isEmpty else { return }
        for (place, field) in fields.enumerated() {
            addLines(field, texts.lazy.filter { Self.place($0.lang) == place }.map(\.text))
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

    /// Texts whose lines are paragraphs.
    private mutating func addLines(_ field: TextField, _ texts: some Sequence<String>) {
        var paragraphs: [String] = []
        for text in texts {
            if text.utf8.contains(0x0A) {
                paragraphs += text.utf8.split(separator: 0x0A).map { String(Substring($0)) }
            } else if !text.isEmpty {
                paragraphs.append(text)
            }
        }
        add(field, paragraphs)
    }

    private mutating func add(_ field: TextField, _ paragraphs: [String]) {
        if !paragraphs.isEmpty { fields.append((field, paragraphs)) }
    }
}

extension [String?] {
    /// The texts that are there.
    var compacted: [String] { compactMap(\.self) }
}
