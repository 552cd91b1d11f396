import Foundation
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

    /// Tens by dates.
    private static let matrices = [
        MatrixRequest(rows: MatrixTests.numbers("date", divisor: 10), columns: MatrixTests.numbers("date"))
    ]

    @Test func `past its deadline a matrix is that of the hits found`() throws {
        let control = SearchControl(deadline: ContinuousClock.now - .seconds(1))
        let result = try Self.searcher().search(SearchRequest(.all, matrices: Self.matrices), control: control)
        #expect(!result.isExact)
        #expect(result.completeBack == 29)
        #expect(result.matrices.map(\.counts) == [[Int](repeating: 1, count: 10)])
    }

    @Test func `when the deadline passes while cells are filled the answer is not exact`() throws {
        let searcher = try Self.searcher()
        // The sweep has three quarters of the time, whatever runs beside it.
        let deadline = ContinuousClock.now + .seconds(4)
        let asked = Mutex(0)
        // The windows of three segments, then the hits of each.
        let control = SearchControl(deadline: deadline) {
            if asked.withLock({ count in
                count += 1
                return count == 4
            }) {
                while ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.05) }
            }
            return false
        }
        let request = SearchRequest(.all, limit: 0, matrices: Self.matrices)
        let result = try searcher.search(request, control: control)
        #expect(asked.withLock { $0 } == 5)
        #expect(result.total == 30)
        #expect(!result.isExact && result.completeBack == nil)
        let matrix = try #require(result.matrices.first)
        #expect(matrix.rows.count == 3 && matrix.columns.count == 30)
        #expect(matrix.counts.reduce(0, +) == 10)
    }

    @Test func `cancellation is asked for while cells are filled`() throws {
        let asked = Mutex(0)
        let control = SearchControl {
            asked.withLock { count in
                count += 1
                return count > 4
            }
        }
        #expect(throws: SearchFailure.cancelled) {
            try Self.searcher().search(SearchRequest(.all, limit: 0, matrices: Self.matrices), control: control)
        }
        #expect(asked.withLock { $0 } == 5)
    }
}
