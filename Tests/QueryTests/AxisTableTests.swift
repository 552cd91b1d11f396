import Testing

@testable import Query

struct AxisTableTests {
    private func numbers(_ values: [Int64], _ table: AxisTable) -> [UInt32] { values.map { table.number(of: $0) } }

    @Test(arguments: [0, 1_000_000])
    func `every value has its number, whatever lies between them`(hits: Int) {
        let table = AxisTable([[10, 3_000_000], [], [70]] as [[UInt32]], hits: hits)
        #expect(numbers([10, 3_000_000, 70], table) == [1, 1, 3])
        for other in [Int64.min, -1, 0, 9, 11, 69, 71, 2_999_999, 3_000_001, 1 << 32, .max] {
            #expect(table.number(of: other) == 0, "\(other)")
        }
    }

    @Test func `values may be as far from each other as numbers can be`() {
        let table = AxisTable([[Int64.min], [-1, 0], [.max]], hits: 1 << 40)
        #expect(numbers([.min, -1, 0, .max], table) == [1, 2, 2, 3])
        #expect(numbers([.min + 1, 1, .max - 1], table) == [0, 0, 0])
    }

    @Test func `at the ends of numbers nothing else is found`() {
        let low = AxisTable([[Int64.min], [.min + 2]], hits: 0)
        #expect(numbers([.min, .min + 1, .min + 2, .min + 3, .max, 0], low) == [1, 0, 2, 0, 0, 0])
        let high = AxisTable([[Int64.max - 1], [.max]], hits: 0)
        #expect(numbers([.max - 2, .max - 1, .max, .min, .min + 1, 0], high) == [0, 1, 2, 0, 0, 0])
    }

    @Test func `without values nothing is found`() {
        let table = AxisTable([[Int64]](), hits: 10)
        #expect(table.isEmpty)
        #expect(table.number(of: 0) == 0)
    }
}
