import Declarations
import Domain
import EntryIndex
import Query

/// A question to the index of registers, checked against declaration and plan; it computes, so that it belongs on a thread of
/// ``SearchPool``.
struct EntrySearch: Sendable {
    /// Something by which the entries of a register are counted and narrowed.
    struct Facet: Sendable {
        /// The field; nil for states.
        let field: FieldDeclaration?
        /// The column of its values.
        let column: String
        /// The codes that were chosen of it.
        var chosen: [String] = []

        var name: String { field?.name ?? Condition.state }
        var isRegion: Bool { if case .region = field?.type { true } else { false } }
        var isEntry: Bool { if case .entry = field?.type { true } else { false } }
    }

    /// The counts of a facet.
    struct Counted: Sendable {
        let facet: Facet
        let values: [(code: String, count: Int)]
    }

    /// A page and its counts.
    struct Found: Sendable {
        let ids: [String]
        let total: Int
        let samples: Int
        let facets: [Counted]
    }

    let register: RegisterDeclaration
    let codes: [String: CodeList]
    let searcher: Searcher
    private(set) var facets: [Facet]
    private let words: QueryTree
    /// What narrows the question besides its facets.
    private var others: [QueryTree]
    private let order: SortOrder
    private let page: Int
    private let size: Int

    /// Up to this hit the first ones are kept in one pass; behind it all are put in order.
    private static let nearest = 1_000
    /// More values than a code list or the divisions of the country have.
    private static let allValues = 10_000

    /// Checks a question.
    ///
    /// - Throws: `Failure.invalid` naming what cannot be asked, and what can.
    init(
        _ question: ListEntries.Question,
        register: RegisterDeclaration,
        plan: RegisterPlan,
        codes: [String: CodeList],
        searcher: Searcher
    ) throws(Failure) {
        self.register = register
        self.codes = codes
        self.searcher = searcher
        try question.checkPage()
        page = question.page
        size = question.size
        words = try RegisterWords.tree(question.text)
        order = try Self.order(question, register, plan)
        var facets = Self.facets(of: register, plan)
        for (name, values) in question.filters.sorted(by: { $0.key < $1.key }) where !values.isEmpty {
            guard let place = facets.firstIndex(where: { $0.name == name }) else {
                let known = facets.map(\.name)
                throw .invalid(
                    field: name,
                    reason: "the register \(register.name) is not counted by it; "
                        + (known.isEmpty ? "it has no facets" : "its facets are \(known.joined(separator: ", "))")
                )
            }
            facets[place].chosen = try Self.known(values, of: facets[place], register, codes)
        }
        var others: [QueryTree] = [Self.label(register.name, in: RegisterSchema.register)]
        if let text = question.region, !text.isEmpty {
            guard plan.region != nil else {
                throw .invalid(field: "region", reason: "entries of the register \(register.name) have no region")
            }
            let region = try RegionCode.asked(text).digits
            if let place = facets.firstIndex(where: { $0.column == RegisterSchema.region }),
                facets[place].chosen.isEmpty
            {
                facets[place].chosen = [region]
            } else {
                others.append(Self.label(region, in: RegisterSchema.region))
            }
        }
        if question.withoutSamples { others.append(Self.label("no", in: RegisterSchema.sample)) }
        self.others = others
        self.facets = facets
    }

    /// The same question asked of fewer entries.
    ///
    /// - Parameters:
    ///   - trees: what must hold besides.
    ///   - isCounted: by which facets the hits are counted; nil by all. What was chosen narrows in any case.
    /// - Returns: the narrower question.
    func narrowed(_ trees: [QueryTree], countedBy isCounted: ((Facet) -> Bool)? = nil) -> EntrySearch {
        var search = self
        search.others += trees
        if let isCounted {
            for facet in facets where !isCounted(facet) && !facet.chosen.isEmpty {
                search.others.append(Self.tree(facet))
            }
            search.facets = facets.filter(isCounted)
        }
        return search
    }

    // MARK: Searching

    /// The page and the counts of all hits.
    ///
    /// - Throws: `Failure.invalid` for a page beyond the last; `SearchFailure`.
    func found() throws -> Found {
        let end = page.multipliedReportingOverflow(by: size)
        let isNear = !end.overflow && end.partialValue <= Self.nearest
        var request = request(limit: isNear ? end.partialValue : 0)
        request.facets = facets.map(Self.count) + [FacetRequest(column: RegisterSchema.sample)]
        let result = try searcher.search(request)
        let pages = max(1, size == 0 ? 1 : (result.total + size - 1) / size)
        guard page <= pages else {
            throw Failure.invalid(field: "page", reason: "there is no page \(page); the last is \(pages)")
        }
        let start = (page - 1) * size
        let ids =
            isNear
            ? result.hits.dropFirst(start).map(\.id)
            : try matches(within: start..<start + size).identifiers(start..<start + size)
        var counts: [Counted] = []
        for (facet, counted) in zip(facets, result.facets) {
            counts.append(Counted(facet: facet, values: try values(of: facet, counted)))
        }
        let samples = result.facets.last?.entries.first { $0.label == Array("yes".utf8) }
        return Found(ids: ids, total: result.total, samples: samples?.count ?? 0, facets: counts)
    }

    /// How many there are.
    ///
    /// - Throws: `SearchFailure`.
    func count() throws(SearchFailure) -> Int {
        try searcher.search(request(limit: 0)).total
    }

    /// The most frequent labels of a column, at most ``allValues``.
    ///
    /// - Throws: `SearchFailure`.
    func labels(of column: String) throws(SearchFailure) -> [[UInt8]] {
        var request = request(limit: 0)
        request.facets = [FacetRequest(column: column, limit: Self.allValues)]
        return try searcher.search(request).facets.first?.entries.map(\.label) ?? []
    }

    /// All hits, those of a range in order.
    ///
    /// - Throws: `SearchFailure`.
    func matches(within range: Range<Int> = 0..<Int.max) throws(SearchFailure) -> MatchList {
        try searcher.matches(request(limit: 0), within: range)
    }

    private func request(limit: Int, without facet: String? = nil) -> SearchRequest {
        let chosen = facets.filter { !$0.chosen.isEmpty && $0.name != facet }.map(Self.tree)
        return SearchRequest(words, filter: .and(others + chosen), limit: limit, sort: order)
    }

    /// The entries that have one of the chosen values of a facet.
    private static func tree(_ facet: Facet) -> QueryTree {
        .ordinals(column: facet.column, .exact(facet.chosen.map { Array($0.utf8) }))
    }

    private static func count(_ facet: Facet) -> FacetRequest {
        FacetRequest(column: facet.column, limit: facet.isEntry ? ListEntries.mostEntries : allValues)
    }

    /// The values of a facet to list; where some are chosen, counted by a search of their own.
    private func values(of facet: Facet, _ counted: FacetResult) throws -> [(code: String, count: Int)] {
        var counted = counted
        if !facet.chosen.isEmpty {
            var request = request(limit: 0, without: facet.name)
            request.facets = [Self.count(facet)]
            counted = try searcher.search(request).facets.first ?? counted
        }
        var values = counted.entries.map { (code: String(decoding: $0.label, as: UTF8.self), count: $0.count) }
        // What was chosen stays in sight.
        for code in facet.chosen where !values.contains(where: { $0.code == code }) { values.append((code, 0)) }
        return sorted(facet.isRegion ? Self.listed(values, chosen: facet.chosen) : values, facet)
    }

    private func sorted(_ values: [(code: String, count: Int)], _ facet: Facet) -> [(code: String, count: Int)] {
        let order: [String]
        switch facet.field?.type {
        case nil: order = register.states.map(\.name)
        case .choice(let list): order = codes[list]?.codes.map(\.code) ?? []
        case .region: return values.sorted { $0.code < $1.code }
        default: return values
        }
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        return values.sorted { first, second in
            (places[first.code] ?? .max, first.code) < (places[second.code] ?? .max, second.code)
        }
    }

    /// Provinces, chosen divisions with those above them, and what lies directly below these.
    private static func listed(_ values: [(code: String, count: Int)], chosen: [String]) -> [(code: String, count: Int)]
    {
        let open = Set(chosen.flatMap { RegionCode($0)?.levels ?? [] })
        return values.filter { value in
            guard let region = RegionCode(value.code), let above = region.above else { return true }
            return open.contains(value.code) || open.contains(above.digits)
        }
    }

    // MARK: Names

    /// What people call a value of a facet that is no entry.
    func label(of code: String, _ facet: Facet) -> Bilingual {
        switch facet.field?.type {
        case nil: register.state(code)?.label ?? Bilingual(code, code)
        case .choice(let list): codes[list]?[code]?.label ?? Bilingual(code, code)
        case .region: RegionCode(code)?.words ?? Bilingual(code, code)
        default: Bilingual(code, code)
        }
    }

    /// States, and the fields by which the register is counted, as far as the index has them.
    private static func facets(of register: RegisterDeclaration, _ plan: RegisterPlan) -> [Facet] {
        let states = register.states.isEmpty ? [] : [Facet(field: nil, column: RegisterSchema.state)]
        return states
            + register.openFields.compactMap { field in
                guard field.uses.contains(.facet), let column = plan.facets[field.name] else { return nil }
                return Facet(field: field, column: column)
            }
    }

    /// The codes that a filter names, in the form in which they are indexed.
    private static func known(
        _ values: [String],
        of facet: Facet,
        _ register: RegisterDeclaration,
        _ codes: [String: CodeList]
    ) throws(Failure) -> [String] {
        var known: [String] = []
        for value in values {
            switch facet.field?.type {
            case nil:
                guard register.state(value) != nil else {
                    let names = register.states.map(\.name).joined(separator: ", ")
                    throw .invalid(field: facet.name, reason: "there is no state \(value); the states are \(names)")
                }
                known.append(value)
            case .choice(let list):
                guard let code = codes[list]?[value] else {
                    throw .invalid(field: facet.name, reason: "\(value) is no code of the list \(list)")
                }
                known.append(code.code)
            case .region: known.append(try RegionCode.asked(value, field: facet.name).digits)
            default: known.append(value)
            }
        }
        return known
    }

    private static func order(
        _ question: ListEntries.Question,
        _ register: RegisterDeclaration,
        _ plan: RegisterPlan
    ) throws(Failure) -> SortOrder {
        guard let sort = question.sort, !sort.isEmpty else {
            let isOfWords = !question.text.allSatisfy(\.isWhitespace)
            return isOfWords ? .relevance : .label(column: RegisterSchema.title, descending: false)
        }
        let isDescending = sort.hasPrefix("-")
        let name = isDescending ? String(sort.dropFirst()) : sort
        if name == ListEntries.changed { return .number(column: RegisterSchema.time, descending: isDescending) }
        let sortable = register.openFields.filter { $0.uses.contains(.sort) || $0.name == register.title }.map(\.name)
        guard sortable.contains(name), let column = plan.sorts[name] else {
            let names = (sortable + [ListEntries.changed]).joined(separator: ", ")
            throw .invalid(
                field: "sort",
                reason: "entries are not sorted by \(name); write one of \(names), with - before it for the last first"
            )
        }
        return RegisterSchema.isNumber(column)
            ? .number(column: column, descending: isDescending) : .label(column: column, descending: isDescending)
    }

    private static func label(_ label: String, in column: String) -> QueryTree {
        .ordinals(column: column, .exact([Array(label.utf8)]))
    }
}
