import Declarations
import Testing

/// Texts compared line by line.
struct LineDifferenceTests {
    @Test func `what went stands before what came, with three lines around it`() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\n"
        let new = "a\nb\nc\nd\nE\nf\ng\nh\ni\n"
        #expect(
            LineDifference.between(old, new) == [
                .skipped(1), .same(2, "b"), .same(3, "c"), .same(4, "d"), .removed(5, "e"), .added(5, "E"),
                .same(6, "f"), .same(7, "g"), .same(8, "h"), .skipped(1),
            ]
        )
    }

    @Test func `a line that was put in moves the numbers of those behind it`() {
        #expect(LineDifference.between("a\nc\n", "a\nb\nc") == [.same(1, "a"), .added(2, "b"), .same(3, "c")])
        #expect(LineDifference.between("a\nb\nc", "a\nc") == [.same(1, "a"), .removed(2, "b"), .same(2, "c")])
        #expect(LineDifference.between("", "a\nb") == [.added(1, "a"), .added(2, "b")])
        #expect(LineDifference.between("a\na\nb", "a\nb") == [.same(1, "a"), .removed(2, "a"), .same(2, "b")])
    }

    @Test func `other ends of lines, or a missing one at the end, are no difference`() {
        #expect(LineDifference.between("a\r\nb\r\n", "a\nb").isEmpty)
        #expect(LineDifference.between("", "").isEmpty)
        #expect(LineDifference.lines("a\n\nb\n") == ["a", "", "b"] && LineDifference.lines("").isEmpty)
    }

    @Test func `texts that are too long to be compared line by line are told as a whole`() {
        let old = (1...2_001).map { "old \($0)" }.joined(separator: "\n")
        let new = (1...3).map { "new \($0)" }.joined(separator: "\n")
        let lines = LineDifference.between("head\n" + old + "\nend", "head\n" + new + "\nend")
        #expect(lines.count == 2_006)
        #expect(lines.first == .same(1, "head") && lines[1] == .removed(2, "old 1") && lines.last == .same(5, "end"))
        #expect(lines[2_002] == .added(2, "new 1"))
    }
}
