package import Declarations
package import Domain
package import Formats
import Synchronization

/// Entries as the rows of a table, in the words of a language, so that taking the table in again changes nothing.
///
/// **Shape** The identifier, whether it is an example (示例), the state, then the fields. A cell says what people say, 西安市 for 610100,
/// where that is read back as the same value, else what is stored. Several values stand in one cell, one a line. Files and what a
/// table cannot hold are left out.
package struct EntryTable: Sendable {
    private let register: RegisterDeclaration
    private let fields: [FieldDeclaration]
    private let codes: [String: CodeList]
    private let check: EntryCheck
    private let language: String
    private let known = Known()

    /// The names of the columns.
    package let head: [String]

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - register: the declaration.
    ///   - fields: the fields that its reader may see, in their order.
    ///   - codes: the code lists by their names.
    ///   - day: today, for codes that have ended.
    ///   - language: `zh` or `en`.
    package init(
        _ register: RegisterDeclaration,
        fields: [FieldDeclaration],
        codes: [String: CodeList],
        day: PartialDate?,
        language: String
    ) {
        self.register = register
        self.fields = fields.filter { $0.type.sort != .file }
        self.codes = codes
        check = EntryCheck(register, codes: codes, day: day)
        self.language = language
        func name(_ column: EntryColumns.Column, _ words: Bilingual, _ others: [String]) -> String {
            ([words.text(in: language)] + others).first { EntryColumns.column($0, of: register) == column }
                ?? others.last ?? ""
        }
        head =
            [name(.id, Bilingual("条目编号", "id"), ["id"])]
            + [name(.sample, Bilingual("示例", "sample"), EntryColumns.sampleNames)]
            + (register.states.isEmpty ? [] : [name(.state, Bilingual("状态", "State"), [Condition.state])])
            + self.fields.map { name(.field($0.name, part: nil), $0.label, [$0.name]) }
    }

    /// The row of an entry.
    package func row(_ view: EntryView) -> [SheetCell] {
        let state = view.content.state.map { name in
            register.state(name).map { $0.label.text(in: language) }.flatMap {
                register.stateCalled($0)?.name == name ? $0 : nil
            } ?? name
        }
        let sample = view.content.sample == true ? Bilingual("示例", "sample").text(in: language) : ""
        return [.text(view.id), .text(sample)] + (register.states.isEmpty ? [] : [.text(state ?? "")])
            + fields.map { field in view.content.fields[field.name].map { cell($0, of: field) } ?? .text("") }
    }

    private func cell(_ value: FieldValue, of field: FieldDeclaration) -> SheetCell {
        guard field.most == nil else {
            let texts = value.items.map { written($0, of: field) }
            let isWhole = texts.count == 1 && texts[0].contains { ";；".contains($0) }
            // A line end says that semicolons divide nothing.
            return .text(texts.joined(separator: "\n") + (isWhole ? "\n" : ""))
        }
        let text = written(value, of: field)
        switch field.type {
        case .number, .money: return .number(text)
        case .date: return .date(text)
        default: return .text(text)
        }
    }

    /// One value as people write it.
    private func written(_ value: FieldValue, of field: FieldDeclaration) -> String {
        guard let stored = value.text else {
            let text = ValueText.text(of: value, field.type)
            guard case .parts(let parts) = value,
                ValueText.parts(of: text, field.type) != parts.compactMapValues(\.text),
                field.type.sort != .period, field.type.sort != .location
            else { return text }
            // Brackets at the end of a name are no code or duty of it.
            return text + " ()"
        }
        guard [.choice, .region, .hours].contains(field.type.sort) else { return stored }
        let key = field.name + " " + stored
        if let known = known.words.withLock({ $0[key] }) { return known }
        let words: String? =
            switch field.type {
            case .choice(let list): codes[list]?[stored]?.label.text(in: language)
            case .region: RegionCode(stored)?.words.text(in: language)
            default: language == "zh" ? OpeningHours(stored)?.chinese : nil
            }
        let isRead = words.map { check.reads($0, as: value, of: field) } ?? false
        let text = isRead ? words ?? stored : stored
        known.words.withLock { if $0.count < Self.mostKnown { $0[key] = text } }
        return text
    }

    /// Words that are found once for all rows: to find them is dear, and few values make up a column.
    private final class Known: Sendable {
        let words = Mutex<[String: String]>([:])
    }

    /// The most words that are kept.
    private static let mostKnown = 10_000
}
