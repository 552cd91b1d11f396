import Domain

@testable import EntryIndex

/// Random expressions over the words, names, numbers, dates and classes of the random records.
struct ExpressionMaker {
    var random: TestRandom
    private let records: [Right]

    init(seed: UInt64, records: [Right]) {
        random = TestRandom(seed: seed)
        self.records = records
    }

    mutating func randomRecord() -> Right { random.pick(records) }

    mutating func tree(depth: Int) -> Expression {
        guard depth > 0, random.chance(75) else { return leaf() }
        switch random.below(8) {
        case 0, 1, 2: return Expression.all(of: parts(depth))
        case 3, 4: return Expression.any(of: parts(depth))
        case 5: return Expression.oddly(parts(depth))
        case 6: return Expression(.not(tree(depth: depth - 1)))
        default: return Expression(.weighted(tree(depth: depth - 1), by: random.pick([2, 0.5])))
        }
    }

    private mutating func parts(_ depth: Int) -> [Expression] {
        (0..<random.within(2...3)).map { _ in tree(depth: depth - 1) }
    }

    mutating func leaf() -> Expression {
        switch random.below(24) {
        case 0: random.chance(30) ? Expression(.everything) : Expression(.has(random.pick(Self.hasFields)))
        case 1...7: Expression(.term(textTerm(), textField()))
        case 8...10: name()
        case 11...13: Expression(.near(proximity(depth: 2), textField()))
        case 14:
            Expression(
                .near(Expression.Proximity(nameOperand(), nearness(), nameOperand()), random.pick(Self.nameFields))
            )
        case 15: Expression(.frequency(frequency(), textField()))
        case 16, 17: number()
        case 18, 19: date()
        case 20, 21: symbol()
        default: value()
        }
    }

    static let hasFields: [Field] = [
        .title, .titleEnglish, .abstract, .claims, .description, .designDescription, .keywords, .goods, .applicant,
        .inventor, .agent, .agency, .address, .applicationNumber, .publicationNumber, .registrationNumber,
        .priorityNumber, .applicationDate, .publicationDate, .grantDate, .registrationDate, .priorityDate,
        .legalStatusDate, .pctApplicationDate, .pctEntryDate, .ipc, .cpc, .locarno, .nice, .vienna, .usClass, .industry,
        .applicantPostcode, .region, .country, .legalStatus,
    ]

    // MARK: Words

    private mutating func textField() -> Field? {
        random.pick([
            nil, nil, nil, .title, .title, .abstract, .abstract, .titleEnglish, .abstractOther, .claims, .description,
            .goods,
            .designDescription, .keywords, .address,
        ])
    }

    static let nameFields: [Field] = [.applicant, .applicant, .inventor, .agent, .agency]

    private mutating func name() -> Expression {
        let term = nameTerm()
        // Only names can be truncated at a quotation, not the words of the box.
        if case .pattern(let pieces) = term, pieces.contains(where: { $0.isOfSeveralWords }) {
            return Expression(.term(term, random.pick(Self.nameFields)))
        }
        return Expression(.term(term, nameField()))
    }

    private mutating func nameField() -> Field? { random.chance(15) ? nil : random.pick(Self.nameFields) }

    private mutating func textTerm() -> Expression.Term {
        switch random.below(20) {
        case 0...6: .word(random.pick(Vocabulary.han + Vocabulary.han.map { String($0.suffix(2)) }))
        case 7...10: .word(random.pick(Self.words))
        case 11: .word(random.pick(["电池装置", "的光纤", "光纤传感器", "LED灯", "石墨烯散热膜", "方法5mm", "B超系统"]))
        case 12, 13: .phrase(random.pick(Self.words + ["LED 灯", "wi fi", "5 mm", "heating film", "电池 装置", "0.5 mm"]))
        case 14...16: .pattern(latinPattern())
        default: .pattern(hanPattern())
        }
    }

    static let words = [
        "battery", "batteries", "sensor", "heating", "heat", "coating", "motor", "motors", "film", "device", "LED",
        "Wi-Fi",
        "WiFi", "wifi", "X-ray", "xray", "CO2", "5mm", "0.5mm", "0.5", "5", "25℃", "U.S.", "US", "Füllung", "fullung",
        "graphene", "B超", "state-of-the-art", "motor's", "3.5", "セ", "センサ", "of",
    ]

    private mutating func latinPattern() -> [Expression.Piece] {
        switch random.below(6) {
        case 0: [.text(random.pick(["bat", "mot", "s", "wi", "heat", "gra", "3", "stateofthe"])), .any]
        case 1: [.any, .text(random.pick(["ing", "s", "fi", "or", "ry", "5"]))]
        case 2: [.text(random.pick(["moto", "film", "heate", "senso", "motor"])), random.pick([.one, .optional])]
        case 3: [.text(random.pick(["b", "mo", "se", "h"])), .any, .text(random.pick(["y", "r", "rs", "ing"]))]
        case 4: [.text("s"), .one, .text("nsor"), random.pick([.optional, .any])]
        default: [.any, .text(random.pick(["tt", "oto", "fi", "en"])), .any]
        }
    }

    private mutating func hanPattern() -> [Expression.Piece] {
        let gap = random.pick([
            [Expression.Piece.any], [.one], [.optional], [.one, .one], [.optional, .optional], [.one, .optional],
        ])
        switch random.below(5) {
        case 0: return [.text(random.pick(["光", "电池", "传", "电"]))] + gap
        case 1: return [random.pick([.any, .one, .optional]), .text(random.pick(["纤", "电池", "装置", "池"]))]
        case 2:
            return [.text(random.pick(["光", "电", "散", "半"]))] + gap + [.text(random.pick(["纤", "机", "膜", "器", "体"]))]
        case 3: return [.any, .text(random.pick(["电池", "光"])), random.pick([.any, .one])]
        default: return [.text("石"), .one, .text("烯"), .any, .text(random.pick(["膜", "置", "法"]))]
        }
    }

    private mutating func nameTerm() -> Expression.Term {
        switch random.below(12) {
        case 0...2: .word(random.pick(["大学", "山东大学", "华为", "公司", "王", "王明", "明", "石油大学华东", "深圳", "光纤", "石墨烯"]))
        case 3, 4:
            .word(
                random.pick([
                    "Samsung", "co", "Coca-Cola", "cocacola", "U.S.", "US", "Smith", "batteries", "TCL集团", "3M",
                    "OBrien",
                ])
            )
        case 5:
            .phrase(
                random.pick([
                    "Co Ltd", "Co., Ltd.", "US Steel", "J.A. Smith", "SDI Co", "Société Générale", "Rolls Royce",
                ])
            )
        case 6, 7:
            .pattern([
                .text(random.pick(["山东", "华为", "王", "Sam", "Samsung Elec", "Coca", "U.S", "J.A", "3", "中国"])), .any,
            ])
        case 8:
            .pattern([.any, .text(random.pick(["大学", "明", "公司", "Ltd", "Co", "Smith", "Inc.", "华东", "Royce plc"]))])
        case 9:
            .pattern([
                .text(random.pick(["山东", "王", "小"])), random.pick([.any, .one, .optional]),
                .text(random.pick(["大学", "明", "王"])),
            ])
        case 10:
            .pattern(
                random.pick([
                    [.text("王"), .one], [.text("王"), .optional], [.text("王"), .optional, .optional],
                    [.optional, .text("大学")],
                    [.one, .text("小明")], [.text("王"), .one, .one], [.text("Smit"), .one], [.text("王"), .one, .any],
                    [.optional, .text("明王"), .optional],
                ])
            )
        default: .pattern([.any, .text(random.pick(["油", "sun", "大学", "al"])), .any])
        }
    }

    // MARK: Proximity

    private mutating func nearness() -> Expression.Nearness {
        switch random.below(6) {
        case 0, 1: .after(random.within(1...5))
        case 2, 3: .within(random.within(1...6))
        case 4: .sameSentence
        default: .sameParagraph
        }
    }

    private mutating func proximity(depth: Int) -> Expression.Proximity {
        Expression.Proximity(operand(depth: depth), nearness(), operand(depth: depth))
    }

    private mutating func operand(depth: Int) -> Expression.Operand {
        switch random.below(8) {
        case 0 where depth > 0: Expression.Operand(.near(proximity(depth: depth - 1)))
        case 1 where depth > 0: Expression.Operand(.anyOf((0..<2).map { _ in operand(depth: 0) }))
        case 2: Expression.Operand(.term(.pattern(hanPattern())))
        case 3: Expression.Operand(.term(.pattern(latinPattern())))
        case 4, 5: Expression.Operand(.term(.word(random.pick(Vocabulary.han))))
        case 6:
            Expression.Operand(
                .term(.word(random.pick(["battery", "sensor", "motor", "film", "heating", "LED", "5mm"])))
            )
        default: Expression.Operand(.term(.phrase(random.pick(["电池", "装置", "heating", "LED 灯", "5 mm"]))))
        }
    }

    private mutating func nameOperand() -> Expression.Operand {
        Expression.Operand(
            .term(.word(random.pick(["Samsung", "Co", "Ltd", "华为", "有限公司", "大学", "US", "Steel", "石油", "Cola"])))
        )
    }

    private mutating func frequency() -> Expression.Frequency {
        let comparison = random.pick([Expression.Comparison.less, .atMost, .equal, .atLeast, .greater])
        let count = comparison == .less ? random.within(2...4) : random.within(1...4)
        switch random.below(4) {
        case 0:
            return Expression.Frequency(
                Expression.Operand(.term(.word(random.pick(["Wi-Fi", "WiFi", "battery"])))),
                comparison,
                count
            )
        case 1: return Expression.Frequency(operand(depth: 1), comparison, count)
        default:
            return Expression.Frequency(
                Expression.Operand(.term(.word(random.pick(["电池", "光", "的", "哈哈", "电"])))),
                comparison,
                count
            )
        }
    }
}

extension Expression.Piece {
    fileprivate var isOfSeveralWords: Bool {
        if case .text(let text) = self { text.contains(" ") } else { false }
    }
}
