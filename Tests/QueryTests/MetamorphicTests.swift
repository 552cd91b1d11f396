import Index
import Query
import Testing

/// Answers that must agree with each other, whatever the documents.
struct MetamorphicTests {
    @Test(arguments: UInt64(11)...14)
    func `answers obey the laws of sets`(seed: UInt64) throws {
        var corpus = try RandomCorpus(seed: seed)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        func ids(_ query: QueryTree) throws -> Set<String> {
            let list = try searcher.matches(SearchRequest(query))
            return Set(try list.identifiers(0..<list.count))
        }
        let everything = Set(fixture.documents.keys)
        for number in 0..<60 {
            let one = corpus.query(depth: 2)
            let other = corpus.query(depth: 2)
            let (left, right) = (try ids(one), try ids(other))
            let place = "seed \(seed) pair \(number): \(one) | \(other)"
            #expect(try ids(.and([one, other])) == left.intersection(right), "\(place)")
            #expect(try ids(.or([one, other])) == left.union(right), "\(place)")
            #expect(try ids(.xor(one, other)) == left.symmetricDifference(right), "\(place)")
            #expect(try ids(.not(one)) == everything.subtracting(left), "\(place)")
            #expect(try ids(.not(.not(one))) == left, "\(place)")
            #expect(try ids(.not(.and([one, other]))) == ids(.or([.not(one), .not(other)])), "\(place)")
            #expect(try ids(.not(.or([one, other]))) == ids(.and([.not(one), .not(other)])), "\(place)")
        }
    }

    @Test func `a total is the sum over a partition`() throws {
        var corpus = try RandomCorpus(seed: 21)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        for _ in 0..<100 {
            let query = corpus.query(depth: 2)
            let result = try searcher.search(
                SearchRequest(query, limit: 0, facets: [FacetRequest(column: "kind", limit: 10)])
            )
            var sum = 0
            for kind in RandomCorpus.kinds {
                let part = QueryTree.ordinals(column: "kind", .exact([Array(kind.utf8)]))
                let total = try searcher.count(.and([query, part])).total
                sum += total
                let facet = result.facets[0].entries.first { $0.label == Array(kind.utf8) }
                #expect(facet?.count ?? 0 == total, "\(query)")
            }
            #expect(result.total == sum, "\(query)")
        }
    }

    @Test func `cells are totals of conjunctions and add up to their row`() throws {
        var corpus = try RandomCorpus(seed: 23)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        let (classes, years) = (MatrixTests.labels("class"), MatrixTests.numbers("date", divisor: 10_000))
        for _ in 0..<30 {
            let query = corpus.query(depth: 2)
            let matrix = try MatrixTests.matrix(searcher, query, classes, years)
            let turned = try MatrixTests.matrix(searcher, query, years, classes)
            guard case .labels(let rows) = matrix.rows, case .numbers(let columns) = matrix.columns else {
                Issue.record("\(matrix)")
                continue
            }
            #expect(turned.rows == matrix.columns && turned.columns == matrix.rows)
            for (row, entry) in rows.entries.enumerated() {
                let labelled = QueryTree.and([query, .ordinals(column: "class", .exact([entry.label]))])
                var sum = try searcher.count(.and([labelled, .not(.hasNumber(column: "date"))])).total
                for (column, year) in columns.entries.enumerated() {
                    let days = (year.bucket * 10_000)...(year.bucket * 10_000 + 9_999)
                    let total = try searcher.count(.and([labelled, .numbers(column: "date", days)])).total
                    #expect(matrix[row, column] == total, "\(query)")
                    #expect(turned[column, row] == total, "\(query)")
                    sum += matrix[row, column]
                }
                #expect(sum == entry.count, "\(query)")
            }
        }
    }

    @Test func `a filter narrows like a conjunction and leaves scores alone`() throws {
        var corpus = try RandomCorpus(seed: 22)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        for _ in 0..<60 {
            let query = QueryTree.or([.term(Array("a".utf8), fields: .all), corpus.query(depth: 1)])
            let filter = corpus.query(depth: 1)
            let filtered = try searcher.search(SearchRequest(query, filter: filter, limit: 1_000))
            #expect(filtered.total == (try searcher.count(.and([query, filter])).total))
            let whole = try searcher.search(SearchRequest(query, limit: 1_000))
            let keys = Dictionary(uniqueKeysWithValues: whole.hits.map { ($0.id, $0.key) })
            for hit in filtered.hits { #expect(keys[hit.id] == hit.key, "\(query) \(filter)") }
        }
    }
}
