package import Declarations
import Domain
import Formats

/// What the columns of a table mean for a register: names of fields or their labels, and parts behind a dot.
package struct EntryColumns: Sendable {
    /// What one column holds.
    package enum Column: Sendable, Hashable {
        /// The identifier of the entry.
        case id
        /// The state.
        case state
        /// Whether it is an example (示例).
        case sample
        /// A field, or one part of it.
        case field(String, part: String?)
    }

    /// The columns in their order.
    let columns: [Column]
    private let register: RegisterDeclaration
    /// Whether each row names its fields itself, as a line of JSON does, so that there are no columns.
    private let isOpen: Bool

    private init(columns: [Column], register: RegisterDeclaration, isOpen: Bool = false) {
        self.columns = columns
        self.register = register
        self.isOpen = isOpen
    }

    /// Rows that name their fields themselves: what a row leaves out stays, and what it names is the whole of the field.
    static func named(in register: RegisterDeclaration) -> EntryColumns {
        EntryColumns(columns: [], register: register, isOpen: true)
    }

    /// Reads the names of columns.
    ///
    /// - Parameters:
    ///   - names: the cells of the first row.
    ///   - register: the declaration.
    /// - Returns: the columns, or what is wrong with every name that is none.
    static func read(_ names: [String], of register: RegisterDeclaration) -> (EntryColumns?, [ImportProblem]) {
        var columns: [Column] = []
        var problems: [ImportProblem] = []
        for (place, name) in names.enumerated() {
            let name = name.trimmed
            guard let column = column(name, of: register) else {
                problems.append(
                    ImportProblem(
                        row: 1,
                        column: place,
                        name: name,
                        message: Bilingual(
                            "名录没有这一列，可用的列：\(all(of: register).joined(separator: "、"))",
                            "no column of this register; the columns are \(all(of: register).joined(separator: ", "))"
                        )
                    )
                )
                continue
            }
            if columns.contains(column) {
                let message = Bilingual("这一列出现了两次，请只留一列", "it stands twice; keep one")
                problems.append(ImportProblem(row: 1, column: place, name: name, message: message))
            }
            columns.append(column)
        }
        return problems.isEmpty ? (EntryColumns(columns: columns, register: register), []) : (nil, problems)
    }

    /// The names of all columns, in the order of forms; values with parts in one column, examples marked in another.
    package static func all(of register: RegisterDeclaration) -> [String] {
        ["id"] + (register.states.isEmpty ? [] : [Condition.state]) + register.fields.map(\.name)
    }

    /// What a row says, with the identifier where it has one.
    func content(of row: PlainRow) -> (id: String?, content: EntryContent) {
        var content = EntryContent(fields: [:])
        var id: String?
        var parts: [String: [String: FieldValue]] = [:]
        for (column, cell) in zip(columns, row.cells) where cell.text.contains(where: { !$0.isWhitespace }) {
            switch column {
            case .id: id = cell.text.filter { !$0.isWhitespace }
            case .state: content.state = cell.text.trimmed
            case .sample: content.sample = true
            case .field(let name, let part):
                guard let field = register.field(name) else { continue }
                let isDate = field.type.sort == .date || field.type.sort == .period && part != nil
                let text = isDate ? cell.date?.description ?? cell.text : cell.text
                if let part {
                    parts[name, default: [:]][part] = .text(text)
                } else {
                    content.fields[name] = field.most == nil ? .text(text) : .list(Self.items(text).map { .text($0) })
                }
            }
        }
        for (name, parts) in parts { content.fields[name] = .parts(parts) }
        return (id, content)
    }

    /// What an entry is to say by a row: what the table has no column for stays, whole fields and parts.
    func wish(_ row: EntryContent, over before: EntryContent) -> EntryContent {
        var wish = row
        wish.state = row.state ?? before.state
        for field in register.fields {
            guard let old = before.fields[field.name] else { continue }
            guard isOpen ? row.fields[field.name] != nil : place(of: field.name) != nil else {
                wish.fields[field.name] = old
                continue
            }
            if isOpen { continue }
            // A column for all of an organisation says all of it, one for an address nothing of its postcode.
            let isWhole = columns.contains(.field(field.name, part: nil))
            guard case .parts(let parts) = old, !isWhole || field.type.sort == .address else { continue }
            var merged: [String: FieldValue] = [:]
            for (part, value) in parts where !columns.contains(.field(field.name, part: part)) {
                if !isWhole || part != "text" { merged[part] = value }
            }
            switch wish.fields[field.name] {
            case .parts(let new): wish.fields[field.name] = .parts(merged.merging(new) { $1 })
            case .text(let text):
                let said = ValueText.parts(of: text, field.type) ?? ["text": text]
                wish.fields[field.name] = .parts(merged.merging(said.mapValues { .text($0) }) { $1 })
            default: if !merged.isEmpty, !isWhole { wish.fields[field.name] = .parts(merged) }
            }
        }
        return wish
    }

    /// Where a field stands, for messages; nil where the table has no column for it.
    func place(of field: String) -> Int? {
        if field == "id" { return columns.firstIndex(of: .id) }
        if field == Self.sampleNames[1], let place = columns.firstIndex(of: .sample) { return place }
        let halves = field.split(separator: ".", maxSplits: 1).map(String.init)
        let part = halves.count == 2 ? halves[1] : nil
        return columns.firstIndex(of: .field(halves.first ?? field, part: part))
            ?? columns.firstIndex(of: .field(halves.first ?? field, part: nil))
            ?? (field == Condition.state ? columns.firstIndex(of: .state) : nil)
            ?? columns.firstIndex { if case .field(halves.first ?? field, _) = $0 { true } else { false } }
    }

    /// The values of a cell that holds several: divided by line ends, or where it has none by semicolons.
    private static func items(_ text: String) -> [String] {
        let hasLines = text.contains(where: \.isNewline)
        return text.split { hasLines ? $0.isNewline : $0 == ";" || $0 == "；" }.map(String.init)
    }

    /// What a name of a column means; nil for one that is none of the register.
    static func column(_ name: String, of register: RegisterDeclaration) -> Column? {
        if name.lowercased() == "id" || name == "条目编号" { return .id }
        if !register.states.isEmpty, name.lowercased() == Condition.state || name == "状态" { return .state }
        if let field = field(name, of: register) { return .field(field.name, part: nil) }
        if sampleNames.contains(name.lowercased()) { return .sample }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let part = String(name[name.index(after: dot)...])
        guard let field = field(String(name[..<dot]), of: register), field.type.parts.contains(part) else { return nil }
        return .field(field.name, part: part)
    }

    /// The names of the column that marks examples; the last is there where a field has the others.
    static let sampleNames = ["示例", "sample", "_sample"]

    private static func field(_ name: String, of register: RegisterDeclaration) -> FieldDeclaration? {
        register.field(name)
            ?? register.fields.first { $0.label.zh == name || $0.label.en.lowercased() == name.lowercased() }
    }
}
