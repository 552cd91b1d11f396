import EntryIndex
import Index
import Query

/// The words of the file and the columns that queries need, and trees made of words: the engine alone, given exactly
/// what the other engines are given.
struct WordForm: Form {
    let schema = Schema(
        textFields: [Schema.TextField(name: "text")],
        columns: [
            Schema.Column(name: "publication", kind: .number),
            Schema.Column(name: "application", kind: .number),
            Schema.Column(name: "class", kind: .ordinals(multiple: false, order: .lexicographic)),
            Schema.Column(name: "subclass", kind: .ordinals(multiple: false, order: .lexicographic)),
            Schema.Column(name: "applicant", kind: .ordinals(multiple: true, order: .frequency)),
            Schema.Column(name: "province", kind: .ordinals(multiple: false, order: .lexicographic)),
        ],
        orderColumn: "publication"
    )
    let analysisVersion = "words"
    let publicationColumn = "publication"
    let applicationColumn = "application"
    let topColumns = ["applicant", "subclass"]
    let provinceColumn = "province"

    private static let text = FieldID(rawValue: 0)
    private static let mask = FieldMask(text)
    /// No phrase reaches from the title into the abstract.
    private static let gap: UInt32 = 100

    func document(_ line: String, version: Int64, _ builder: DocumentBuilder) throws -> Document {
        let columns = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        guard columns.count == 16, let application = Int64(Substring(columns[2])),
            let publication = Int64(Substring(columns[3]))
        else { throw EngineBench.Failure("not a record: \(line.prefix(80))") }
        let subclass = [UInt8](columns[6].prefix(4))
        var labels = [
            Document.OrdinalValues(column: 2, labels: [subclass]),
            Document.OrdinalValues(column: 3, labels: [subclass]),
            Document.OrdinalValues(column: 4, labels: columns[7].split(separator: 0x3B).map { [UInt8]($0) }),
        ]
        let province = [UInt8](columns[9])
        if province != [0x30] { labels.append(Document.OrdinalValues(column: 5, labels: [province])) }
        return Document(
            id: String(Substring(columns[1])),
            version: UInt64(version),
            fields: [Self.tokens([columns[14], columns[15]])],
            numbers: [
                Document.NumberValue(column: 0, value: publication),
                Document.NumberValue(column: 1, value: application),
            ],
            ordinals: labels
        )
    }

    private static func tokens(_ texts: [Substring.UTF8View]) -> FieldTokens {
        var tokens = FieldTokens(field: text, length: 0)
        var position: UInt32 = 0
        for text in texts {
            for word in text.split(separator: 0x20) {
                tokens.append(Array(word), position: position)
                position += 1
            }
            position += gap
        }
        tokens.length = tokens.count
        return tokens
    }

    func query(_ set: QuerySet, _ payload: String) throws -> @Sendable () throws -> QueryTree {
        guard !payload.isEmpty else { throw EngineBench.Failure("an empty payload of \(set)") }
        return { try Self.tree(set, payload) }
    }

    private static func tree(_ set: QuerySet, _ payload: String) throws -> QueryTree {
        let words = payload.utf8.split(separator: 0x20).map { [UInt8]($0) }
        switch set {
        case .term, .and: return .and(terms(words))
        case .or, .wide, .count, .long: return .or(terms(words))
        case .phrase:
            let slots = words.enumerated().map { Slot(offset: UInt32($0), term: $1) }
            return .phrase(slots, fields: mask)
        case .near: return .near(.word(words[0]), .word(words[1]), distance: 5, ordered: false, fields: mask)
        case .prefix: return .expand(.prefix(Array(payload.utf8)), fields: mask)
        case .patent:
            let patent = try PatentQuery(payload)
            func terms(_ words: [String]) -> [QueryTree] { Self.terms(words.map { Array($0.utf8) }) }
            return .and([
                .or(terms(patent.first)), .or(terms(patent.second)),
                .ordinals(column: "class", .prefix(Array(patent.symbol.utf8))),
                .numbers(column: "application", patent.from...patent.to),
                .not(.and(terms([patent.without]))),
            ])
        }
    }

    private static func terms(_ words: [[UInt8]]) -> [QueryTree] { words.map { .term($0, fields: mask) } }

    func province(_ label: [UInt8]) -> Int64 { Int64(String(decoding: label, as: UTF8.self)) ?? 0 }
}
