import Declarations
import Domain
import Index
import Store
import Text

/// Makes documents of the entries of declared registers.
final class RegisterDocuments: DocumentMaker {
    private let source: RegisterSource
    private let analyzer = Analyzer()
    private let label = SortLabel()
    private var list = TokenList()
    private var names = NameFolder()
    /// The place of each code in its list, by list, for lists that were met.
    private var places: [String: [String: Int64]] = [:]

    /// The longest code that is found as a whole, in bytes.
    private static let longestCode = 255

    init(_ source: RegisterSource) {
        self.source = source
    }

    func document(of entry: StoredEntry) throws -> Document? {
        guard let register = source.registers[entry.register] else { return nil }
        let content = try QuickJSON.decode(EntryContent.self, from: entry.content)
        var document = Document(id: entry.entry, version: UInt64(max(0, entry.version)))
        Self.add(RegisterSchema.register, [entry.register], to: &document)
        Self.add(RegisterSchema.sample, [content.sample == true ? "yes" : "no"], to: &document)
        Self.add(RegisterSchema.state, [content.state].compacted, to: &document)
        Self.add(RegisterSchema.time, entry.time, to: &document)
        var words = Words()
        for field in register.fields {
            guard let items = content.fields[field.name]?.items, !items.isEmpty else { continue }
            for item in items { words.add(item, of: field, register, source.codes) }
            addColumns(field, items, register, to: &document)
        }
        try add(.title, words.title, to: &document)
        try add(.text, words.text, to: &document)
        addCodes(words.codes, to: &document)
        return document
    }

    // MARK: Texts

    private func add(_ field: RegisterSchema.Text, _ paragraphs: [String], to document: inout Document) throws {
        guard !paragraphs.isEmpty else { return }
        try analyzer.analyse(paragraphs: paragraphs, into: &list)
        document.fields.append(list.tokens(of: field.id))
    }

    private func addCodes(_ codes: [String], to document: inout Document) {
        let folded = Set(codes.map { names.fold($0) }.filter { (1...Self.longestCode).contains($0.utf8.count) })
        guard !folded.isEmpty else { return }
        var tokens = FieldTokens(field: RegisterSchema.Text.codes.id, length: 0)
        for code in folded.sorted() { tokens.append(Array(code.utf8), position: nil) }
        document.fields.append(tokens)
    }

    // MARK: Columns

    private func addColumns(
        _ field: FieldDeclaration,
        _ items: [FieldValue],
        _ register: RegisterSource.Planned,
        to document: inout Document
    ) {
        if field.name == register.plan.location, let point = items.first.flatMap({ GeoPoint($0) }) {
            Self.add(RegisterSchema.latitude, point.latitude, to: &document)
            Self.add(RegisterSchema.longitude, point.longitude, to: &document)
        }
        if field.name == register.plan.hours {
            Self.add(RegisterSchema.hours, [items.first?.text].compacted, to: &document)
        }
        if field.name == register.plan.region {
            Self.add(RegisterSchema.region, Self.levels(items), to: &document)
        } else if let column = register.plan.facets[field.name] {
            let labels =
                if case .region = field.type { Self.levels(items) } else { items.compactMap(\.text) }
            Self.add(column, labels, to: &document)
        }
        guard let column = register.plan.sorts[field.name], let first = items.first else { return }
        if RegisterSchema.isNumber(column) {
            if let number = number(first, field.type) { Self.add(column, number, to: &document) }
        } else if let text = first.text ?? first["name"] {
            document.ordinals.append(
                Document.OrdinalValues(column: RegisterSchema.place(column), labels: [label(text)])
            )
        }
    }

    /// What a value is sorted by; nil where it has no place in the order.
    private func number(_ value: FieldValue, _ type: FieldType) -> Int64? {
        switch type {
        case .period: return (value["from"] ?? value["until"]).flatMap { PartialDate(iso: $0)?.number }
        case .region: return value.text.flatMap { Int64($0) }
        case .choice(let list):
            let known = places[list] ?? source.codes[list]?.places ?? [:]
            places[list] = known
            return value.text.flatMap { known[$0] }
        default: return value.text.flatMap { type.rank($0) }
        }
    }

    /// The divisions and all those above them.
    private static func levels(_ items: [FieldValue]) -> [String] {
        items.compactMap { $0.text.flatMap { RegionCode($0) } }.flatMap(\.levels)
    }

    private static func add(_ column: String, _ labels: [String], to document: inout Document) {
        guard !labels.isEmpty else { return }
        document.ordinals.append(Document.OrdinalValues(column: RegisterSchema.place(column), labels: labels))
    }

    private static func add(_ column: String, _ number: Int64, to document: inout Document) {
        document.numbers.append(Document.NumberValue(column: RegisterSchema.place(column), value: number))
    }
}

extension RegisterDocuments {
    /// The words of an entry by the fields of the index.
    private struct Words {
        var title: [String] = []
        var text: [String] = []
        var codes: [String] = []

        mutating func add(
            _ value: FieldValue,
            of field: FieldDeclaration,
            _ register: RegisterSource.Planned,
            _ lists: [String: CodeList]
        ) {
            let isTitle = field.name == register.declaration.title
            guard isTitle || !field.uses.isDisjoint(with: [.search, .facet]) else { return }
            var found: [String] = []
            switch field.type {
            case .text, .rich:
                found = (value.text ?? "").split(whereSeparator: \.isNewline).map(String.init)
                if field.isIdentifier { codes += found }
            case .address: found = [value["text"]].compacted
            case .organisation:
                found = [value["name"]].compacted
                codes += [value["code"]].compacted
            case .choice(let list):
                guard let code = value.text else { return }
                codes.append(code)
                if let label = lists[list]?[code]?.label { found = [label.zh, label.en] }
            case .region:
                guard let region = value.text.flatMap({ RegionCode($0) }) else { return }
                codes.append(region.digits)
                found = [region.words.zh, region.words.en]
            default: return
            }
            if isTitle { title += found } else { text += found }
        }
    }
}

extension CodeList {
    /// The place of each code.
    fileprivate var places: [String: Int64] {
        Dictionary(codes.enumerated().map { ($1.code, Int64($0)) }) { first, _ in first }
    }
}
