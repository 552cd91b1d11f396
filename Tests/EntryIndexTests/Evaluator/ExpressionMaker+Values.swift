import Domain

@testable import EntryIndex

extension ExpressionMaker {
    mutating func date() -> Expression {
        let fields: [Field?] = [
            nil, .applicationDate, .publicationDate, .grantDate, .registrationDate, .priorityDate, .legalStatusDate,
            .pctEntryDate,
        ]
        let field = random.pick(fields)
        let ends = [part(), part()].sorted()
        let period: Expression.DateRange? =
            switch random.below(4) {
            case 0: Expression.DateRange(from: ends[0], through: ends[0])
            case 1: Expression.DateRange(from: ends[0], through: nil)
            case 2: Expression.DateRange(from: nil, through: ends[1])
            default: Expression.DateRange(from: ends[0], through: ends[1])
            }
        return period.map { Expression(.date($0, field)) } ?? Expression(.everything)
    }

    private mutating func part() -> PartialDate {
        let year = random.within(2010...2021)
        let month: Int? = random.chance(60) ? random.within(1...12) : nil
        let day: Int? = month != nil && random.chance(60) ? random.within(1...28) : nil
        return PartialDate(year: year, month: month, day: day) ?? PartialDate(number: 2015_01_01) ?? part()
    }

    mutating func symbol() -> Expression {
        let ipc = [
            "H01M10/05", "H01M10/052", "H01M10/00", "H01M", "H02K1/00", "H02K1/06", "H02K", "H", "H02", "Y02E60/00",
            "Y02E", "A61K31/00", "B60L",
        ]
        let beginnings = ["H02K1", "H01M10/05", "H01M10/0", "H02", "A61K31"]
        switch random.below(10) {
        case 0...3:
            let field: Field? = random.pick([.ipc, .ipc, .cpc, nil])
            // In the box a section alone is a word.
            let symbols = ipc.filter { field == .cpc || (field == .ipc ? !$0.hasPrefix("Y") : $0.utf8.count > 1) }
            return Expression(.symbol(Expression.Symbol(random.pick(symbols)), field))
        case 4, 5:
            let text = random.pick(beginnings)
            // In the box fewer than four characters are a truncated word.
            let fields: [Field?] = text.utf8.count < 4 ? [.ipc, .cpc] : [.ipc, .cpc, nil]
            return Expression(
                .symbol(Expression.Symbol(text, reach: .beginning), random.pick(fields))
            )
        case 6:
            return Expression(
                .symbol(Expression.Symbol(random.pick(["H01M10/05", "H01M10/00", "H02K"]), reach: .exact), .ipc)
            )
        case 7: return Expression(.symbol(Expression.Symbol(random.pick(["14-02", "14", "06-01", "06"])), .locarno))
        case 8: return Expression(.symbol(Expression.Symbol(random.pick(["9", "3", "35", "30"])), .nice))
        default:
            return random.chance(70)
                ? Expression(.symbol(Expression.Symbol(random.pick(["7.1", "7.1.1", "7", "26.4.5"])), .vienna))
                : Expression(.symbol(Expression.Symbol("340/539.12"), .usClass))
        }
    }

    mutating func value() -> Expression {
        func word(_ text: String, _ field: Field) -> Expression { Expression(.term(.word(text), field)) }
        switch random.below(7) {
        case 0:
            return word(
                random.pick(ReferenceValues.regionPrefixes.keys.sorted()),
                random.pick([.region, .applicantOrigin])
            )
        case 1:
            return word(
                random.pick(ReferenceValues.countryCodes.keys.sorted()),
                random.pick([.country, .applicantOrigin])
            )
        case 2: return word(random.pick(ReferenceValues.kinds.keys.sorted()), .inventionType)
        case 3: return word(random.pick(["C39", "C3985", "C", "I6510", "D"]), .industry)
        case 4: return word(random.pick(["518", "518057", "100080"]), .applicantPostcode)
        case 5: return word(random.pick(ReferenceValues.states.keys.sorted()), .legalStatus)
        default: return word(random.pick(["授权", "质押", "终止", "专利权", "视为撤回"]), .legalStatus)
        }
    }

    // MARK: Numbers

    mutating func number() -> Expression {
        var text = ""
        var field = Field.applicationNumber
        for _ in 0..<20 where text.isEmpty {
            let record = randomRecord().bibliography
            switch random.below(4) {
            case 0:
                field = .publicationNumber
                if let document = record.publications.first {
                    text = written(document) + (random.chance(50) ? document.kind ?? "" : "")
                }
            case 1:
                field = .registrationNumber
                text = record.registration.map { written($0) } ?? ""
            default: text = record.application.map { written($0) } ?? ""
            }
        }
        guard !text.isEmpty else { return Expression(.everything) }
        let inBox = random.chance(25)
        switch random.below(8) {
        case 0:
            let beginning = String(text.prefix(random.within(4...9)))
            return Expression(
                .number(
                    Expression.Number(beginning, reach: .beginning),
                    inBox && Self.beginsNumberInBox(beginning) ? nil : field
                )
            )
        case 1:
            return Expression(
                .number(Expression.Number(String(text.suffix(random.within(3...6))), reach: .ending), field)
            )
        case 2:
            return Expression(
                .number(Expression.Number(String(text.dropFirst(2).suffix(5).prefix(4)), reach: .containing), field)
            )
        default: return Expression(.number(Expression.Number(text), inBox && Self.isNumberInBox(text) ? nil : field))
        }
    }

    /// Whether the box takes it for a number; others are words there, so that nothing printed could mean the number.
    private static func isNumberInBox(_ text: String) -> Bool {
        if NumberReader.isUnmistakable(text) { return true }
        return text.utf8.allSatisfy { (48...57).contains($0) } && NumberReader.boxDigits.contains(text.utf8.count)
    }

    private static func beginsNumberInBox(_ text: String) -> Bool {
        (text.hasPrefix("CN") || text.hasPrefix("ZL")) && NumberReader.digitCount(text) >= 4
            && NumberReader.isPlausible(text)
    }

    /// A number as people type it: with or without country, signs and check digit.
    private mutating func written(_ document: DocumentID) -> String {
        let isChinese = document.country == "CN"
        var number = document.number
        if isChinese, number.hasPrefix("20") {
            let digits = String(number.prefix(12))
            number = random.pick([number, digits, digits + ".1", digits + "X"])
        }
        if random.chance(30) { number = number.replacing(".", with: "") }
        if random.chance(60) { return (document.country ?? "") + number }
        return isChinese && document.kind == nil && random.chance(20) ? "ZL" + number : number
    }
}
