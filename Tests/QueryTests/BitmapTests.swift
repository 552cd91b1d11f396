import Testing

@testable import Query

struct BitmapTests {
    @Test(arguments: [(0, 0), (0, 1), (0, 64), (3, 64), (63, 65), (5, 6), (64, 128), (1, 200), (130, 200)])
    func `inserts ranges`(lower: Int, upper: Int) {
        var bitmap = Bitmap(length: 200)
        bitmap.insert(from: lower, to: upper)
        #expect((0..<200).filter { bitmap.contains($0) } == Array(lower..<upper))
        #expect(bitmap.count == upper - lower)
    }

    @Test func `combines bit by bit`() {
        func bitmap(_ bits: [Int]) -> Bitmap {
            var bitmap = Bitmap(length: 130)
            for bit in bits { bitmap.insert(bit) }
            return bitmap
        }
        var union = bitmap([1, 64])
        union.formUnion(bitmap([64, 129]))
        #expect(union == bitmap([1, 64, 129]))
        union.formIntersection(bitmap([1, 2, 129]))
        #expect(union == bitmap([1, 129]))
        union.formSymmetricDifference(bitmap([1, 5]))
        #expect(union == bitmap([5, 129]))
        union.subtract(bitmap([129]))
        #expect(union == bitmap([5]))
        union.reset(length: 130)
        #expect(union.isEmpty)
    }

    @Test func `marks documents of the wanted fields only`() {
        var bitmap = Bitmap(length: 100)
        bitmap.insert([70_000, 70_001, 70_050, 70_099], masks: [1, 2, 3, 4], in: 0..<3, mask: 2, first: 70_000)
        #expect((0..<100).filter { bitmap.contains($0) } == [1, 50])
    }
}
