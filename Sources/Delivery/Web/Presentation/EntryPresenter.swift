import Declarations
import Domain
import Links
import Pages
import Registers

/// Entries of declared registers in the words of a language.
struct EntryPresenter: Sendable {
    /// The code lists by their names.
    let codes: [String: CodeList]
    /// The holidays that opening hours follow; nil where none are published.
    let calendar: HolidayCalendar?
    /// What entries that others refer to are called, by their identifiers.
    let titles: [String: String]
    let language: PageLanguage
    /// The moment for what is open now, in microseconds UTC.
    let now: Int64

    /// The longest value of a difference that is shown whole; characters.
    static let longestChange = 1_000

    func text(_ words: Bilingual) -> String { words.text(in: language.rawValue) }

    func head(_ register: RegisterDeclaration) -> RegisterHead {
        RegisterHead(
            name: register.name,
            label: text(register.label),
            entry: text(register.entry),
            help: register.help.map(text),
            source: register.source,
            door: Door(register.door),
            isSample: register.isSample
        )
    }

    func title(_ view: EntryView) -> String {
        guard let field = view.register.field(view.register.title), let value = view.content.fields[field.name] else {
            return view.id
        }
        return text(value, of: field)
    }

    /// The state with the shape that says what it is in the course of an entry.
    func chip(_ name: String?, _ register: RegisterDeclaration) -> StateChip? {
        guard let state = name.flatMap(register.state) else { return nil }
        let shape: StateChip.Shape =
            switch register.standing(of: state.name) {
            case .begun: .open
            case .running: .live
            case .paused: .pause
            case .over: .gone
            }
        return StateChip(shape, text(state.label))
    }

    /// The facts of an entry, or of some of its fields.
    func facts(_ view: EntryView, of isShown: (FieldDeclaration) -> Bool = { _ in true }) -> [EntryFact] {
        view.fields.filter(isShown).compactMap { field in
            guard let value = view.content.fields[field.name] else { return nil }
            return EntryFact(
                label: text(field.label),
                values: value.items.map { item in file(item, of: view.id) ?? fact(item, of: field, in: view) },
                isPublic: view.register.readers(of: field) == .everyone
            )
        }
    }

    /// A file with the way to it; nil for what is none.
    private func file(_ value: FieldValue, of id: String) -> EntryFact.Value? {
        guard let file = EntryFile(value), let link = RegisterLink(file: file.digest, of: id, language: language) else {
            return nil
        }
        return .file(file.name, size: Self.size(of: file), .registers(link))
    }

    /// A file as one text.
    func text(of file: EntryFile) -> String { "\(file.name) (\(Self.size(of: file)))" }

    private static func size(of file: EntryFile) -> String {
        let sort = FileSort(mediaType: file.type)?.rawValue.uppercased() ?? file.type
        let size =
            file.bytes < 1_000
            ? "\(file.bytes) B" : file.bytes < 1_000_000 ? "\(file.bytes / 1_000) KB" : "\(file.bytes / 1_000_000) MB"
        return sort + ", " + size
    }

    func changes(_ differences: [FieldDifference], _ register: RegisterDeclaration) -> [ChangedField] {
        differences.map { difference in
            func said(_ value: FieldValue?) -> String? {
                value.map { Self.clipped(text($0, of: difference.field, in: register)) }
            }
            return ChangedField(
                label: label(of: difference.field, in: register),
                before: said(difference.before),
                after: said(difference.after)
            )
        }
    }

    /// The name of a field, or of the state; a field that the register no longer has keeps that of its file.
    func label(of name: String, in register: RegisterDeclaration) -> String {
        if name == Condition.state { return text(Bilingual("状态", "State")) }
        return register.field(name).map { text($0.label) } ?? name
    }

    /// A value as one text, several divided by line ends.
    func text(_ value: FieldValue, of name: String, in register: RegisterDeclaration) -> String {
        if name == Condition.state { return value.text.flatMap(register.state).map { text($0.label) } ?? "" }
        guard let field = register.field(name) else { return value.items.compactMap(\.text).joined(separator: "\n") }
        return text(value, of: field)
    }

    private func text(_ value: FieldValue, of field: FieldDeclaration) -> String {
        value.items.map { item in
            switch fact(item, of: field) {
            case .text(let text), .lines(let text), .rich(let text), .money(let text), .date(let text), .web(let text),
                .place(let text, _), .phone(let text, _):
                text
            case .number(let text, let unit): text + (unit.map { " " + $0 } ?? "")
            case .named(let text, let aside): text + (aside.map { " (\($0))" } ?? "")
            case .file(let name, let size, _): "\(name) (\(size))"
            case .hours, .period, .location: item.text ?? ValueText.text(of: item, field.type)
            }
        }.joined(separator: "\n")
    }

    /// One value of an entry: whether it is open says only one that is at work.
    func fact(_ value: FieldValue, of field: FieldDeclaration, in view: EntryView) -> EntryFact.Value {
        let fact = fact(value, of: field)
        guard case .hours(var hours) = fact, !view.register.isAtWork(view.content.state) else { return fact }
        hours.standing = chip(view.content.state, view.register).map { .idle($0) } ?? .shut
        return .hours(hours)
    }

    /// One value.
    private func fact(_ value: FieldValue, of field: FieldDeclaration) -> EntryFact.Value {
        let plain = value.text ?? ""
        switch field.type {
        case .text(_, let hasLines, _, _):
            if hasLines { return .lines(plain) }
            if plain.hasPrefix("http://") || plain.hasPrefix("https://") { return .web(plain) }
            return field.visit == .contact ? Self.phone(plain) ?? .text(plain) : .text(plain)
        case .rich: return .rich(plain)
        case .number(_, _, _, let unit): return .number(plain, unit: unit.map(text))
        case .money: return .money(plain)
        case .date: return .date(plain)
        case .period: return .period(from: value["from"], until: value["until"])
        case .choice(let list): return .text(codes[list]?[plain].map { text($0.label) } ?? plain)
        case .region: return .text(RegionCode(plain).map { text($0.words) } ?? plain)
        case .organisation: return .named(value["name"] ?? "", aside: value["code"])
        case .person: return .named(value["name"] ?? "", aside: value["duty"])
        case .right: return .place(plain, .search(SearchState(query: plain, language: language)))
        case .entry:
            // What the reader may not see keeps its identifier, which the entry that they see says.
            guard let title = titles[plain], let link = RegisterLink(entry: plain, language: language) else {
                return .text(plain)
            }
            return .place(title, .registers(link))
        case .file: return .named(value["name"] ?? "", aside: EntryFile(value).map(Self.size))
        case .location: return .location(latitude: value["latitude"] ?? "", longitude: value["longitude"] ?? "")
        case .address: return .named(value["text"] ?? "", aside: value["postcode"])
        case .hours: return OpeningHours(plain).map { .hours(hours($0)) } ?? .text(plain)
        }
    }

    private func hours(_ hours: OpeningHours) -> EntryHours {
        func span(_ span: OpeningHours.Span) -> EntryHours.Span {
            EntryHours.Span(from: OpeningHours.clock(span.from), until: OpeningHours.clock(span.until))
        }
        var (standing, isSure) = (EntryHours.Standing.shut, false)
        if let today = PartialDate(inChinaAt: now) {
            let found = hours.state(on: today, at: OpeningHours.clock(inChinaAt: now).minute, calendar: calendar)
            isSure = found.isSure
            switch found.state {
            case .open(let until): standing = .open(until: OpeningHours.clock(until))
            case .closed(let day, let time):
                standing = .closed(
                    days: CivilDay.days(from: today, to: day) ?? 0,
                    weekday: CivilDay.weekday(of: day) ?? 0,
                    date: day.description,
                    at: OpeningHours.clock(time)
                )
            case .closedForLong: standing = .shut
            case .unsaid: standing = .unsaid
            }
        }
        return EntryHours(
            week: hours.week.map { $0.map(span) },
            holidays: hours.holidays.map { $0.map(span) },
            standing: standing,
            isSure: isSure
        )
    }

    private static func clipped(_ text: String) -> String {
        text.count <= longestChange ? text : text.prefix(longestChange) + "…"
    }
}

extension Door {
    /// The door at which a declaration puts a register.
    init(_ door: RegisterDeclaration.Door) {
        self =
            switch door {
            case .apply: .apply
            case .ask: .ask
            case .data: .data
            case .network: .network
            case .learn: .learn
            case .figures: .figures
            }
    }
}

extension EntryContent {
    /// The identifiers of the entries that the values of some fields refer to.
    func references(_ fields: [FieldDeclaration]) -> Set<String> {
        fields.reduce(into: []) { ids, field in
            guard case .entry = field.type, let value = self.fields[field.name] else { return }
            ids.formUnion(value.items.compactMap(\.text))
        }
    }
}

extension [FieldDifference] {
    /// The identifiers of the entries that their values refer to.
    func references(in register: RegisterDeclaration) -> Set<String> {
        reduce(into: []) { ids, difference in
            guard case .entry? = register.field(difference.field)?.type else { return }
            for value in [difference.before, difference.after].compactMap(\.self) {
                ids.formUnion(value.items.compactMap(\.text))
            }
        }
    }
}
