import Domain
import EntryIndex
import Index
import Query
import Text

/// The hits of a question, before the records are read, and what was counted of all of them.
struct Found: Sendable {
    let asked: CompiledQuestion
    let hits: [Hit]
    /// By the hit's id; empty where none was asked for.
    let explanations: [String: Explanation]
    private let counted: Counted
    private let next: Cursor?
    /// Families among all hits, where they are brought together.
    private let groups: Int?

    init(_ asked: CompiledQuestion, _ options: Search.Options) throws {
        self.asked = asked
        let (question, tree) = (asked.question, asked.compiled.tree)
        let limit = max(0, min(question.limit, options.maximumPage))
        let wanted = question.after == nil ? question.offset + limit : limit
        var request = SearchRequest(
            tree,
            filter: Self.filter(question),
            limit: limit == 0 ? 0 : wanted + 1,
            sort: Self.sort(question.order),
            after: question.after,
            collapse: Self.grouping(question)
        )
        Counted.ask(question.facets, of: &request)
        let result = try asked.searcher.search(request, control: asked.control)
        groups = result.groups
        let found = result.hits.dropFirst(question.after == nil ? question.offset : 0)
        hits = Array(found.prefix(limit))
        next = found.count > limit ? hits.last.map { Cursor(key: $0.key, id: $0.id) } : nil
        counted = try Counted(asked, result)
        // Last, with what is left of the time.
        explanations =
            question.explainsScores
            ? try asked.searcher.explain(
                SearchRequest(tree, filter: request.filter),
                ids: hits.filter { $0.score != nil }.map(\.id),
                control: asked.control
            ) : [:]
    }

    /// The answer without its hits.
    func answer(_ parsed: ParsedQuery) -> SearchAnswer {
        let (records, samples) = (counted.records, counted.samples)
        return SearchAnswer(
            parsed: parsed,
            notes: parsed.notes.map(\.message) + asked.notes + Set(counted.notes).map(\.message),
            records: records.total,
            samples: samples.total,
            families: records.groups.map { RecordCount(records: $0, samples: samples.groups ?? 0) },
            // A family may have records and samples; it is shown once all the same.
            listed: groups ?? records.total + samples.total,
            isExact: counted.isExact,
            hits: [],
            words: Dictionary(grouping: asked.compiled.words, by: \.colour).sorted { $0.key < $1.key }.map {
                $0.value[0].text
            },
            next: next,
            facets: counted.facets,
            registers: counted.registers,
            sequence: asked.searcher.snapshot.sequence,
            behind: 0,
            elapsed: .zero
        )
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
}
