import Testing

@testable import Formats

struct CollapsedTextTests {
    private func collapse(_ pieces: String..., separator: CollapsedText.Separator = .blank) -> String? {
        var text = CollapsedText(separator: separator)
        for piece in pieces { text.append(Array(piece.utf8)[...]) }
        return text.text
    }

    @Test(arguments: [
        ("  a  b\t\nc ", String?.some("a b c")),
        ("\u{A0}a\u{3000}b\u{2003}\u{2009}c\u{2028}d\u{202F}e\u{205F}f\u{1680}g\u{85}", "a b c d e f g"),
        ("一\u{3000}二", "一 二"),
        ("\u{2010}\u{2011}\u{200B}", "\u{2010}\u{2011}\u{200B}"),
        ("   ", nil),
        ("", nil),
    ])
    func `every run of white space becomes one blank`(text: String, collapsed: String?) {
        #expect(collapse(text) == collapsed)
    }

    @Test func `white space at the ends of pieces counts once`() {
        #expect(collapse("a ", " b", "c") == "a bc")
    }

    @Test func `a paragraph's end outdoes a blank`() {
        var text = CollapsedText(separator: .line)
        text.breakParagraph()
        text.append(Array("a ".utf8)[...])
        text.breakParagraph()
        text.breakCell()
        text.append(Array(" b".utf8)[...])
        text.breakCell()
        text.append(Array("c".utf8)[...])
        text.breakParagraph()
        #expect(text.text == "a\nb c")
    }
}
