import Testing
import Text

struct TermPatternTests {
    @Test(
        arguments: [
            ("abc", true), ("abxxc", true), ("ab", false), ("abcd", false), ("abxxxxc", false), ("abécc", true),
        ])
    func `gaps count characters`(term: String, isMatched: Bool) {
        let pattern = TermPattern([.bytes(Array("ab".utf8)), .any(maximum: 3), .bytes(Array("c".utf8))])
        #expect(pattern.matches(Array(term.utf8)) == isMatched)
    }

    @Test func `a pattern never matches a term that is no word`() {
        let pattern = TermPattern([.any(maximum: nil), .bytes(Array("teri".utf8))])
        #expect(pattern.matches(Array("batteri".utf8)))
        #expect(!pattern.matches(ReservedBytes.stemTerm(Array("batteri".utf8))))
        #expect(ReservedBytes.readable(ReservedBytes.stemTerm(Array("batteri".utf8))) == "batteri~")
        #expect(ReservedBytes.readable(ReservedBytes.joinedTerm(Array("wifi".utf8), parts: 2)) == "wifi")
        #expect(ReservedBytes.readable(Array("光".utf8) + ReservedBytes.hanEndMark) == "光")
        #expect(!pattern.matches(ReservedBytes.joinedTerm(Array("batteri".utf8), parts: 2)))
    }

    @Test func `exactly one more character does not meet the end of a run`() {
        let pattern = TermPattern([.bytes(Array("光".utf8)), .one])
        #expect(pattern.matches(Array("光纤".utf8)))
        #expect(!pattern.matches(Array("光".utf8) + ReservedBytes.hanEndMark))
    }

    @Test func `neighbouring bytes are one and give the prefix`() {
        let pattern = TermPattern([.bytes([0x61]), .bytes([0x62]), .one])
        #expect(pattern.literalPrefix == [0x61, 0x62])
        #expect(pattern.elements == [.bytes([0x61, 0x62]), .one])
        #expect(TermPattern([.one, .bytes([0x61])]).literalPrefix.isEmpty)
    }
}
