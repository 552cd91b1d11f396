import Declarations
import Domain
import Registers

/// The list of a register that only some read, made from the store of what one reader may see: entries whose title has all the words,
/// counted and narrowed by state.
///
/// Totals and counts are exact and tell of nothing but what the reader may see, because nothing else is looked at.
/// **Cost** Every entry of the register is read for each page. Such registers are small; one of more than ``mostEntries`` has no list.
struct EntryScan: Sendable {
    /// What was found, in its order.
    struct Found: Sendable {
        var ids: [String] = []
        var samples = 0
        /// How many have which state, as if none were chosen.
        var states: [String: Int] = [:]
    }

    private struct Row {
        let id: String
        let title: String
        let time: Int64
    }

    private let question: ListEntries.Question
    private let register: RegisterDeclaration
    private let entries: RegisterEntries
    private let words: [String]
    private let states: Set<String>
    private let region: RegionCode?
    private let byTime: Bool
    private let isDescending: Bool

    /// The most entries that a list is made of.
    static let mostEntries = 200_000

    /// Checks a question.
    ///
    /// - Throws: `Failure.invalid` naming what cannot be asked, and what can.
    init(
        _ question: ListEntries.Question,
        of register: RegisterDeclaration,
        _ entries: RegisterEntries
    ) throws(Failure) {
        self.question = question
        self.register = register
        self.entries = entries
        try question.checkPage()
        words = question.text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        var states: Set<String> = []
        for (name, values) in question.filters where !values.isEmpty {
            guard name == Condition.state, !register.states.isEmpty else {
                throw .invalid(
                    field: name,
                    reason: "the register \(register.name) is read by some alone and is narrowed by words of titles"
                        + (register.states.isEmpty ? "" : " and by state")
                )
            }
            for value in values {
                guard register.state(value) != nil else {
                    let names = register.states.map(\.name).joined(separator: ", ")
                    throw .invalid(field: name, reason: "there is no state \(value); the states are \(names)")
                }
                states.insert(value)
            }
        }
        self.states = states
        if let text = question.region, !text.isEmpty {
            guard register.place.region != nil else {
                throw .invalid(field: "region", reason: "entries of the register \(register.name) have no region")
            }
            region = try RegionCode.asked(text)
        } else {
            region = nil
        }
        let sort = question.sort ?? ""
        isDescending = sort.hasPrefix("-")
        let name = isDescending ? String(sort.dropFirst()) : sort
        byTime = name == ListEntries.changed
        guard byTime || name.isEmpty || name == register.title else {
            throw .invalid(
                field: "sort",
                reason:
                    "entries are not sorted by \(name); write \(register.title) or \(ListEntries.changed), with - before "
                    + "it for the last first"
            )
        }
    }

    /// All that is found.
    ///
    /// - Throws: `Failure.unavailable` where the register is too large; what the store throws.
    func callAsFunction(_ reader: EntryReader) async throws -> Found {
        var found = Found()
        var rows: [Row] = []
        var seen = 0
        try await entries.forEach(of: register, reader) { view in
            seen += 1
            guard seen <= Self.mostEntries else {
                throw Failure.unavailable(
                    reason:
                        "the register \(register.name) has more than \(Self.mostEntries) entries and is read by some "
                        + "alone; such a register has no list, look its entries up by their identifiers"
                )
            }
            guard matches(view) else { return }
            if let state = view.content.state { found.states[state, default: 0] += 1 }
            guard states.isEmpty || view.content.state.map(states.contains) ?? false else { return }
            if view.content.sample == true { found.samples += 1 }
            rows.append(Row(id: view.id, title: view.title, time: view.time))
        }
        rows.sort { first, second in
            let (first, second) = isDescending ? (second, first) : (first, second)
            return byTime
                ? (first.time, first.id) < (second.time, second.id)
                : (first.title, first.id) < (second.title, second.id)
        }
        found.ids = rows.map(\.id)
        return found
    }

    /// A page with its counts.
    ///
    /// - Throws: `Failure.invalid` for a page beyond the last; as ``callAsFunction(_:)``.
    func page(_ reader: EntryReader) async throws -> ListEntries.Answer {
        let found = try await self(reader)
        let pages = max(1, question.size == 0 ? 1 : (found.ids.count + question.size - 1) / question.size)
        guard question.page <= pages else {
            throw Failure.invalid(field: "page", reason: "there is no page \(question.page); the last is \(pages)")
        }
        let ids = found.ids.dropFirst((question.page - 1) * question.size).prefix(question.size)
        let values = register.states.filter { found.states[$0.name] != nil || states.contains($0.name) }.map {
            (code: $0.name, label: $0.label, count: found.states[$0.name] ?? 0)
        }
        return ListEntries.Answer(
            register: register,
            records: found.ids.count - found.samples,
            samples: found.samples,
            entries: try await entries.show(Array(ids), reader),
            facets: register.states.isEmpty ? [] : [ListEntries.Facet(field: Condition.state, values: values)],
            sequence: UInt64(clamping: try await entries.sequence())
        )
    }

    private func matches(_ view: EntryView) -> Bool {
        if question.withoutSamples, view.content.sample == true { return false }
        if let region {
            let code = register.place.region.flatMap { view.content.fields[$0]?.text }.flatMap { RegionCode($0) }
            guard code?.levels.contains(region.digits) ?? false else { return false }
        }
        guard !words.isEmpty else { return true }
        let title = view.title.lowercased()
        return words.allSatisfy(title.contains)
    }
}
