import Testing

@testable import EntryIndex

/// Words, truncation, frequency, weight, proximity (language.md, Operators and Words).
struct ParserWordTests {
    @Test(arguments: [
        "B超", "LED灯", "5mm", "0.5", "Wi-Fi", "℃", "AT&T", "O'Brien", "H2O", "3.7V", "α-Fe2O3", "1:2", "16:9:1", "电",
    ])
    func `runs of several kinds are one word`(text: String) throws {
        #expect(try Reading.tree(text) == .word(text))
        #expect(try Reading.tree("TI=\(text)") == .word(text, .title))
    }

    @Test func `a blank parts two words`() throws {
        #expect(try Reading.tree("光 纤") == .and(.word("光"), .word("纤")))
        #expect(try Reading.tree("5 件") == .and(.word("5"), .word("件")))
        #expect(try Reading.tree("v 5") == .and(.word("v"), .word("5")))
    }

    @Test(arguments: [
        ("5 mm", "5mm"), ("0.5 mm", "0.5mm"), ("５　ＭＭ", "5MM"), ("100 ℃", "100℃"), ("25 °C", "25°C"), ("220 V", "220V"),
        ("10 μm", "10μm"), ("10 ㎜", "10㎜"), ("2019 nm", "2019nm"), ("12345678 Hz", "12345678Hz"), ("3 毫米", "3毫米"),
    ])
    func `a blank between a number and its unit parts nothing`(typed: String, word: String) throws {
        #expect(try Reading.tree(typed) == .word(word))
        #expect(try Reading.tree("TI=\(typed)") == .word(word, .title))
        #expect(try Reading.tree("\(typed) NEAR3 膜") == .near(.word(word), .within(3), .word("膜")))
        #expect(try Reading.tree("膜 \(typed) 板") == .and(.word("膜"), .word(word), .word("板")))
    }

    @Test func `a unit that names a field or stands alone is none`() throws {
        #expect(try Reading.tree("5 in") == .and(.word("5"), .word("in")))
        #expect(try Reading.tree("mm 5") == .and(.word("mm"), .word("5")))
        #expect(try Reading.tree("A5 mm") == .and(.word("A5"), .word("mm")))
        #expect(try Reading.tree("5 AND mm") == .and(.word("5"), .word("mm")))
        #expect(Reading.refusal("5 mm=3")?.problem == .unknownField("mm"))
        #expect(try Reading.tree("PA=5 mm") == .and(.word("5", .applicant), .word("mm", .applicant)))
    }

    @Test func `quoted words are a phrase`() throws {
        #expect(try Reading.tree("\"LED 灯\"") == .phrase("LED 灯"))
        #expect(try Reading.tree("“LED　 灯 ”") == .phrase("LED 灯"))
        #expect(try Reading.tree("「5\" 屏」") == .phrase("5\" 屏"))
        #expect(try Reading.tree("\"C++\"") == .phrase("C++"))
        #expect(try Reading.tree("TI=\"a AND (b\" c") == .and(.phrase("a AND (b", .title), .word("c", .title)))
    }

    @Test func `signs that nothing can be searched for are left out with a note`() throws {
        let query = try QueryLanguage().parse("石墨烯 - 散热 &")
        #expect(query.expression == .and(.word("石墨烯"), .word("散热")))
        #expect(
            query.notes == [
                QueryNote(.ignored("-"), at: SourceRange(position: 4, length: 1)),
                QueryNote(.ignored("&"), at: SourceRange(position: 9, length: 1)),
            ]
        )
    }

    // MARK: Truncation

    @Test(
        arguments: [
            ("电池+", [.text("电池"), .any]), ("电池*", [.text("电池"), .any]), ("＋电池", [.any, .text("电池")]),
            ("comput#r", [.text("comput"), .one, .text("r")]), ("colo?r", [.text("colo"), .optional, .text("r")]),
            ("光+纤", [.text("光"), .any, .text("纤")]), ("a##", [.text("a"), .one, .one]),
            ("+a*?", [.any, .text("a"), .any, .optional]), ("a+*b", [.text("a"), .any, .text("b")]),
            ("石？墨＃", [.text("石"), .optional, .text("墨"), .one]),
        ] as [(String, [Expression.Piece])]
    )
    func `truncation at the end, the beginning and inside`(text: String, pieces: [Expression.Piece]) throws {
        #expect(try Reading.tree(text) == .pattern(pieces))
        #expect(try Reading.tree("AB=(\(text))") == .pattern(pieces, .abstract))
    }

    @Test func `names begin and end`() throws {
        #expect(try Reading.tree("PA=山东+") == .pattern([.text("山东"), .any], .applicant))
        #expect(try Reading.tree("PA=+大学") == .pattern([.any, .text("大学")], .applicant))
        #expect(try Reading.tree("PA=\"Samsung Elec\"+") == .pattern([.text("Samsung Elec"), .any], .applicant))
        #expect(try Reading.tree("IN=+\"de la Cruz\"") == .pattern([.any, .text("de la Cruz")], .inventor))
        #expect(
            try Reading.tree("PA=(\"a b\"* , c)")
                == .or(.pattern([.text("a b"), .any], .applicant), .word("c", .applicant))
        )
    }

    // MARK: Frequency and weight

    @Test(
        arguments: [
            ("电池/FREC>3", .greater, 3), ("电池/frec >= 2", .atLeast, 2), ("电池／ＦＲＥＣ＝1", .equal, 1),
            ("电池/FREC≤5", .atMost, 5),
            ("电池/FREQ<4", .less, 4), ("电池/FREC>0", .greater, 0),
        ] as [(String, Expression.Comparison, Int)]
    )
    func `a term frequency`(query: String, comparison: Expression.Comparison, count: Int) throws {
        let frequency = Expression.Frequency(.word("电池"), comparison, count)
        #expect(try Reading.tree(query) == Expression(.frequency(frequency, nil)))
        #expect(try Reading.tree("TI=\(query)") == Expression(.frequency(frequency, .title)))
    }

    @Test func `a frequency counts phrases, groups and pairs`() throws {
        let group = Expression.Frequency(.any(.word("a"), .phrase("b c")), .atLeast, 2)
        #expect(try Reading.tree("TI=(a OR \"b c\")/FREC>=2") == Expression(.frequency(group, .title)))
        let pair = Expression.Frequency(.near(.word("a"), .within(5), .word("b")), .greater, 1)
        #expect(try Reading.tree("(a NEAR b)/FREC>1") == Expression(.frequency(pair, nil)))
    }

    @Test func `a weight`() throws {
        #expect(try Reading.tree("词^3") == Expression(.weighted(.word("词"), by: 3)))
        #expect(
            try Reading.tree("TI=词＾0.5 电")
                == .and(Expression(.weighted(.word("词", .title), by: 0.5)), .word("电", .title))
        )
        #expect(try Reading.tree("(a OR b)^2") == Expression(.weighted(.or(.word("a"), .word("b")), by: 2)))
        #expect(try Reading.tree("IPC=H01M^2") == Expression(.weighted(.symbol("H01M", .ipc), by: 2)))
    }

    // MARK: Proximity

    @Test(
        arguments: [
            ("ADJ", .after(1)), ("ADJ3", .after(3)), ("adj/3", .after(3)), ("NEAR", .within(5)), ("NEAR5", .within(5)),
            ("NEAR/12", .within(12)), ("ＮＥＡＲ２", .within(2)), ("WITH", .sameSentence), ("SAME", .sameParagraph),
        ] as [(String, Expression.Nearness)]
    )
    func `proximity operators`(sign: String, nearness: Expression.Nearness) throws {
        #expect(try Reading.tree("a \(sign) b") == .near(.word("a"), nearness, .word("b")))
        #expect(try Reading.tree("TI=(a \(sign) b)") == .near(.word("a"), nearness, .word("b"), .title))
        #expect(try Reading.tree("TI=a \(sign) TI=b") == .near(.word("a"), nearness, .word("b"), .title))
        #expect(
            try Reading.tree("a NOT \(sign) b")
                == .and(.word("a"), .not(.near(.word("a"), nearness, .word("b"))))
        )
    }

    @Test func `operands are words, truncated words, phrases, OR groups and bracketed proximity`() throws {
        #expect(
            try Reading.tree("散热+ NEAR5 \"石墨烯 膜\"")
                == .near(.pattern([.text("散热"), .any]), .within(5), .phrase("石墨烯 膜"))
        )
        #expect(
            try Reading.tree("(a OR b) ADJ (c; d)")
                == .near(.any(.word("a"), .word("b")), .after(1), .any(.word("c"), .word("d")))
        )
        #expect(
            try Reading.tree("(a ADJ b) WITH (c NEAR2 d)")
                == .near(
                    .near(.word("a"), .after(1), .word("b")),
                    .sameSentence,
                    .near(.word("c"), .within(2), .word("d"))
                )
        )
        #expect(
            try Reading.tree("a ADJ b ADJ2 c")
                == .near(.near(.word("a"), .after(1), .word("b")), .after(2), .word("c"))
        )
        #expect(
            try Reading.tree("((a OR b) OR (c)) NEAR d")
                == .near(.any(.word("a"), .word("b"), .word("c")), .within(5), .word("d"))
        )
        #expect(try Reading.tree("PA=(山东 NEAR2 大学)") == .near(.word("山东"), .within(2), .word("大学"), .applicant))
    }

    @Test func `dates, numbers and classes of the box are words beside a proximity operator`() throws {
        #expect(try Reading.tree("2019 NEAR H01M") == .near(.word("2019"), .within(5), .word("H01M")))
        #expect(
            try Reading.tree("H01M 10/05 ADJ 12345678") == .near(.phrase("H01M 10/05"), .after(1), .word("12345678"))
        )
    }
}
