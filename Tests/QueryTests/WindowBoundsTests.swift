import Index
import Testing

@testable import Query

/// Documents that the weights of postings rule out are none that a search would give.
struct WindowBoundsTests {
    @Test(arguments: [(1, 192), (2, 65_536), (3, 20_032)])
    func `what is found holds every document of at least the score`(seed: UInt64, windowLength: UInt32) throws {
        var corpus = try RandomCorpus(seed: seed)
        let fixture = try IndexFixture()
        let snapshot = try fixture.threeSegments(of: 1_300, merged: seed == 2) { corpus.document(id: $0) }
        let searcher = Searcher(snapshot)
        var (ruledOut, asked) = (0, 0)
        for number in 0..<60 {
            let plan = try QueryPlan(query: corpus.query(depth: number % 3), snapshot, searcher.options)
            let scoring = number % 3 == 0 ? Scoring(saturation: 0.5, lengthNormalisation: 0.3) : Scoring()
            let order = try ResolvedOrder(.relevance, hasWords: !plan.words.isEmpty, snapshot)
            let model = try searcher.model(plan.words, order, scoring, plan.catalogue)
            guard !model.words.isEmpty, model.hasBounds else { continue }
            for place in snapshot.segments.indices {
                var scorer = try SegmentScorer(model, place, plan.catalogue)
                let count = UInt32(snapshot.segments[place].documentCount)
                let scores = try (0..<count).map { (document) throws -> Double in
                    #expect(try scorer.reaches(nil, document))
                    return try scorer.score(document)
                }
                guard let greatest = scores.max(), greatest > 0 else { continue }
                for share in [0.01, 0.4, 0.9, 1] {
                    let floor = greatest * share
                    // Sometimes all words are added up, sometimes all but the first are looked for.
                    let cost = [0, 60, 1_000_000][number % 3]
                    var bounds = try WindowBounds(
                        model,
                        place,
                        plan.catalogue,
                        partLength: [64, 128, 32_768][number / 3 % 3],
                        lookupCost: cost
                    )
                    var found = Bitmap(length: 0)
                    for lower in stride(from: 0, to: count, by: Int(windowLength)) {
                        let window = lower..<min(lower + windowLength, count)
                        try bounds.find(in: window, floor: floor, into: &found)
                        #expect(found.words.count == (window.count + 63) / 64)
                        for (bit, document) in window.enumerated() {
                            #expect(found.contains(bit) || scores[Int(document)] < floor)
                            if !found.contains(bit), scores[Int(document)] > 0 { ruledOut += 1 }
                        }
                        if window.count % 64 > 0 { #expect((found.words.last ?? 0) >> UInt64(window.count % 64) == 0) }
                        asked += 1
                    }
                }
                // With a floor a document is given up only below it.
                var strict = try SegmentScorer(model, place, plan.catalogue)
                for document in 0..<count {
                    if try strict.reaches(greatest * 0.7, document) {
                        #expect(try strict.score(document) == scores[Int(document)])
                    } else {
                        #expect(scores[Int(document)] < greatest * 0.7)
                    }
                }
            }
        }
        #expect(asked > 100 && ruledOut > 10_000)
    }

    @Test func `bounds are refused where a request's numbers have none`() throws {
        let snapshot = try IndexFixture.searcher([SourceDocument(id: "a", texts: [SourceDocument.text("w")])]).snapshot
        let searcher = Searcher(snapshot)
        let plan = try QueryPlan(query: .term(Array("w".utf8), fields: .all), snapshot, searcher.options)
        let order = try ResolvedOrder(.relevance, hasWords: true, snapshot)
        func hasBounds(_ scoring: Scoring) throws -> Bool {
            try searcher.model(plan.words, order, scoring, plan.catalogue).hasBounds
        }
        #expect(try hasBounds(Scoring()))
        #expect(try hasBounds(Scoring(weights: [0, 0, 0])))
        for scoring in [
            Scoring(weights: [-1]), Scoring(weights: [.nan]), Scoring(weights: [.infinity]), Scoring(saturation: 0),
            Scoring(saturation: -1), Scoring(saturation: .nan), Scoring(lengthNormalisation: 1.5),
            Scoring(lengthNormalisation: .nan), Scoring(weights: [1e200]), Scoring(saturation: 1e-200),
        ] {
            #expect(try !hasBounds(scoring))
        }
    }

    /// Of 4,000 documents each has the word in its text; of the titles a few do, and those are the hits.
    @Test func `what has a word only elsewhere, or in a branch that matches nothing, is no hit`() throws {
        let fixture = try IndexFixture()
        for number in 0..<4_000 {
            let title = number % 400 == 7 ? "w x" : "y"
            let text = number % 3 == 0 ? "w w w" : "w z"
            try fixture.add(
                SourceDocument(id: "d\(number)", texts: [SourceDocument.text(title), SourceDocument.text(text)])
            )
        }
        let searcher = Searcher(try fixture.commit())
        let (w, z) = (Array("w".utf8), Array("z".utf8))
        var request = SearchRequest(.term(w, fields: IndexFixture.title), limit: 3, needsTotal: false)
        let titles = try searcher.search(request)
        #expect(titles.hits.count == 3 && titles.total <= 10)
        // The first branch matches nothing, but its word is rarer than the other's.
        let nothing = QueryTree.and([.term(z, fields: .all), .expand(Pattern([.bytes([0x71]), .one]), fields: .all)])
        request.query = .or([nothing, .term(Array("y".utf8), fields: IndexFixture.title)])
        let found = try searcher.search(request)
        request.needsTotal = true
        #expect(found.hits == (try searcher.search(request)).hits)
        #expect(found.hits.count == 3 && found.total <= 3_990)
    }

    @Test func `windows outside a range of dates hold no hit`() throws {
        let fixture = try IndexFixture()
        // A few numbers lie far from where their documents stand; some documents have none.
        func size(_ number: Int) -> Int64? {
            if number % 5 == 0 { return nil }
            return number % 1_000 == 3 ? 8_888 : Int64(number)
        }
        for number in 0..<9_000 {
            var document = SourceDocument(id: "d\(number)", texts: [SourceDocument.text(number % 2 == 0 ? "w" : "v")])
            document.numbers = ["date": Int64(number)]
            document.numbers["size"] = size(number)
            try fixture.add(document)
        }
        let snapshot = try fixture.commit()
        for range in [Int64(100)...200, 5_000...5_000, 8_888...8_888, 9_001...9_009, -5 ... -1, 0...9_000] {
            var expected: [String] = []
            for number in stride(from: 0, to: 9_000, by: 2) {
                if let size = size(number), range.contains(size) { expected.append("d\(number)") }
            }
            for length in [4_096, 8_192, 65_536, 1_000] {
                let searcher = Searcher(snapshot, options: SearchOptions(windowLength: length))
                let query = QueryTree.and([
                    .term(Array("w".utf8), fields: .all), .numbers(column: "size", range),
                ])
                var request = SearchRequest(query, limit: 9_000, sort: .number(column: "date", descending: false))
                request.histograms = [HistogramRequest(column: "size", divisor: 1_000)]
                let found = try searcher.search(request)
                #expect(found.hits.map(\.id) == expected)
                #expect(found.histograms[0].entries.reduce(0) { $0 + $1.count } == expected.count)
            }
        }
    }

    @Test func `boosts without end are answered as they are`() throws {
        let fixture = try IndexFixture()
        for number in 0..<3_000 {
            let text = SourceDocument.text(number % 2 == 0 ? "a b" : "a")
            try fixture.add(SourceDocument(id: "d\(number)", texts: [text]))
        }
        let searcher = Searcher(try fixture.commit())
        for boost: Double in [1e308, .leastNonzeroMagnitude, -1e308, .infinity, .nan] {
            let words = ["a", "b"].map { QueryTree.boost(.term(Array($0.utf8), fields: .all), boost) }
            for query in [QueryTree.or(words), .and(words)] {
                var request = SearchRequest(query, limit: 2)
                let counted = try searcher.search(request)
                request.needsTotal = false
                #expect(try searcher.search(request).hits == counted.hits)
                #expect(counted.hits.count == 2)
            }
        }
    }

    @Test func `places are looked for only where a document may be among the first`() throws {
        let fixture = try IndexFixture()
        for number in 0..<3_000 {
            // Both words everywhere, side by side in a third; among fewer others in a few.
            let text = (number % 3 == 0 ? "a b" : "a x b") + (number % 500 == 0 ? "" : " x x x x x x x x")
            try fixture.add(SourceDocument(id: "d\(number)", texts: [SourceDocument.text(text)]))
        }
        let searcher = Searcher(try fixture.commit())
        let phrase = QueryTree.phrase(ProximityTests.slots("a b"), fields: IndexFixture.title)
        var request = SearchRequest(phrase, limit: 2)
        let counted = try searcher.search(request)
        #expect(counted.total == 1_000 && counted.isExact)
        #expect(Set(counted.hits.map(\.id)) == ["d0", "d1500"])
        request.needsTotal = false
        let ranked = try searcher.search(request)
        #expect(ranked.hits == counted.hits)
        #expect(ranked.total >= 2 && ranked.total < 1_000 && !ranked.isExact)
        request.query = .and([phrase, .not(.identifiers(["d0"]))])
        #expect(try searcher.search(request).hits.map(\.id).first == "d1500")
    }
}
