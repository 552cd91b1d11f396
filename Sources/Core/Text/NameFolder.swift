/// Folds names of people and bodies so that punctuation and case do not count.
///
/// `Co., Ltd.` and `CO LTD` give `co ltd`. Words and numbers are parted by one space, Han characters and kana by none;
/// single letters that follow each other are one word, so `U.S.`, `US` and `U S` are the same.
public struct NameFolder {
    private var folder = Folder()

    /// Makes a folder with its own scratch.
    public init() {}

    /// The folded name; empty when it holds no letter, digit or Han character.
    public mutating func fold(_ name: String) -> String {
        folder.fold(name.utf8Span.span, 0..<name.utf8.count)
        let folded = folder.folded
        var bytes: [UInt8] = []
        var wasSpaced = false
        var wasLetter = false
        var index = 0
        while index < folded.count {
            let kind = folded[index].kind
            guard kind.isWord else {
                index += 1
                continue
            }
            let end = kind == .digit ? RunScanner.numberEnd(folded, index) : RunScanner.runEnd(folded, index)
            let isSpaced = kind == .letter || kind == .digit || kind == .hangul
            let isLetter = kind == .letter && end - index == 1
            if wasSpaced, isSpaced, !(wasLetter && isLetter) { bytes.append(0x20) }
            for character in folded[index..<end] { UTF8Bytes.append(character.scalar, to: &bytes) }
            (wasSpaced, wasLetter) = (isSpaced, isLetter)
            index = kind == .letter ? RunScanner.possessiveEnd(folded, end) ?? end : end
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
