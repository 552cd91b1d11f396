import Testing
import Text

struct FoldingTests {
    @Test(
        arguments: [
            ("ＬＥＤ灯，１２３", "led灯,123"), ("ÉCOLE école", "ecole ecole"), ("e\u{301}te\u{301}", "ete"),
            ("Straße", "strasse"), ("ﬁne", "fine"), ("℃", "°c"), ("25℃", "25°c"), ("㎜", "mm"), ("①", "1"),
            ("電池與導電層", "电池与导电层"), ("乾燥後", "干燥后"), ("俱乐部", "俱乐部"), ("苎麻 苧麻", "苎麻 苎麻"),
            ("光\u{200B}纤\u{FEFF}", "光纤"), ("soft\u{AD}ware", "software"), ("葛\u{E0100}", "葛"),
            ("ﾊﾞｲｵ", "バイオ"), ("か\u{3099}", "が"), ("Ångström", "angstrom"), ("Łódź Ørsted", "lodz orsted"),
            ("ΑΘΉΝΑ", "αθηνα"), ("Ёлка", "елка"), ("Ⅳ", "iv"), ("⽇", "日"), ("x\u{0}y", "x\u{0}y"), ("", ""),
            ("İstanbul", "istanbul"), ("𝐀𝟏", "a1"), ("𠮷", "𠮷"), ("한글", "한글"), ("\u{1112}\u{1161}\u{11AB}", "한"),
        ])
    func `folds width, case, marks, compatibility and traditional forms`(text: String, expected: String) {
        var folder = TextFolder()
        #expect(folder.fold(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `folding twice is folding once for every character`() {
        var folder = TextFolder()
        for plane: UInt32 in 0...3 {
            for block in stride(from: plane << 16, to: (plane + 1) << 16, by: 0x1000) {
                var text = String.UnicodeScalarView()
                for scalar in (block..<block + 0x1000).compactMap(Unicode.Scalar.init) {
                    text.append(scalar)
                    text.append(" ")
                }
                let once = folder.fold(String(text))
                let twice = folder.fold(once)
                guard once != twice else { continue }
                for (first, second) in zip(once.split(separator: " "), twice.split(separator: " "))
                where first != second {
                    Issue.record("\(first) becomes \(second) in block \(String(block, radix: 16))")
                }
            }
        }
    }

    @Test func `a simplified character folds to itself where it is common`() {
        let text = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
        var folder = TextFolder()
        #expect(folder.fold(text) == text)
    }

    @Test func `marks without end are folded in bounded pieces`() {
        var folder = TextFolder()
        let text = "e" + String(repeating: "\u{301}", count: 100_000) + "x"
        #expect(folder.fold(text) == "ex")
    }
}
