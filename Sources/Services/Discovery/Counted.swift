import Domain
import EntryIndex
import Query

/// The totals and facets of a question, samples apart from records.
struct Counted: Sendable {
    let records: SearchResult.Counts
    let samples: SearchResult.Counts
    let registers: [Register: RecordCount]
    let facets: [FacetCount]
    /// What was bounded in counting.
    let notes: [BoundNote]
    /// Whether everything was counted.
    let isExact: Bool

    /// Completes the counts of a question's hits, which ``ask(_:of:)`` asked for, with those that need a pass of their own.
    init(_ asked: CompiledQuestion, _ found: SearchResult) throws {
        let question = asked.question
        var results = [found]
        func count(_ filter: QueryTree, _ facets: [Facet: Int]) throws -> SearchResult {
            var request = SearchRequest(asked.compiled.tree, filter: filter, limit: 0, sort: .identifier)
            Self.ask(facets, of: &request)
            let result = try asked.searcher.search(request, control: asked.control)
            results.append(result)
            return result
        }

        (records, samples) = found.sides
        let everywhere = Found.filter(question, registersAlone: true)
        // Mostly nothing narrows the question, and the counts of its hits tell the registers apart already.
        registers = Self.registers(everywhere == Found.filter(question) ? found : try count(everywhere, [:]))
        var facets = Self.facets(found, question)
        for (facet, size) in question.facets where question.picked[facet]?.isEmpty == false {
            // Values of one facet are alternatives: its own list is counted as if nothing of it were picked.
            let own = Self.facets(try count(Found.filter(question, without: facet), [facet: size]), question)
            facets = facets.map { count in count.facet == facet ? own.first ?? count : count }
        }
        self.facets = facets
        notes = results.flatMap(\.notes)
        isExact = results.allSatisfy(\.isExact)
    }

    /// Has a search count what a question asks for.
    static func ask(_ facets: [Facet: Int], of request: inout SearchRequest) {
        request = request.withSamplesApart
        (request.facets, request.histograms) = requests(facets)
        request.facets.append(perRegister)
    }

    // MARK: Requests

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

    private static func facets(_ result: SearchResult, _ question: SearchQuestion) -> [FacetCount] {
        let (records, samples) = result.sides
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

    private static func registers(_ result: SearchResult) -> [Register: RecordCount] {
        let (records, samples) = result.sides
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
