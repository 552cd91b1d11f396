import Testing

@testable import EntryIndex

struct QuerySourceTests {
    @Test func `keeps the typed position of every character`() {
        let source = QuerySource("\u{200B}（ａ\u{FEFF} b")
        #expect(source.text(0, source.folded.count) == "(a b")
        #expect(source.origins == [1, 2, 4, 5, 6])
        #expect(source.range(0, 2) == SourceRange(position: 1, length: 2))
    }
}
