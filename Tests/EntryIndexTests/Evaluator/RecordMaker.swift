import Domain

/// Random records of all five rights with awkward texts, names, numbers and dates.
struct RecordMaker {
    var random: TestRandom

    init(seed: UInt64) { random = TestRandom(seed: seed) }

    mutating func record(_ index: Int) -> Right {
        switch random.below(10) {
        case 0...4: patent(index)
        case 5, 6: design(index)
        case 7: trademark(index)
        case 8: indication(index)
        default: layout(index)
        }
    }

    // MARK: Texts

    /// Sentences of random words with random signs between them.
    mutating func text(_ length: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<random.within(length) {
            if random.chance(65) {
                text += random.pick(Vocabulary.han)
                if random.chance(25) { text += random.pick(["，", "。", "；", "、", " ", "（", "·", "。", "！"]) }
            } else {
                if random.chance(70) { text += " " }
                text += random.pick(Vocabulary.latin)
                text += random.pick([" ", " ", ", ", ". ", "; ", "? ", "", "。", ".", " - "])
            }
        }
        return text
    }

    private mutating func paragraphs(_ count: ClosedRange<Int>) -> String {
        (0..<random.within(count)).map { _ in text(2...10) }.joined(separator: "\n")
    }

    private mutating func localized(_ length: ClosedRange<Int>) -> [LocalizedText] {
        (0..<random.pick([1, 1, 1, 2, 0])).map { _ in
            LocalizedText(lang: random.pick(["zh", "zh", "en", nil, "fr", "ja"]), text: text(length))
        }
    }

    // MARK: Rights

    private mutating func bibliography(_ right: RightKind, _ index: Int) -> Bibliography {
        var record = Bibliography(right: right)
        record.titles = localized(1...5)
        record.abstracts = localized(3...20)
        record.keywords = random.chance(20) ? [text(1...2), text(1...1)] : []
        record.status = random.chance(50) ? Status(text: random.pick(Vocabulary.status), date: date()) : nil
        record.events = (0..<random.below(3)).map { _ in LegalEvent(date: date(), text: random.pick(Vocabulary.events))
        }
        return record
    }

    mutating func patent(_ index: Int) -> Right {
        var record = bibliography(random.chance(30) ? .utilityModel : .patent, index)
        addApplication(to: &record, index)
        addPublications(to: &record, index)
        people(&record)
        record.classes.ipc = some(Vocabulary.ipc)
        record.classes.cpc = some(Vocabulary.cpc)
        record.classes.uspc = random.chance(10) ? [random.pick(Vocabulary.usClasses)] : []
        if random.chance(30) {
            record.priorities = [Priority(country: "US", number: "2099/0001\(index % 7)", date: date())]
        }
        var details = Patent.Details()
        if random.chance(60) {
            details.claims = [ClaimSet(lang: "zh", items: (0..<random.within(1...3)).map { _ in claim() })]
        }
        if random.chance(40) { details.description = [LocalizedText(lang: "zh", text: paragraphs(1...4))] }
        if random.chance(40) { details.industries = some(Vocabulary.industries) }
        if random.chance(20) {
            var filing = InternationalFiling()
            filing.application = DocumentID(country: "WO", number: "PCT/CN2019/08123\(index % 10)", date: date())
            filing.nationalPhase = date()
            details.pct = filing
        }
        return .patent(Patent(bibliography: record, details: details))
    }

    /// A claim with line ends inside, which are none of a paragraph.
    private mutating func claim() -> String {
        random.chance(30) ? text(1...4) + "\n" + text(1...4) : text(2...6)
    }

    private mutating func design(_ index: Int) -> Right {
        var record = bibliography(.design, index)
        addApplication(to: &record, index)
        people(&record)
        record.classes.locarno = some(Vocabulary.locarno)
        var details = Design.Details()
        if random.chance(60) { details.description = [LocalizedText(lang: "zh", text: paragraphs(1...2))] }
        return .design(Design(bibliography: record, details: details))
    }

    private mutating func trademark(_ index: Int) -> Right {
        var record = bibliography(.trademark, index)
        record.application = DocumentID(country: "CN", number: "\(70_000_000 + index)", date: date())
        record.registration =
            random.chance(50) ? DocumentID(country: "CN", number: "\(70_000_000 + index)", date: date()) : nil
        record.owners = parties()
        record.classes.nice = some(Vocabulary.nice)
        record.classes.vienna = some(Vocabulary.vienna)
        var details = Trademark.Details()
        var mark = Trademark.Mark()
        mark.text = text(1...2)
        details.mark = mark
        details.goods = random.chance(70) ? [Trademark.Goods(class: nil, text: text(2...8))] : []
        return .trademark(Trademark(bibliography: record, details: details))
    }

    private mutating func indication(_ index: Int) -> Right {
        var record = bibliography(.gi, index)
        record.titles = []
        record.fileNumber = "PDO-SAMPLE-\(index)"
        record.users = parties()
        var details = GeographicalIndication.Details()
        details.names = [LocalizedText(lang: "zh", text: text(1...2))]
        var protection = GeographicalIndication.Protection()
        protection.description = paragraphs(1...2)
        protection.productType = text(1...1)
        details.gi = protection
        return .gi(GeographicalIndication(bibliography: record, details: details))
    }

    private mutating func layout(_ index: Int) -> Right {
        var record = bibliography(.layout, index)
        record.registration = DocumentID(country: "CN", number: "BS.99\(1_000_000 + index)", date: date())
        record.owners = parties()
        var details = LayoutDesign.Details()
        var facts = LayoutDesign.Layout()
        facts.structure = random.chance(50) ? text(1...3) : nil
        facts.function = text(1...3)
        details.layout = facts
        return .layout(LayoutDesign(bibliography: record, details: details))
    }

    // MARK: Numbers, dates, parties

    private mutating func addApplication(to record: inout Bibliography, _ index: Int) {
        let filed = date()
        switch random.below(10) {
        case 0: record.application = DocumentID(country: "US", number: "16/\(100_000 + index)", date: filed)
        case 1: record.application = DocumentID(country: "CN", number: "85\(100_000 + index)", date: filed)
        default:
            let year = random.within(2012...2021)
            let digits = "\(year)\(record.right == .utilityModel ? 2 : 1)0\(100_000 + index)"
            // Printed with its check digit, without, or with a wrong one.
            let check = [Self.checkDigit(digits), "", "0"][random.pick([0, 0, 0, 1, 2])]
            let number = check.isEmpty ? digits : digits + (random.chance(60) ? "." : "") + check
            record.application = DocumentID(country: "CN", number: number, date: filed)
        }
    }

    private static func checkDigit(_ digits: String) -> String {
        let sum = digits.enumerated().reduce(0) { $0 + ($1.element.wholeNumberValue ?? 0) * ($1.offset % 8 + 2) }
        return sum % 11 == 10 ? "X" : String(sum % 11)
    }

    private mutating func addPublications(to record: inout Bibliography, _ index: Int) {
        guard random.chance(85) else { return }
        if record.application?.country == "US" {
            record.publications = [DocumentID(country: "US", number: "\(8_000_000 + index)", kind: "B2", date: date())]
            return
        }
        let number = "11\(1_000_000 + index)"
        record.publications = [DocumentID(country: "CN", number: number, kind: "A", date: date())]
        if random.chance(40) {
            record.publications.append(DocumentID(country: "CN", number: number, kind: "B", date: date()))
        }
    }

    mutating func date() -> PartialDate? {
        let year = random.within(2010...2021)
        switch random.below(12) {
        case 0: return nil
        case 1: return PartialDate(year: year)
        case 2: return PartialDate(year: year, month: random.within(1...12))
        case 3: return PartialDate(year: year, month: 1, day: 1)
        case 4: return PartialDate(year: year, month: random.within(1...12), day: 1)
        default: return PartialDate(year: year, month: random.within(1...12), day: random.within(1...28))
        }
    }

    private mutating func people(_ record: inout Bibliography) {
        record.applicants = parties()
        record.inventors = some(Vocabulary.persons).map { Party(name: $0) }
        if random.chance(40) {
            record.agents = [Party(name: random.pick(Vocabulary.persons))]
            record.agencies = [Party(name: random.pick(Vocabulary.organisations))]
        }
    }

    private mutating func parties() -> [Party] {
        some(Vocabulary.organisations).map { name in
            let (address, code) = random.pick(Vocabulary.addresses)
            let hasAddress = random.chance(70)
            let isForeign = address.hasPrefix("德国")
            // A postcode says the region too where the address does not, so none stands beside such an address.
            let hasPostcode = hasAddress && !code.isEmpty && random.chance(30)
            return Party(
                name: name,
                country: hasAddress ? (isForeign ? "DE" : "CN") : random.pick(["CN", "US", "JP"]),
                postcode: hasPostcode ? random.pick(Vocabulary.postcodes) : nil,
                address: hasAddress ? address : nil
            )
        }
    }

    private mutating func some(_ values: [String]) -> [String] {
        var chosen: [String] = []
        for _ in 0..<random.pick([0, 1, 1, 1, 2, 3]) {
            let value = random.pick(values)
            if !chosen.contains(value) { chosen.append(value) }
        }
        return chosen
    }
}
