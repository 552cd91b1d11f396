import Declarations
import Domain
import Links
import Pages
import Registers

/// Forms of entries: what stands in them, and what they send.
struct EntryFormPresenter: Sendable {
    let register: RegisterDeclaration
    /// The fields that the form has, in the order of the declaration.
    let fields: [FieldDeclaration]
    /// What the entry says now; nil for a new one.
    let current: EntryContent?
    let words: EntryPresenter
    /// Today, for codes that may be given.
    let day: PartialDate?

    init(
        _ register: RegisterDeclaration,
        _ fields: [FieldDeclaration],
        current: EntryContent?,
        _ words: EntryPresenter
    ) {
        self.register = register
        self.fields = fields
        self.current = current
        self.words = words
        day = PartialDate(inChinaAt: words.now)
    }

    /// What divides the values of a field with texts of several lines.
    private static let divider = "---"
    /// Rows of the box for a text of several lines, and for one with paragraphs.
    private static let rows = (lines: 4, rich: 10)

    // MARK: What is sent

    /// What a form sends; a field that it does not have stays as the entry has it.
    func content(_ sent: Parameters) -> EntryContent {
        var content = EntryContent(fields: [:], state: current?.state, sample: current?.sample)
        var values: [String: [String]] = [:]
        for (name, value) in sent.pairs {
            values[name, default: []].append(value.replacing("\r\n", with: "\n"))
        }
        for field in fields {
            if field.type.sort == .file {
                content.fields[field.name] = kept(field, without: values[EntryFormField.dropName(field.name)] ?? [])
                continue
            }
            let parts = field.type.parts
            if !parts.isEmpty, field.most == nil {
                let named = parts.map { ($0, values[EntryFormField.sentName(field.name, part: $0)]?.first) }
                guard named.contains(where: { $0.1 != nil }) else {
                    content.fields[field.name] = current?.fields[field.name]
                    continue
                }
                let given = named.filter { !($0.1 ?? "").allSatisfy(\.isWhitespace) }
                if !given.isEmpty {
                    content.fields[field.name] = .parts(
                        Dictionary(given.map { ($0.0, .text($0.1 ?? "")) }) { first, _ in first }
                    )
                }
                continue
            }
            guard let texts = values[EntryFormField.sentName(field.name)] else {
                content.fields[field.name] = current?.fields[field.name]
                continue
            }
            content.fields[field.name] = value(texts, of: field)
        }
        if let state = values[EntryFormField.sentName(Condition.state)]?.first, !state.isEmpty { content.state = state }
        return content
    }

    /// The files of a field without some, by their digests.
    private func kept(_ field: FieldDeclaration, without digests: [String]) -> FieldValue? {
        guard let value = current?.fields[field.name] else { return nil }
        let kept = value.items.filter { !digests.contains($0["digest"] ?? "") }
        return kept.isEmpty ? nil : kept.count == value.items.count ? value : .list(kept)
    }

    /// The files that came with a form, by their fields.
    func uploads(_ files: [MultipartForm.File]) -> [RegisterEntries.Upload] {
        files.compactMap { file in
            let field = fields.first { $0.type.sort == .file && EntryFormField.sentName($0.name) == file.field }
            return field.map { RegisterEntries.Upload(field: $0.name, name: file.name, bytes: file.content) }
        }
    }

    private func value(_ texts: [String], of field: FieldDeclaration) -> FieldValue? {
        let first = texts.first ?? ""
        guard field.most != nil else { return first.allSatisfy(\.isWhitespace) ? nil : .text(first) }
        let items: [String] =
            if case .choice = field.type {
                texts
            } else if field.type.hasLines {
                first.split(separator: "\n", omittingEmptySubsequences: false)
                    .split { $0.trimmingBlanks == Self.divider }.map { $0.joined(separator: "\n") }
            } else {
                first.split(separator: "\n").map(String.init)
            }
        let given = items.filter { !$0.allSatisfy(\.isWhitespace) }
        return given.isEmpty ? nil : .list(given.map { .text($0) })
    }

    // MARK: What stands in it

    /// The fields with their values and what is wrong with them.
    func fields(_ content: EntryContent, _ problems: [ValueProblem]) -> [EntryFormField] {
        let errors = Dictionary(problems.map { (String($0.field.prefix { $0 != "." }), words.text($0.message)) }) {
            $0 + " " + $1
        }
        let wrong = Set(problems.map(\.field))
        let state = stateField(content.state, errors)
        return [state].compactMap(\.self)
            + fields.map { field in
                EntryFormField(
                    field: field.name,
                    label: words.text(field.label),
                    help: field.help.map(words.text),
                    hints: hints(of: field),
                    isRequired: field.required == .always,
                    isPublic: register.readers(of: field) == .everyone,
                    error: errors[field.name],
                    input: input(content.fields[field.name], of: field, wrong)
                )
            }
    }

    /// What is wrong, for the summary above the form.
    func problems(_ problems: [ValueProblem]) -> [EntryFormPage.Problem] {
        problems.map { problem in
            let name = String(problem.field.prefix { $0 != "." && $0 != "+" })
            let isField = name == Condition.state || fields.contains { $0.name == name }
            return EntryFormPage.Problem(field: isField ? name : nil, text: words.text(problem.message))
        }
    }

    private func stateField(_ chosen: String?, _ errors: [String: String]) -> EntryFormField? {
        guard let first = register.states.first else { return nil }
        let now = current?.state ?? first.name
        // A new entry begins in the first state.
        let names = Set([now] + (current == nil ? [] : register.state(now)?.next ?? []))
        return EntryFormField(
            field: Condition.state,
            label: words.label(of: Condition.state, in: register),
            help: nil,
            isRequired: true,
            isPublic: true,
            error: errors[Condition.state],
            input: .select(
                register.states.filter { names.contains($0.name) }.map {
                    EntryFormField.Option($0.name, words.text($0.label), isChosen: $0.name == (chosen ?? now))
                }
            )
        )
    }

    private func hints(of field: FieldDeclaration) -> [EntryFormField.Hint] {
        var hints: [EntryFormField.Hint] = []
        switch field.type {
        case .rich: hints.append(.rich)
        case .hours where field.help == nil: hints.append(.hours)
        case .region where field.help == nil: hints.append(.region)
        case .date where field.help == nil, .period where field.help == nil: hints.append(.date)
        case .entry where field.help == nil: hints.append(.entry)
        case .file: hints.append(.file)
        default: break
        }
        guard field.most != nil else { return hints }
        switch field.type {
        case .choice, .file: break
        case .organisation, .person: hints.append(.manyParts)
        default: hints.append(field.type.hasLines ? .manyTexts : .many)
        }
        return hints
    }

    private func input(
        _ value: FieldValue?,
        of field: FieldDeclaration,
        _ wrong: Set<String>
    ) -> EntryFormField.Input {
        let texts = (value?.items ?? []).map { $0.text ?? ValueText.text(of: $0, field.type) }
        if case .file(let types, _) = field.type { return files(value, types, of: field) }
        if case .choice(let list) = field.type { return choices(list, Set(texts), of: field) }
        if field.most != nil {
            let divider = field.type.hasLines ? "\n\(Self.divider)\n" : "\n"
            return .area(texts.joined(separator: divider), rows: field.type.hasLines ? Self.rows.rich : Self.rows.lines)
        }
        let parts = field.type.parts
        if !parts.isEmpty {
            return .parts(
                parts.map { part in
                    let isWrong = wrong.contains(field.name + "." + part)
                    return EntryFormField.Part(part, value?[part] ?? "", isWrong: isWrong)
                }
            )
        }
        let text = texts.first ?? ""
        switch field.type {
        case .rich: return .area(text, rows: Self.rows.rich)
        case .text(_, true, _, _): return .area(text, rows: Self.rows.lines)
        case .number(0, let least?, _, _) where least.units >= 0: return .line(text, mode: "numeric")
        case .number, .money: return .line(text, mode: "decimal")
        default: return .line(text, mode: nil)
        }
    }

    private func files(_ value: FieldValue?, _ types: [String], of field: FieldDeclaration) -> EntryFormField.Input {
        let kept = Set((value?.items ?? []).compactMap { EntryFile($0)?.digest })
        let options = (current?.fields[field.name]?.items ?? []).compactMap(EntryFile.init).map {
            EntryFormField.Option($0.digest, words.text(of: $0), isChosen: !kept.contains($0.digest))
        }
        let accept = types.compactMap(FileSort.init(mediaType:)).flatMap(\.endings).joined(separator: ",")
        return .files(options, accept: accept, isMany: field.most != nil)
    }

    private func choices(_ list: String, _ chosen: Set<String>, of field: FieldDeclaration) -> EntryFormField.Input {
        // A code that has ended may stay where it was given in its time.
        let codes = (words.codes[list]?.codes ?? []).filter { code in
            chosen.contains(code.code) || day.map(code.isInForce) ?? true
        }
        let options = codes.map {
            EntryFormField.Option($0.code, words.text($0.label), isChosen: chosen.contains($0.code))
        }
        if field.most != nil { return .checks(options) }
        let none = words.text(Bilingual("（不填）", "(none)"))
        return .select([EntryFormField.Option("", none, isChosen: chosen.isEmpty)] + options)
    }
}

extension FieldType {
    /// Whether a text of it may have several lines.
    fileprivate var hasLines: Bool {
        switch self {
        case .rich, .text(_, true, _, _): true
        default: false
        }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        let rest = drop(while: \.isWhitespace)
        return rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)]
    }
}
