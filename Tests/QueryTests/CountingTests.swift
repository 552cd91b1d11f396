import Index
import Query
import Testing

struct CountingTests {
    @Test func `a snapshot that was prepared like an earlier one counts the same labels`() throws {
        let fixture = try IndexFixture()
        func document(_ number: Int) -> SourceDocument {
            var document = SourceDocument(id: "d\(number)")
            document.labels["owner"] = ["o\(number)", "o\(number / 2)", "all"]
            return document
        }
        // More labels than are brought together one by one.
        for number in 0..<1_500 { try fixture.add(document(number)) }
        _ = try fixture.commit()
        for number in 1_500..<3_000 { try fixture.add(document(number)) }
        let earlier = try fixture.commit()
        let request = SearchRequest(.all, limit: 0, facets: [FacetRequest(column: "owner", limit: 3)])
        let first = try Searcher(earlier).search(request).facets[0]
        #expect(first.distinct == 3_001)
        #expect(first.entries.map { String(decoding: $0.label, as: UTF8.self) } == ["all", "o1", "o10"])
        #expect(first.entries.map(\.count) == [3_000, 3, 3])
        for number in 3_000..<3_010 { try fixture.add(document(number)) }
        let later = try fixture.commit()
        try later.prepareLabelMaps(like: nil)
        try later.prepareLabelMaps(like: earlier)
        let second = try Searcher(later).search(request).facets[0]
        #expect(second.entries.map(\.count) == [3_010, 3, 3] && second.distinct == 3_011)
    }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// Most frequent first, ties by bytes: the naive way.
    static func leading(_ labels: [[UInt8]]) -> [FacetResult.Entry] {
        var counts: [[UInt8]: Int] = [:]
        for label in labels { counts[label, default: 0] += 1 }
        return counts.map { FacetResult.Entry(label: $0.key, count: $0.value) }
            .sorted {
                $0.count == $1.count ? $0.label.lexicographicallyPrecedes($1.label) : $0.count > $1.count
            }
    }

    @Test(arguments: [
        ("class", "", LabelGrouping.whole), ("owner", "", .whole), ("kind", "", .whole), ("class", "A01B", .whole),
        ("owner", "ACME", .whole), ("class", "", .first(4)), ("class", "H", .first(3)), ("owner", "", .first(2)),
        ("class", "none", .whole), ("class", "", .before(0x42)), ("class", "H01M", .before(0x31)),
        (
            "class", "",
            .named([bytes("A"): bytes("food"), bytes("A01B1"): bytes("soil"), bytes("H01"): bytes("power")])
        ),
    ])
    func `facets equal naive counts over all hits`(column: String, prefix: String, grouping: LabelGrouping) throws {
        var corpus = try RandomCorpus(seed: 51)
        let fixture = try IndexFixture()
        let searcher = Searcher(
            try RandomQueryTests.merged(fixture, &corpus),
            options: SearchOptions(windowLength: 64)
        )
        let naive = NaiveEvaluator(corpus.patterns)
        for _ in 0..<40 {
            let query = corpus.query(depth: 2)
            let hits = fixture.documents.values.filter { naive.matches(query, $0) }
            let labels = hits.flatMap { document in
                let wanted = (document.labels[column] ?? []).map { Self.bytes($0) }
                    .filter { $0.starts(with: Self.bytes(prefix)) }
                return Set(wanted.compactMap { Self.group($0, grouping, behind: prefix.utf8.count) })
            }
            let expected = Self.leading(labels)
            for limit in [0, 2, 100] {
                let facet = FacetRequest(column: column, limit: limit, prefix: Self.bytes(prefix), grouping: grouping)
                let answer = try searcher.search(SearchRequest(query, limit: 1, facets: [facet])).facets[0]
                #expect(answer.entries == Array(expected.prefix(limit)), "\(query)")
                #expect(answer.distinct == expected.count, "\(query)")
            }
        }
    }

    /// What a label is counted as: the naive way.
    static func group(_ label: [UInt8], _ grouping: LabelGrouping, behind prefix: Int) -> [UInt8]? {
        switch grouping {
        case .whole: label
        case .first(let length): Array(label.prefix(length))
        case .before(let mark): Array(label.prefix(prefix) + label.dropFirst(prefix).prefix { $0 != mark })
        case .named(let names):
            names.keys.filter { label.starts(with: $0) }.max { $0.count < $1.count }.flatMap { names[$0] }
        }
    }

    @Test func `leading labels are right among very many in several segments`() throws {
        var random = SeededGenerator(seed: 52)
        let fixture = try IndexFixture()
        var snapshot = try fixture.commit()
        for id in 0..<400 {
            let owners = (0..<12).map { _ in "o\(min(random.number(0...1_500), random.number(0...1_500)))" }
            try fixture.add(SourceDocument(id: "d\(id)", labels: ["owner": owners]))
            if id % 100 == 99 { snapshot = try fixture.commit() }
        }
        let labels = fixture.documents.values.flatMap { Set(($0.labels["owner"] ?? []).map { Self.bytes($0) }) }
        let expected = Self.leading(labels)
        let searcher = Searcher(snapshot)
        for limit in [1, 7, 100, 5_000] {
            let request = SearchRequest(.all, facets: [FacetRequest(column: "owner", limit: limit)])
            let answer = try searcher.search(request).facets[0]
            #expect(answer.entries == Array(expected.prefix(limit)))
            #expect(answer.distinct == expected.count)
        }
    }

    @Test(arguments: [("date", Int64(10_000)), ("size", 1), ("size", 7)])
    func `histograms equal naive counts`(column: String, divisor: Int64) throws {
        var corpus = try RandomCorpus(seed: 53)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        let naive = NaiveEvaluator(corpus.patterns)
        for _ in 0..<40 {
            let query = corpus.query(depth: 2)
            let hits = fixture.documents.values.filter { naive.matches(query, $0) }
            let numbers = hits.compactMap { $0.numbers[column] }
            let buckets = Dictionary(grouping: numbers) { Int64((Double($0) / Double(divisor)).rounded(.down)) }
            let expected = buckets.map { HistogramResult.Entry(bucket: $0.key, count: $0.value.count) }
                .sorted { $0.bucket < $1.bucket }
            let request = SearchRequest(
                query,
                limit: 0,
                histograms: [HistogramRequest(column: column, divisor: divisor)]
            )
            let answer = try searcher.search(request).histograms[0]
            #expect(answer.entries == expected, "\(query)")
            #expect(answer.missing == hits.count - numbers.count, "\(query)")
        }
    }

    @Test func `histograms of far numbers are exact, too many buckets are said`() throws {
        let values: [Int64] = [.min, -1, 0, 1, .max, 0]
        let fixture = try IndexFixture()
        for (id, value) in values.enumerated() {
            try fixture.add(SourceDocument(id: "d\(id)", numbers: ["size": value]))
        }
        let snapshot = try fixture.commit()
        let request = SearchRequest(.all, histograms: [HistogramRequest(column: "size")])
        let whole = try Searcher(snapshot).search(request)
        #expect(whole.histograms[0].entries.map(\.bucket) == [.min, -1, 0, 1, .max])
        #expect(whole.histograms[0].entries.map(\.count) == [1, 1, 2, 1, 1])
        let cut = try Searcher(snapshot, options: SearchOptions(maximumBuckets: 2)).search(request)
        #expect(cut.histograms[0].entries.map(\.bucket) == [.min, -1])
        #expect(cut.notes == [.buckets(column: "size", kept: 2)])
    }
}
