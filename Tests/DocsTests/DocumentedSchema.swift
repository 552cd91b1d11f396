/// The tables of Docs/Use/export-format.md as a schema that records are compared with.
struct DocumentedSchema {
    private struct Field {
        let section: String
        let type: String
    }

    private var sections: [String: [String: Field]] = [:]
    private var used: Set<String> = []
    /// What records have and the page does not say, or says otherwise.
    private(set) var faults: [String] = []

    init(_ page: Markdown) {
        for section in page.sections {
            let fields = section.rows.filter { $0.count == 4 }.compactMap { row in
                row[0].codeSpans.first.map { ($0, Field(section: section.title, type: row[1])) }
            }
            if !fields.isEmpty { sections[section.title] = Dictionary(fields) { first, _ in first } }
        }
    }

    /// Fields of the page that no record had.
    var unused: [String] {
        sections.flatMap { title, fields in fields.keys.map { title + "." + $0 } }.filter { !used.contains($0) }
            .sorted()
    }

    /// Compares an object with the tables of some sections together.
    mutating func check(_ object: [String: JSONValue], against titles: [String]) {
        for (name, value) in object {
            guard let field = titles.compactMap({ sections[$0]?[name] }).first else {
                faults.append("\(titles.joined(separator: ", ")): \(name) is not documented")
                continue
            }
            used.insert(field.section + "." + name)
            check(value, type: field.type, at: field.section + "." + name)
        }
    }

    /// Compares the fields of `source`, which the export adds to a right.
    mutating func checkSource(_ names: Set<String>) {
        let documented = Set(sections["source"]?.keys.map { $0 } ?? [])
        if documented != names { faults.append("source has \(names.sorted()), not \(documented.sorted())") }
        used.formUnion(names.map { "source." + $0 } + ["Every right.source"])
    }

    private mutating func check(_ value: JSONValue, type: String, at path: String) {
        switch value {
        case .list(let items) where type.hasPrefix("list of "):
            let inner = String(type.dropFirst("list of ".count))
            for item in items { check(item, type: inner == "integers" ? "integer" : inner, at: path) }
        case .object(let object):
            guard let link = type.wholeMatch(of: /\[(.+)\]\(#(.+)\)/), let section = title(String(link.output.2)) else {
                faults.append("\(path) is an object, not \(type)")
                return
            }
            check(object, against: [section])
        default:
            if type != Self.word(value) { faults.append("\(path) is \(Self.word(value)), not \(type)") }
        }
    }

    private func title(_ anchor: String) -> String? {
        sections.keys.first { Markdown.anchor($0) == anchor }
    }

    private static func word(_ value: JSONValue) -> String {
        switch value {
        case .truth: "true or false"
        case .integer: "integer"
        case .text(FilledRight.dateText): "date"
        case .text: "text"
        case .list: "list"
        case .object: "object"
        }
    }
}
