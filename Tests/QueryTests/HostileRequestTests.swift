import Index
import Query
import Testing

/// Requests with values at the ends of their types: an answer or a failure, never a stop of the process.
struct HostileRequestTests {
    private func searcher(_ change: (inout SearchOptions) -> Void = { _ in }) throws -> Searcher {
        var corpus = try RandomCorpus(seed: 5)
        let fixture = try IndexFixture()
        var options = SearchOptions()
        change(&options)
        return Searcher(try RandomQueryTests.build(fixture, &corpus), options: options)
    }

    @Test(arguments: [Int.min, -1, 0, 1, 65, Int.max])
    func `any limit can be set`(limit: Int) throws {
        let plain = try searcher()
        let odd = try searcher { options in
            options.windowLength = limit
            options.maximumBuckets = limit
            options.maximumExpansion = limit
            options.maximumScan = limit
            options.maximumScoredForms = limit
            options.maximumSpans = limit
            options.maximumLimit = limit
            options.maximumCells = limit
        }
        let query = QueryTree.and([.expand(.prefix([0x61]), fields: .all), .term([0x62], fields: .all)])
        #expect(try odd.count(.has(column: "class")).total == plain.count(.has(column: "class")).total)
        _ = try odd.count(query)
        let near = SpanTree.near(.word([0x61]), .word([0x62]), distance: .max, ordered: false)
        _ = try odd.count(.spans(near, fields: .all))
        let request = SearchRequest(
            query,
            limit: min(limit, 10),
            facets: [FacetRequest(column: "class", limit: limit)],
            histograms: [HistogramRequest(column: "date")],
            matrices: [
                MatrixRequest(rows: MatrixTests.labels("class", limit: limit), columns: MatrixTests.numbers("date"))
            ]
        )
        if limit < 10 { _ = try? odd.search(request) } else { _ = try odd.search(request) }
    }

    @Test(arguments: [Int.min, -1, 0, 1_000_000])
    func `any number of hits and labels can be asked for`(limit: Int) throws {
        let searcher = try searcher()
        for level in [nil, Int.min, -1, 0, 3, Int.max] {
            let facet = FacetRequest(column: "class", limit: limit, grouping: level.map { .first($0) } ?? .whole)
            for sort in [SortOrder.relevance, .identifier, .number(column: "size", descending: false)] {
                let request = SearchRequest(.all, limit: limit, sort: sort, facets: [facet])
                #expect(try searcher.search(request).total == searcher.snapshot.documentCount)
            }
        }
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
    func `any divisor can be asked for`(divisor: Int64) throws {
        var histogram = HistogramRequest(column: "size")
        histogram.divisor = divisor
        let result = try searcher().search(SearchRequest(.all, histograms: [histogram]))
        #expect(result.histograms[0].entries.reduce(result.histograms[0].missing) { $0 + $1.count } == result.total)
    }

    @Test(arguments: [Int.min, -1, 0, 1_000, 1_001, Int.max])
    func `any number of cells can be asked for`(limit: Int) throws {
        let searcher = try searcher { options in options.maximumLimit = .max }
        for level in [nil, Int.min, 0, 3, Int.max] {
            let side = MatrixTests.labels("class", limit: limit, level: level)
            let request = SearchRequest(.all, matrices: [MatrixRequest(rows: side, columns: side)])
            if limit > 1_000 {
                let asked = limit == .max ? limit : limit * limit
                #expect(throws: SearchFailure.limitTooLarge(asked: asked, maximum: 1_000_000)) {
                    try searcher.search(request)
                }
                continue
            }
            let matrix = try #require(try searcher.search(request).matrices.first)
            guard case .labels(let facet) = matrix.rows else {
                Issue.record("\(matrix)")
                continue
            }
            #expect(matrix.columns == matrix.rows)
            #expect(matrix.counts.isEmpty == (limit <= 0))
            for row in facet.entries.indices { #expect(matrix[row, row] == facet.entries[row].count) }
        }
    }

    @Test(arguments: [Int64.min, 0, 1, 13, Int64.max])
    func `any divisor can stand along a side`(divisor: Int64) throws {
        let searcher = try searcher()
        var histogram = HistogramRequest(column: "size")
        histogram.divisor = divisor
        let matrix = try MatrixTests.matrix(searcher, .all, .numbers(histogram), .numbers(histogram))
        let alone = try searcher.search(SearchRequest(.all, histograms: [histogram])).histograms[0]
        #expect(matrix.rows == .numbers(alone))
        for row in alone.entries.indices {
            for column in alone.entries.indices {
                #expect(matrix[row, column] == (row == column ? alone.entries[row].count : 0))
            }
        }
    }

    @Test func `any distance, offset, width and repetition can be asked for`() throws {
        let searcher = try searcher()
        let a = SpanTree.word(.terms([[0x61]]), width: .max)
        let far = [Slot(offset: .max, term: [0x61], width: .max), Slot(offset: 0, term: [0x62])]
        for distance in [Int.min, -1, 0, Int.max] {
            let near = SpanTree.near(a, .anyOf([a, .phrase(far)]), distance: distance, ordered: false)
            for tree in [near, .starts(near), .sameSentence(near, a), .sameParagraph(a, near), .phrase(far)] {
                _ = try searcher.count(.spans(tree, fields: .all))
                for bound in [Int.min, 0, Int.max] {
                    _ = try searcher.count(.frequency(tree, fields: .all, .greater, bound))
                }
            }
        }
        let pattern = Pattern([.any(maximum: .max), .any(maximum: .max), .bytes([0x61]), .any(maximum: .min), .one])
        _ = try searcher.count(.expand(pattern, fields: .all))
    }

    @Test func `any boost, weight and constant can be asked for`() throws {
        let searcher = try searcher()
        for value in [Double.nan, .infinity, -.infinity, -1, 0, .greatestFiniteMagnitude] {
            let tree = QueryTree.boost(
                .boost(.or([.term([0x61], fields: .all), .term([0x62], fields: .all)]), value),
                value
            )
            for scoring in [
                Scoring(weights: [value]), Scoring(saturation: value), Scoring(lengthNormalisation: value),
            ] {
                let result = try searcher.search(SearchRequest(tree, scoring: scoring))
                #expect(result.hits.count == min(10, result.total))
                if let next = result.next {
                    _ = try searcher.search(SearchRequest(tree, after: next, scoring: scoring))
                }
            }
        }
    }

    @Test func `any cursor can be sent`() throws {
        let searcher = try searcher()
        for key in [SortKey.number(.min), .number(.max), .missing] {
            for descending in [true, false] {
                let sort = SortOrder.number(column: "size", descending: descending)
                _ = try searcher.search(SearchRequest(.all, sort: sort, after: Cursor(key: key, id: "")))
            }
        }
        for score in [Double.nan, -.infinity, -0.0, .infinity] {
            let request = SearchRequest(
                .term([0x61], fields: .all),
                after: Cursor(key: .score(score), id: "\u{10FFFF}")
            )
            _ = try searcher.search(request)
        }
    }

    @Test func `deep and wide trees are answered`() throws {
        let searcher = try searcher()
        let one = QueryTree.term([0x61], fields: .all)
        var deep = one
        for level in 0..<400 { deep = level % 2 == 0 ? .not(.and([deep, .has(column: "kind")])) : .or([deep, one]) }
        _ = try searcher.count(deep)
        let wide = (0..<5_000).map { QueryTree.and([one, .term(Array("w\($0)".utf8), fields: .all)]) }
        _ = try searcher.count(.or(wide))
    }
}
