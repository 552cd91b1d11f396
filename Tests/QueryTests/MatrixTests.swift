import Index
import Query
import Testing

/// How many hits have each pair of values.
struct MatrixTests {
    typealias Axis = MatrixRequest.Axis

    static func labels(_ column: String, limit: Int = 10, prefix: String = "", level: Int? = nil) -> Axis {
        labels(column, limit: limit, prefix: prefix, grouping: level.map { .first($0) } ?? .whole)
    }

    static func labels(_ column: String, limit: Int = 10, prefix: String = "", grouping: LabelGrouping) -> Axis {
        .labels(FacetRequest(column: column, limit: limit, prefix: CountingTests.bytes(prefix), grouping: grouping))
    }

    static func numbers(_ column: String, divisor: Int64 = 1) -> Axis {
        .numbers(HistogramRequest(column: column, divisor: divisor))
    }

    static func matrix(_ searcher: Searcher, _ query: QueryTree, _ rows: Axis, _ columns: Axis) throws -> MatrixResult {
        let request = SearchRequest(query, limit: 0, matrices: [MatrixRequest(rows: rows, columns: columns)])
        return try #require(try searcher.search(request).matrices.first)
    }

    /// What stands along a side, with its counts.
    private static func written(_ side: MatrixResult.Axis) -> [String] {
        switch side {
        case .labels(let facet): facet.entries.map { "\(String(decoding: $0.label, as: UTF8.self)) \($0.count)" }
        case .numbers(let histogram): histogram.entries.map { "\($0.bucket) \($0.count)" }
        }
    }

    // MARK: By hand

    private static let sources: [(id: String, classes: [String], kind: String?, date: Int64?)] = [
        ("a", ["A01B1", "A01C"], "p", 2001_01_01), ("b", ["A01B1", "A01B12"], "q", 2001_05_05),
        ("c", ["H01M4"], "p", nil), ("gone", ["A01B1"], "p", 2001_01_01), ("e", ["A01B1", "H01M4"], "p", 2003_01_01),
        ("f", [], "q", 2001_09_09), ("g", ["A01B12"], nil, 2003_03_03),
    ]

    /// Two segments, the first with one document deleted, or both merged.
    private static func searcher(merged: Bool) throws -> Searcher {
        let fixture = try IndexFixture()
        for (place, source) in sources.enumerated() {
            if place == 4 { _ = try fixture.commit() }
            var document = SourceDocument(id: source.id)
            if let date = source.date { document.numbers["date"] = date }
            document.labels["class"] = source.classes
            if let kind = source.kind { document.labels["kind"] = [kind] }
            try fixture.add(document)
        }
        _ = try fixture.commit()
        try fixture.delete("gone")
        if merged { try fixture.writer.mergeAll() }
        return Searcher(try fixture.commit())
    }

    @Test(arguments: [true, false])
    func `each pair of values has its hits`(merged: Bool) throws {
        let searcher = try Self.searcher(merged: merged)
        #expect(searcher.snapshot.segments.count == (merged ? 1 : 2))
        let years = Self.numbers("date", divisor: 10_000)
        func expect(_ rows: Axis, _ columns: Axis, _ sides: [[String]], _ counts: [Int]) throws {
            let matrix = try Self.matrix(searcher, .all, rows, columns)
            #expect([Self.written(matrix.rows), Self.written(matrix.columns)] == sides)
            #expect(matrix.counts == counts, "\(sides)")
        }
        let classes = ["A01B1 3", "A01B12 2", "H01M4 2", "A01C 1"]
        let kinds = ["p 3", "q 2"]
        try expect(Self.labels("class"), Self.labels("kind"), [classes, kinds], [2, 1, 0, 1, 2, 0, 1, 0])
        let leading = Self.labels("class", limit: 2)
        try expect(leading, Self.labels("kind", limit: 1), [["A01B1 3", "A01B12 2"], ["p 3"]], [2, 0])
        try expect(Self.labels("class"), years, [classes, ["2001 3", "2003 2"]], [2, 1, 1, 1, 0, 1, 1, 0])
        try expect(years, Self.labels("kind"), [["2001 3", "2003 2"], kinds], [1, 2, 1, 0])
        // A document counts once in a group, however many of its labels are in it.
        let threes = Self.labels("class", level: 3)
        try expect(threes, Self.labels("kind"), [["A01 4", "H01 2"], kinds], [2, 1, 2, 0])
        try expect(threes, threes, [["A01 4", "H01 2"], ["A01 4", "H01 2"]], [4, 1, 1, 2])
        // Some labels are shorter than the level.
        let fives = Self.labels("class", level: 5)
        try expect(fives, Self.labels("kind"), [["A01B1 4", "H01M4 2", "A01C 1"], kinds], [2, 1, 2, 0, 1, 0])
        // A prefix shorter and longer than the level.
        let agriculture = Self.labels("class", prefix: "A", level: 4)
        try expect(agriculture, years, [["A01B 4", "A01C 1"], ["2001 3", "2003 2"]], [2, 2, 1, 0])
        let twelve = Self.labels("class", prefix: "A01B12", level: 3)
        try expect(Self.labels("kind"), twelve, [kinds, ["A01 2"]], [0, 1])
        try expect(Self.labels("class", prefix: "B"), years, [[], ["2001 3", "2003 2"]], [])
        // Up to a byte, and by names of beginnings, of which the longest decides.
        let untilOne = Self.labels("class", prefix: "A", grouping: .before(UInt8(ascii: "1")))
        try expect(untilOne, Self.labels("kind"), [["A0 4"], kinds], [2, 1])
        let bytes = CountingTests.bytes
        let names = [bytes("A01"): bytes("farm"), bytes("A01B12"): bytes("other"), bytes("H01M"): bytes("cell")]
        let named = Self.labels("class", grouping: .named(names))
        try expect(named, Self.labels("kind"), [["farm 3", "cell 2", "other 2"], kinds], [2, 1, 2, 0, 0, 1])
    }

    @Test func `sides say what is distinct and missing, and cells are found by row and column`() throws {
        let searcher = try Self.searcher(merged: false)
        let years = Self.numbers("date", divisor: 10_000)
        let matrix = try Self.matrix(searcher, .all, Self.labels("class", limit: 2), years)
        guard case .labels(let rows) = matrix.rows, case .numbers(let columns) = matrix.columns else {
            Issue.record("\(matrix)")
            return
        }
        #expect(rows.distinct == 4)
        #expect(columns.missing == 1)
        #expect(matrix[0, 0] == 2 && matrix[0, 1] == 1 && matrix[1, 0] == 1 && matrix[1, 1] == 1)
        let none = try Self.matrix(searcher, .none, Self.labels("class"), years)
        #expect(none.rows.count == 0 && none.columns.count == 0 && none.counts.isEmpty)
    }

    @Test func `far numbers have their cells`() throws {
        let searcher = try IndexFixture.searcher(
            [.min, -1, 0, .max, 0].enumerated().map { id, value in
                SourceDocument(id: "d\(id)", numbers: ["size": value, "date": Int64(id)])
            }
        )
        let sizes = Self.numbers("size")
        let square = try Self.matrix(searcher, .all, sizes, sizes)
        #expect(square.counts == [1, 0, 0, 0] + [0, 1, 0, 0] + [0, 0, 2, 0] + [0, 0, 0, 1])
        let halves = try Self.matrix(searcher, .all, sizes, Self.numbers("date", divisor: 3))
        #expect(halves.counts == [1, 0] + [1, 0] + [1, 1] + [0, 1])
    }

    // MARK: Beside looking at every document

    /// What a document has along a side.
    private static func values(_ axis: Axis, _ document: SourceDocument) -> Set<[UInt8]> {
        switch axis {
        case .labels(let facet):
            let labels = (document.labels[facet.column] ?? []).map { Array($0.utf8) }
            return Set(
                labels.filter { $0.starts(with: facet.prefix) }
                    .compactMap { CountingTests.group($0, facet.grouping, behind: facet.prefix.count) }
            )
        case .numbers(let histogram):
            guard let value = document.numbers[histogram.column] else { return [] }
            return [bucket(Int64((Double(value) / Double(histogram.divisor)).rounded(.down)))]
        }
    }

    private static func values(_ side: MatrixResult.Axis) -> [[UInt8]] {
        switch side {
        case .labels(let facet): facet.entries.map(\.label)
        case .numbers(let histogram): histogram.entries.map { bucket($0.bucket) }
        }
    }

    private static func bucket(_ number: Int64) -> [UInt8] { Array("\(number)".utf8) }

    /// The answer to one side asked for alone.
    private static func alone(_ axis: Axis, _ searcher: Searcher, _ query: QueryTree) throws -> MatrixResult.Axis {
        var request = SearchRequest(query, limit: 0)
        switch axis {
        case .labels(let facet):
            request.facets = [facet]
            return .labels(try searcher.search(request).facets[0])
        case .numbers(let histogram):
            request.histograms = [histogram]
            return .numbers(try searcher.search(request).histograms[0])
        }
    }

    private static let sides: [(rows: Axis, columns: Axis)] = [
        (labels("class"), labels("kind")), (labels("class", limit: 3), numbers("date", divisor: 10_000)),
        (labels("owner", limit: 2), labels("class", prefix: "A01B")),
        (labels("class", level: 3), labels("owner", level: 1)),
        (numbers("size", divisor: 7), labels("class", level: 1)), (numbers("date", divisor: 50_000), numbers("size")),
        (labels("class", grouping: .before(0x42)), labels("kind")),
        (labels("kind"), labels("class", grouping: .named([CountingTests.bytes("A01"): CountingTests.bytes("soil")]))),
        (labels("class", limit: 0), labels("kind")), (labels("class", level: 4), labels("class", level: 4)),
    ]

    @Test func `cells equal naive counts over all hits`() throws {
        var corpus = try RandomCorpus(seed: 54)
        let fixture = try IndexFixture()
        let snapshot = try RandomQueryTests.merged(fixture, &corpus)
        let naive = NaiveEvaluator(corpus.patterns)
        let searchers = [64, 65_536].map { Searcher(snapshot, options: SearchOptions(windowLength: $0)) }
        let requests = Self.sides.map { MatrixRequest(rows: $0.rows, columns: $0.columns) }
        var sizes: Set<Bool> = []
        for number in 0..<80 {
            let query = corpus.query(depth: number % 3)
            let hits = fixture.documents.values.filter { naive.matches(query, $0) }
            if !hits.isEmpty { sizes.insert(hits.count > 10) }
            for searcher in searchers {
                let answer = try searcher.search(SearchRequest(query, limit: 1, matrices: requests))
                #expect(answer.isExact && answer.total == hits.count)
                #expect(answer.facets.isEmpty && answer.histograms.isEmpty)
                #expect(answer.matrices.count == requests.count)
                for (matrix, (rows, columns)) in zip(answer.matrices, Self.sides) {
                    #expect(try matrix.rows == Self.alone(rows, searcher, query))
                    #expect(try matrix.columns == Self.alone(columns, searcher, query))
                    let pairs = hits.map { (Self.values(rows, $0), Self.values(columns, $0)) }
                    let expected = Self.values(matrix.rows).flatMap { row in
                        Self.values(matrix.columns).map { column in
                            pairs.count { $0.0.contains(row) && $0.1.contains(column) }
                        }
                    }
                    #expect(matrix.counts == expected, "question \(number): \(query)")
                }
            }
        }
        #expect(sizes.count == 2, "questions with few hits and with many")
    }

    // MARK: Limits

    @Test func `labels along both sides must fit in the cells`() throws {
        let snapshot = try Self.searcher(merged: false).snapshot
        let searcher = Searcher(snapshot, options: SearchOptions(maximumLimit: 8, maximumCells: 12))
        let fitting = try Self.matrix(searcher, .all, Self.labels("class", limit: 4), Self.labels("kind", limit: 3))
        #expect(fitting.counts.count == 8)
        #expect(throws: SearchFailure.limitTooLarge(asked: 15, maximum: 12)) {
            try Self.matrix(searcher, .all, Self.labels("class", limit: 5), Self.labels("kind", limit: 3))
        }
        #expect(throws: SearchFailure.limitTooLarge(asked: 9, maximum: 8)) {
            try Self.matrix(searcher, .all, Self.labels("class", limit: 9), Self.numbers("date"))
        }
    }

    @Test func `buckets are cut until they fit in the cells, and it is said`() throws {
        let searcher = try IndexFixture.searcher(
            (0..<20).map { number in
                SourceDocument(
                    id: "d\(number)",
                    numbers: ["date": Int64(number), "size": Int64(number % 10)],
                    labels: ["kind": [number % 2 == 0 ? "p" : "q"]]
                )
            }
        )
        func expect(_ cells: Int, _ rows: Axis, _ columns: Axis, _ sides: [Int], _ notes: [BoundNote]) throws {
            let searcher = Searcher(searcher.snapshot, options: SearchOptions(maximumCells: cells))
            let matrices = [MatrixRequest(rows: rows, columns: columns)]
            let answer = try searcher.search(SearchRequest(.all, matrices: matrices))
            let matrix = try #require(answer.matrices.first)
            #expect([matrix.rows.count, matrix.columns.count] == sides)
            #expect(matrix.counts.count == sides[0] * sides[1] && matrix.counts.count <= cells)
            #expect(answer.notes == notes)
        }
        let (kinds, dates, sizes) = (Self.labels("kind", limit: 1_000), Self.numbers("date"), Self.numbers("size"))
        try expect(40, kinds, dates, [2, 20], [])
        try expect(39, kinds, dates, [2, 19], [.buckets(column: "date", kept: 19)])
        try expect(1, dates, kinds, [0, 2], [.buckets(column: "date", kept: 0)])
        try expect(200, dates, sizes, [20, 10], [])
        try expect(150, dates, sizes, [15, 10], [.buckets(column: "date", kept: 15)])
        try expect(150, sizes, dates, [10, 15], [.buckets(column: "date", kept: 15)])
        let both: [BoundNote] = [.buckets(column: "date", kept: 4), .buckets(column: "size", kept: 4)]
        try expect(16, dates, sizes, [4, 4], both)
        try expect(0, dates, kinds, [0, 2], [.buckets(column: "date", kept: 0)])

        let few = Searcher(searcher.snapshot, options: SearchOptions(maximumBuckets: 3))
        let answer = try few.search(SearchRequest(.all, matrices: [MatrixRequest(rows: kinds, columns: dates)]))
        #expect(answer.matrices.map(\.counts) == [[1, 0, 1, 0, 1, 0]])
        #expect(answer.notes == [.buckets(column: "date", kept: 3)])
    }

    @Test func `sides must be columns of their kind`() throws {
        let searcher = try IndexFixture.searcher([SourceDocument(id: "a")])
        let kinds = Self.labels("kind")
        let others = [(Self.labels("size"), "size"), (Self.numbers("kind"), "kind"), (Self.labels("no"), "no")]
        for (side, column) in others {
            #expect(throws: SearchFailure.unknownColumn(column)) { try Self.matrix(searcher, .all, kinds, side) }
            #expect(throws: SearchFailure.unknownColumn(column)) { try Self.matrix(searcher, .all, side, kinds) }
        }
    }

    @Test func `every hit is counted where hits are grouped or no total is wanted`() throws {
        let searcher = try Self.searcher(merged: false)
        var request = SearchRequest(.all, limit: 1, collapse: "kind", needsTotal: false)
        request.matrices = [MatrixRequest(rows: Self.labels("class", limit: 2), columns: Self.labels("kind"))]
        #expect(try searcher.search(request).matrices[0].counts == [2, 1, 0, 1])
        request.collapse = nil
        for sort in PagingTests.orders {
            request.sort = sort
            let answer = try searcher.search(request)
            #expect(answer.matrices[0].counts == [2, 1, 0, 1])
            #expect(answer.total == 6 && answer.isExact)
        }
    }
}
