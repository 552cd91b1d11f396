import Index
import Query

/// One query, and what is wanted of its hits.
struct Question {
    /// What is wanted.
    enum Task: String {
        case count, top, total, date, facets
    }

    private let form: any Form
    private let task: Task
    private let tree: @Sendable () throws -> QueryTree

    /// Reads a payload.
    init(_ form: any Form, _ set: QuerySet, _ task: Task, _ payload: String) throws {
        self.form = form
        self.task = task
        tree = try form.query(set, payload)
    }

    /// The answer: the total, and the check of answer.h.
    func ask(_ searcher: Searcher) throws -> (total: Int, check: Int64) {
        let tree = try tree()
        // As the product does; a total that was not found in time is -1.
        let control = SearchControl(deadline: ContinuousClock.now + .seconds(10))
        if task == .count {
            let count = try searcher.count(tree, control: control)
            return (count.isExact ? count.total : -1, 0)
        }
        var request = SearchRequest(tree, needsTotal: task != .top)
        if task == .date || task == .facets {
            request.limit = 50
            request.sort = .number(column: form.publicationColumn, descending: true)
        }
        if task == .facets {
            request.facets = form.topColumns.map { FacetRequest(column: $0, limit: 20) }
            // As many as the product asks for.
            request.facets.append(FacetRequest(column: form.provinceColumn, limit: 1_000))
            request.histograms = [HistogramRequest(column: form.applicationColumn, divisor: 10_000)]
        }
        let result = try searcher.search(request, control: control)
        return (result.isExact ? result.total : -1, check(result))
    }

    private func check(_ result: SearchResult) -> Int64 {
        var sum: Int64 = 0
        for hit in result.hits {
            if case .number(let date) = hit.key { sum += date }
        }
        for facet in result.facets {
            let isProvince = facet.column == form.provinceColumn
            for entry in facet.entries { sum += Int64(entry.count) * (isProvince ? form.province(entry.label) : 1) }
        }
        for year in result.histograms.flatMap(\.entries) { sum += year.bucket * Int64(year.count) }
        return sum
    }
}
