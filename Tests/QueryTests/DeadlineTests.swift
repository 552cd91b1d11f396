import Index
import Query
import Synchronization
import Testing

struct DeadlineTests {
    /// Three segments of dates 10...19, 20...29 and 30...39.
    static func searcher() throws -> Searcher {
        let fixture = try IndexFixture()
        var snapshot = try fixture.commit()
        for tens in 1...3 {
            for unit in 0..<10 {
                let date = tens * 10 + unit
                try fixture.add(SourceDocument(id: "d\(date)", numbers: ["date": Int64(date)]))
            }
            snapshot = try fixture.commit()
        }
        return Searcher(snapshot)
    }

    @Test func `past its deadline an answer is partial and says how far back it is complete`() throws {
        let control = SearchControl(deadline: ContinuousClock.now - .seconds(1))
        let result = try Self.searcher().search(SearchRequest(.all, limit: 3), control: control)
        #expect(!result.isExact)
        #expect(result.total == 10)
        #expect(result.completeBack == 29)
        #expect(result.hits.map(\.id) == ["d39", "d38", "d37"])
    }

    @Test func `before its deadline an answer is exact`() throws {
        let control = SearchControl(deadline: ContinuousClock.now + .seconds(3_600))
        let result = try Self.searcher().search(SearchRequest(.all), control: control)
        #expect(result.isExact)
        #expect(result.total == 30)
        #expect(result.completeBack == nil)
    }

    @Test func `cancellation is asked for before every window`() throws {
        let asked = Mutex(0)
        let control = SearchControl {
            asked.withLock { count in
                count += 1
                return count > 2
            }
        }
        #expect(throws: SearchFailure.cancelled) {
            try Self.searcher().count(.all, control: control)
        }
        #expect(asked.withLock { $0 } == 3)
    }
}
