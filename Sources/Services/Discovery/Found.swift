import Domain
import EntryIndex
import Index
import Query
import Text

/// What the engine found for a question, before the records are read.
struct Found: Sendable {
    let started: ContinuousClock.Instant
    let compiled: CompiledQuery
    private let notes: [CompileNote]
    private let likeNote: Bilingual?
    private let scoreNotes: [BoundNote]
    let hits: [Hit]
    /// By the hit's id; empty where none was asked for.
    let explanations: [String: Explanation]
    private let records: SearchResult
    private let samples: SearchResult
    private let listed: Int
    private let registers: [Register: RecordCount]
    private let next: Cursor?
    private let facets: [FacetCount]
    private let sequence: UInt64

    init(_ question: SearchQuestion, _ parsed: ParsedQuery, _ searcher: Searcher, _ options: Search.Options) throws {
        started = .now
        sequence = searcher.snapshot.sequence
        (compiled, likeNote) = try Self.compile(question, parsed, searcher, options)
        notes = try compiled.notes(in: searcher.snapshot)
        let control = SearchControl(deadline: started.advanced(by: options.deadline))
        let tree = compiled.tree
        let grouping = Self.grouping(question)
        func count(_ filter: QueryTree, _ facets: [Facet: Int], by column: String? = nil) throws -> SearchResult {
            let (labels, years) = Self.requests(facets)
            return try searcher.search(
                SearchRequest(
                    tree,
                    filter: filter,
                    limit: 0,
                    sort: .identifier,
                    collapse: column,
                    facets: labels + [Self.perRegister],
                    histograms: years
                ),
                control: control
            )
        }

        let filter = Self.filter(question)
        let limit = max(0, min(question.limit, options.maximumPage))
        let wanted = question.after == nil ? question.offset + limit : limit
        let page = try searcher.search(
            SearchRequest(
                tree,
                filter: filter,
                limit: limit == 0 ? 0 : wanted + 1,
                sort: Self.sort(question.order),
                after: question.after,
                collapse: grouping,
                // The totals of records and samples are counted below.
                needsTotal: false
            ),
            control: control
        )
        scoreNotes = page.notes
        let found = page.hits.dropFirst(question.after == nil ? question.offset : 0)
        hits = Array(found.prefix(limit))
        next = found.count > limit ? hits.last.map { Cursor(key: $0.key, id: $0.id) } : nil

        // Samples are counted apart from records, in the totals and in every facet.
        records = try count(.and([filter, Self.isSample(false)]), question.facets, by: grouping)
        samples = try count(.and([filter, Self.isSample(true)]), question.facets, by: grouping)
        // A family may have records and samples; it is shown once all the same.
        listed = page.groups ?? records.total + samples.total
        let everywhere = Self.filter(question, registersAlone: true)
        // Mostly nothing narrows the question, and the counts above tell the registers apart already.
        registers =
            everywhere == filter
            ? Self.registers(records, samples)
            : Self.registers(
                try count(.and([everywhere, Self.isSample(false)]), [:]),
                try count(.and([everywhere, Self.isSample(true)]), [:])
            )
        var facets = Self.facets(records, samples, question)
        for (facet, size) in question.facets where question.picked[facet]?.isEmpty == false {
            // Values of one facet are alternatives: its own list is counted as if nothing of it were picked.
            let open = Self.filter(question, without: facet)
            let own = Self.facets(
                try count(.and([open, Self.isSample(false)]), [facet: size]),
                try count(.and([open, Self.isSample(true)]), [facet: size]),
                question
            )
            facets = facets.map { count in count.facet == facet ? own.first ?? count : count }
        }
        self.facets = facets
        // Last, with what is left of the time.
        explanations =
            question.explainsScores
            ? try searcher.explain(
                SearchRequest(tree, filter: filter),
                ids: hits.filter { $0.score != nil }.map(\.id),
                control: control
            ) : [:]
    }

    /// The answer without its hits.
    func answer(_ parsed: ParsedQuery) -> SearchAnswer {
        let bounded = Set(scoreNotes + records.notes + samples.notes).map(\.message)
        return SearchAnswer(
            parsed: parsed,
            notes: parsed.notes.map(\.message) + notes.map(\.message) + [likeNote].compactMap(\.self) + bounded,
            records: records.total,
            samples: samples.total,
            families: records.groups.map { RecordCount(records: $0, samples: samples.groups ?? 0) },
            listed: listed,
            isExact: records.isExact && samples.isExact,
            hits: [],
            words: Dictionary(grouping: compiled.words, by: \.colour).sorted { $0.key < $1.key }.map {
                $0.value[0].text
            },
            next: next,
            facets: facets,
            registers: registers,
            sequence: sequence,
            behind: 0,
            elapsed: .zero
        )
    }

    /// The query of a question, its like text among it, and which words of that text are searched.
    static func compile(
        _ question: SearchQuestion,
        _ parsed: ParsedQuery,
        _ searcher: Searcher,
        _ options: Search.Options
    ) throws -> (compiled: CompiledQuery, note: Bilingual?) {
        var compiled = try QueryCompiler().compile(parsed.expression)
        guard let text = question.like else { return (compiled, nil) }
        let like = try LikeText(text, searcher, limit: options.tellingWords, colour: compiled.words.nextColour)
        compiled.tree = .and([compiled.tree, like.tree])
        compiled.words += like.words
        return (compiled, note(like))
    }

    private static func note(_ like: LikeText) -> Bilingual {
        let words = like.said.joined(separator: " ")
        if words.isEmpty { return Bilingual("文中的词没有一个出现在记录里", "No record has any word of the text.") }
        return Bilingual("按文中最能说明内容的词检索：\(words)", "Searched for the most telling words of the text: \(words)")
    }

    // MARK: Requests

    static func sort(_ order: SearchQuestion.Order) -> SortOrder {
        switch order {
        case .relevance: .relevance
        case .newest: .number(column: Column.date.rawValue, descending: true)
        case .oldest: .number(column: Column.date.rawValue, descending: false)
        case .filedLast: .number(column: Column.applicationDate.rawValue, descending: true)
        case .filedFirst: .number(column: Column.applicationDate.rawValue, descending: false)
        }
    }

    /// The column by which hits are brought together; nil for none.
    static func grouping(_ question: SearchQuestion) -> String? {
        question.groupsFamilies ? Column.family.rawValue : nil
    }

    /// Everything that narrows a question besides its words.
    static func filter(
        _ question: SearchQuestion,
        without facet: Facet? = nil,
        registersAlone: Bool = false
    ) -> QueryTree {
        var parts: [QueryTree] = []
        if !registersAlone {
            if let register = question.register {
                parts.append(QueryCompiler.label(register.rawValue, in: .register))
            }
            for (picked, values) in question.picked where picked != facet && !values.isEmpty {
                parts.append(picked.condition(values))
            }
            for (facet, values) in question.excluded where !values.isEmpty {
                parts.append(.not(facet.condition(values)))
            }
        }
        switch question.samples {
        case .included: break
        case .excluded: parts.append(isSample(false))
        case .only: parts.append(isSample(true))
        }
        return .and(parts)
    }

    static func isSample(_ isSample: Bool) -> QueryTree {
        QueryCompiler.label(isSample ? "yes" : "no", in: .sample)
    }

    private static func requests(_ facets: [Facet: Int]) -> ([FacetRequest], [HistogramRequest]) {
        let labels = ordered(facets).compactMap { facet, size in
            facet.column.map { FacetRequest(column: $0.rawValue, limit: facet.listed(size)) }
        }
        let years =
            facets[.year] == nil ? [] : [HistogramRequest(column: Column.applicationDate.rawValue, divisor: 10_000)]
        return (labels, years)
    }

    private static func ordered(_ facets: [Facet: Int]) -> [(Facet, Int)] {
        Facet.allCases.compactMap { facet in facets[facet].map { (facet, $0) } }
    }

    // MARK: Counts

    private static func facets(
        _ records: SearchResult,
        _ samples: SearchResult,
        _ question: SearchQuestion
    ) -> [FacetCount] {
        var counts: [FacetCount] = []
        for facet in Facet.allCases {
            let picked = Set(question.picked[facet] ?? [])
            let excluded = Set(question.excluded[facet] ?? [])
            if let column = facet.column?.rawValue {
                guard let mine = records.facets.first(where: { $0.column == column }) else { continue }
                let theirs = samples.facets.first { $0.column == column }
                let merged = merge(labels(mine.entries, facet), labels(theirs?.entries ?? [], facet), picked, excluded)
                let size = question.facets[facet] ?? merged.count
                let distinct = facet.listsPart ? 0 : max(mine.distinct, theirs?.distinct ?? 0)
                counts.append(
                    FacetCount(
                        facet: facet,
                        values: Array(merged.prefix(size)),
                        distinct: max(merged.count, distinct)
                    )
                )
            } else if let mine = records.histograms.first {
                let theirs = samples.histograms.first?.entries ?? []
                let merged = merge(
                    mine.entries.map { (String($0.bucket), $0.count) },
                    theirs.map { (String($0.bucket), $0.count) },
                    picked,
                    excluded
                )
                // Years stand newest first, whatever their counts.
                let sorted = merged.sorted { (Int($0.label) ?? 0) > (Int($1.label) ?? 0) }
                counts.append(FacetCount(facet: facet, values: sorted, distinct: sorted.count))
            }
        }
        return counts
    }

    private static func labels(_ entries: [FacetResult.Entry], _ facet: Facet) -> [(String, Int)] {
        entries.map { (String(decoding: $0.label, as: UTF8.self), $0.count) }.filter { facet.lists($0.0) }
    }

    /// Every count tells the registers apart.
    private static let perRegister = FacetRequest(
        column: Column.register.rawValue,
        limit: Register.allCases.count
    )

    private static func registers(_ records: SearchResult, _ samples: SearchResult) -> [Register: RecordCount] {
        var counts: [Register: RecordCount] = [:]
        for (result, place) in [(records, \RecordCount.records), (samples, \RecordCount.samples)] {
            for entry in result.facets.last?.entries ?? [] {
                guard let register = Register(rawValue: String(decoding: entry.label, as: UTF8.self)) else { continue }
                counts[register, default: RecordCount()][keyPath: place] = entry.count
            }
        }
        return counts
    }

    /// Both counts by label, most frequent first; records outweigh samples.
    private static func merge(
        _ records: [(String, Int)],
        _ samples: [(String, Int)],
        _ picked: Set<String>,
        _ excluded: Set<String>
    ) -> [FacetCount.Value] {
        var values: [String: FacetCount.Value] = [:]
        for (label, count) in records { values[label, default: .init(label)].records = count }
        for (label, count) in samples { values[label, default: .init(label)].samples = count }
        for label in picked { values[label, default: .init(label)].isPicked = true }
        for label in excluded { values[label, default: .init(label)].isExcluded = true }
        // What was picked or excluded stays in sight.
        return values.values.sorted {
            ($0.isPicked || $0.isExcluded ? 1 : 0, $0.records, $0.samples, $1.label) > (
                $1.isPicked || $1.isExcluded ? 1 : 0, $1.records, $1.samples, $0.label
            )
        }
    }
}
