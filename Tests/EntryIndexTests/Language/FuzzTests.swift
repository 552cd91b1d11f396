import Testing

@testable import EntryIndex

/// Whatever is typed is understood or refused, never more.
struct FuzzTests {
    private static let pieces = [
        "TI", "=", "(", ")", "[", "]", "\"", "“", "”", "「", "」", "AND", "or", "NOT", "XOR", "NEAR5", "adj", "WITH", " ",
        "  ",
        "石墨烯", "a", "+", "*", "#", "?", ",", "；", "：", ":", ">=", "<", "≥", "2019", "2019-03", "20190305", "H01M",
        "10/05",
        "(2010.01)I", "IPC", "申请日", "公开（公告）号", "AN", "CN201710601862.3", "ZL", "2017", "/FREC>3", "/FREC", "^2", "^",
        "TO", "{", "|", "-", "\u{200B}", "\u{301}", "é", "🙂", "\0", "\n", "。", "PA", "Ltd.", "Co", "1", "主分类号", "14-02",
    ]

    @Test(arguments: 0..<16)
    func `random pieces are understood or refused with a place inside the query`(batch: Int) throws {
        for index in 0..<(TestLength.isLong ? 20_000 : 200) {
            let seed = UInt64(batch * 100_000 + index + 7)
            var maker = TreeMaker(seed: seed)
            let text = (0..<(1 + maker.below(24))).map { _ in maker.pick(Self.pieces) }.joined()
            try check(text, seed)
        }
    }

    @Test(arguments: 0..<8)
    func `random characters are understood or refused with a place inside the query`(batch: Int) throws {
        for index in 0..<(TestLength.isLong ? 10_000 : 100) {
            let seed = UInt64(batch * 100_000 + index + 13)
            var maker = TreeMaker(seed: seed)
            let bytes = (0..<(1 + maker.below(80))).map { _ in UInt8(maker.below(256)) }
            try check(String(decoding: bytes, as: UTF8.self), seed)
            let signs = Array("()[]\"“”「」+*#?,;:=<>^/ aA1石。-".unicodeScalars)
            let typed = (0..<(1 + maker.below(80))).map { _ in maker.pick(signs) }
            try check(String(String.UnicodeScalarView(typed)), seed)
        }
    }

    @Test(arguments: [
        "(", ")", "[", "\"", "「", "+", "#", ":", "=", "NOT ", "a OR ", "a,", "^", "TI=", "石", " ", "1", "CN ",
        "a NEAR ", "2019:", "H01M ", "(a)",
    ])
    func `very many characters of one kind are read or refused`(piece: String) {
        let size = ["(", "\"", "石", "a OR "].contains(piece) ? 100_000 : 10_000
        let text = String(repeating: piece, count: size / piece.unicodeScalars.count)
        #expect(size == 10_000 || Reading.refusal(text)?.problem == .tooLong(limit: 65_536))
        var options = QueryLanguage.Options()
        options.maximumLength = 200_000
        let refusal = Reading.refusal(text, options: options)
        #expect((refusal?.range.end ?? 0) <= 100_000)
    }

    private func check(_ text: String, _ seed: UInt64) throws {
        let length = text.unicodeScalars.count
        do {
            let query = try QueryLanguage().parse(text)
            let printed = query.printed()
            let again = try QueryLanguage().parse(printed)
            #expect(again.expression == query.expression, "seed \(seed): \(text) prints as \(printed)")
            for chip in query.chips() {
                #expect(chip.range.position >= 0 && chip.range.end <= length, "seed \(seed): \(text)")
            }
        } catch {
            #expect(error.position >= 0 && error.range.end <= length, "seed \(seed): \(text): \(error)")
            guard let cure = error.suggestion else { return }
            #expect(Reading.refusal(cure) == nil, "seed \(seed): \(text): \(cure)")
        }
    }
}
