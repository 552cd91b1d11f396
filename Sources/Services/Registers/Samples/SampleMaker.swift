package import Domain

/// Makes lifelike records of all five rights that are plainly marked 示例 and use only numbers no office assigns.
///
/// Deterministic: record n of seed s is always the same, so that a run of ten million begins with the same records as a
/// run of ten. Classes, applicants and regions are skewed as in real registers; filings grow by about 9 % a year.
/// Unassigned ranges: application serials from 9,000,000, publication numbers CN199..., CN299..., CN399..., foreign
/// numbers of the year 2099, trade mark numbers 99 and eight digits, layout registrations BS.99...
package struct SampleMaker: Sendable {
    /// Chooses the random stream; the same seed makes the same records.
    package let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
    }

    /// Record number `index`, counted from 0.
    package func record(_ index: Int) -> Right {
        var random = SampleRandom(seed: seed, stream: UInt64(index))
        var right: Right
        switch random.below(100) {
        case 0..<38: right = patent(index, .patent, &random)
        case 38..<62: right = patent(index, .utilityModel, &random)
        case 62..<73: right = design(index, &random)
        case 73..<94: right = trademark(index, &random)
        case 94..<97: right = geographicalIndication(index, &random)
        default: right = layout(index, &random)
        }
        right.bibliography.sample = true
        return right
    }

    // MARK: Patents

    private func patent(_ index: Int, _ kind: RightKind, _ random: inout SampleRandom) -> Right {
        let topic = random.pickSkewed(SampleTopic.all)
        let country = random.chance(14) ? random.pickSkewed(["US", "JP", "EP", "WO", "KR", "DE", "FR"]) : "CN"
        var record = Bibliography(right: country == "CN" ? kind : .patent)
        let filed = filingDate(index, &random)
        let text = SampleText(topic: topic, random: &random)
        record.titles = [LocalizedText(lang: "zh", text: text.titleZh), LocalizedText(lang: "en", text: text.titleEn)]
        record.abstracts = [
            LocalizedText(lang: "zh", text: text.abstractZh), LocalizedText(lang: "en", text: text.abstractEn),
        ]
        record.classes.ipc = symbols(topic, &random)
        if random.chance(60) { record.classes.cpc = record.classes.ipc }
        record.mainClass = record.classes.ipc.first
        number(&record, country, index, filed, &random)
        people(&record, country, &random)
        if random.chance(country == "CN" ? 6 : 55) {
            record.priorities = [
                Priority(
                    country: country == "CN" ? "US" : country,
                    number: "2099/" + Self.padded(index, 8),
                    kind: nil,
                    date: Self.shifted(filed, days: -300)
                )
            ]
        }
        var details = Patent.Details()
        details.claims = [
            ClaimSet(lang: "zh", independent: [1], items: text.claims)
        ]
        if random.chance(3) { details.description = [LocalizedText(lang: "zh", text: text.description)] }
        details.citations = citations(index, &random)
        if random.chance(30) {
            var family = Family()
            family.id = "SAMPLE-" + Self.padded(index / 3, 8)
            family.simpleSize = 1 + random.below(7)
            details.family = family
        }
        if random.chance(40) {
            details.industries = [random.pick(["C3985", "C3670", "I6510", "C2761", "A0111", "C3514"])]
        }
        return .patent(Patent(bibliography: record, details: details))
    }

    private func number(
        _ record: inout Bibliography,
        _ country: String,
        _ index: Int,
        _ filed: PartialDate,
        _ random: inout SampleRandom
    ) {
        guard country == "CN" else {
            let serial = "2099" + Self.padded(index, 8)
            record.application = DocumentID(country: country, number: serial, kind: nil, date: filed)
            let published = Self.shifted(filed, days: 540 + random.below(90))
            record.publications = [
                DocumentID(country: country, number: serial, kind: country == "WO" ? "A1" : "A", date: published)
            ]
            record.events = [LegalEvent(date: published, code: nil, text: "PUBLICATION (SAMPLE)")]
            return
        }
        let isModel = record.right == .utilityModel
        let number = applicationNumber(index, year: filed.year, kind: isModel ? .utilityModel : .invention)
        record.application = DocumentID(country: "CN", number: number, date: filed)
        let serial = (isModel ? "299" : "199") + Self.padded(index, 6)
        if isModel {
            let granted = Self.shifted(filed, days: 150 + random.below(200))
            record.publications = [DocumentID(country: "CN", number: serial, kind: "U", date: granted)]
            lifecycle(&record, filed: filed, granted: granted, years: 10, &random)
            return
        }
        let published = Self.shifted(filed, days: 180 + random.below(360))
        record.publications = [DocumentID(country: "CN", number: serial, kind: "A", date: published)]
        record.events = [LegalEvent(date: published, code: "PB01", text: "公布")]
        if random.chance(90) {
            record.events.append(LegalEvent(date: Self.shifted(published, days: 20), code: "SE01", text: "实质审查的生效"))
        }
        switch random.below(10) {
        case 0..<5:
            let granted = Self.shifted(published, days: 400 + random.below(600))
            record.publications.append(DocumentID(country: "CN", number: serial, kind: "B", date: granted))
            lifecycle(&record, filed: filed, granted: granted, years: 20, &random)
        case 5..<7:
            let date = Self.shifted(published, days: 500 + random.below(400))
            record.events.append(LegalEvent(date: date, code: "WD01", text: "发明专利申请公布后的视为撤回"))
            record.status = Status(text: "视为撤回", date: date)
        default:
            record.status = Status(text: "实质审查", date: published)
        }
    }

    private func lifecycle(
        _ record: inout Bibliography,
        filed: PartialDate,
        granted: PartialDate,
        years: Int,
        _ random: inout SampleRandom
    ) {
        record.events.append(LegalEvent(date: granted, code: "GR01", text: "授权"))
        let term = Self.shifted(filed, days: years * 365 + years / 4)
        record.expiryDate = term
        if term < Self.newest {
            record.events.append(LegalEvent(date: term, code: "CX01", text: "专利权有效期届满"))
            record.status = Status(text: "期满终止", date: term)
        } else if random.chance(25) {
            let lapsed = Self.shifted(granted, days: 700 + random.below(1500))
            record.events.append(LegalEvent(date: lapsed, code: "CF01", text: "未缴年费专利权终止"))
            record.status = Status(text: "未缴年费终止失效", date: lapsed)
        } else {
            if random.chance(8) {
                let moved = Self.shifted(granted, days: 300 + random.below(900))
                record.events.append(LegalEvent(date: moved, code: "TR01", text: "专利权的转移"))
            }
            record.status = Status(text: "专利权维持", date: granted)
        }
    }

    private func symbols(_ topic: SampleTopic, _ random: inout SampleRandom) -> [String] {
        var symbols: [String] = []
        for _ in 0..<(1 + random.skewed(4)) {
            let group = random.pickSkewed(topic.groups)
            let symbol =
                topic.subclass + " \(group)/"
                + random.pickSkewed(["00", "02", "04", "06", "08", "10", "12", "14", "16", "20", "30"])
            if !symbols.contains(symbol) { symbols.append(symbol) }
        }
        if random.chance(20) {
            let other = random.pickSkewed(SampleTopic.all)
            let symbol = other.subclass + " \(other.groups[0])/00"
            if !symbols.contains(symbol) { symbols.append(symbol) }
        }
        return symbols
    }

    private func citations(_ index: Int, _ random: inout SampleRandom) -> Citations? {
        guard index > 10, random.chance(35) else { return nil }
        let cited = (0..<(1 + random.skewed(6))).map { _ in
            Citation(
                country: "CN",
                number: "199" + Self.padded(random.below(index), 6),
                kind: "A",
                category: random.pick(["X", "Y", "A"])
            )
        }
        return Citations(patents: cited, citedBy: random.skewed(40))
    }

    // MARK: Other rights

    private func design(_ index: Int, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .design)
        let item = random.pickSkewed(SampleVocabulary.designs)
        let filed = filingDate(index, &random)
        let granted = Self.shifted(filed, days: 120 + random.below(150))
        let quality = random.pick(SampleTopic.qualities)
        record.titles = [
            LocalizedText(lang: "zh", text: item.zh + "（" + quality.zh + "）"),
            LocalizedText(lang: "en", text: item.en + " (" + quality.en + ")"),
        ]
        record.abstracts = [
            LocalizedText(lang: "zh", text: "示例：本外观设计产品的名称为\(item.zh)，设计要点在于形状与图案的结合，最能表明设计要点的图片是主视图。")
        ]
        record.classes.locarno = [item.locarno]
        record.classes.locarnoEdition = "15"
        record.application = DocumentID(
            country: "CN",
            number: applicationNumber(index, year: filed.year, kind: .design),
            date: filed
        )
        record.publications = [
            DocumentID(country: "CN", number: "399" + Self.padded(index, 6), kind: "S", date: granted)
        ]
        lifecycle(&record, filed: filed, granted: granted, years: filed.number < 20_210_601 ? 10 : 15, &random)
        people(&record, "CN", &random)
        record.designers = record.inventors
        record.inventors = []
        return .design(Design(bibliography: record))
    }

    private func trademark(_ index: Int, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .trademark)
        var details = Trademark.Details()
        let first = random.pick(SampleVocabulary.markWords)
        let second = random.pick(SampleVocabulary.markWords)
        let goods = random.pickSkewed(SampleVocabulary.goods)
        let filed = filingDate(index, &random)
        var mark = Trademark.Mark()
        mark.text = random.chance(60) ? "示例-\(first.zh)\(second.zh.prefix(1))" : "示例-\(first.zh) \(first.en)"
        mark.category = random.chance(95) ? "一般" : random.pick(["集体", "证明"])
        details.mark = mark
        details.goods = [Trademark.Goods(class: String(goods.number), text: goods.text)]
        record.classes.nice = [String(goods.number)]
        record.classes.similarGroups = [Self.padded(goods.number, 2) + Self.padded(1 + random.below(12), 2)]
        record.application = DocumentID(country: "CN", number: "99" + Self.padded(index, 8), date: filed)
        switch random.below(10) {
        case 0..<6:
            let registered = Self.shifted(filed, days: 260 + random.below(120))
            record.registration = DocumentID(country: "CN", number: "99" + Self.padded(index, 8), date: registered)
            record.expiryDate = Self.shifted(registered, days: 3652)
            record.status = Status(text: "商标已注册", date: registered)
            record.events = [
                LegalEvent(date: Self.shifted(registered, days: -92), code: "TMZCSQ", text: "商标初步审定公告"),
                LegalEvent(date: registered, code: "TMZCZC", text: "商标注册公告（一）"),
            ]
        case 6..<8: record.status = Status(text: "等待实质审查", date: filed)
        default: record.status = Status(text: "驳回通知发文", date: Self.shifted(filed, days: 200))
        }
        people(&record, "CN", &random)
        record.owners = record.applicants
        record.applicants = []
        record.inventors = []
        return .trademark(Trademark(bibliography: record, details: details))
    }

    private func geographicalIndication(_ index: Int, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .gi)
        var details = GeographicalIndication.Details()
        let place = random.pickSkewed(SampleVocabulary.places)
        let product = random.pick(SampleVocabulary.products)
        let name = random.pick(SampleVocabulary.names)
        let approved = filingDate(index, &random)
        details.names = [
            LocalizedText(lang: "zh", text: "示例-\(name.zh)\(product.zh)"),
            LocalizedText(lang: "en", text: "SAMPLE \(name.en) \(product.en)"),
        ]
        var protection = GeographicalIndication.Protection()
        protection.protection = "GI"
        protection.protectionText = "地理标志保护产品（示例）"
        protection.productType = product.zh
        protection.region = place.province + place.city
        protection.description = "示例：产自\(place.province)\(place.city)划定地域内的\(product.zh)，质量技术要求为虚构内容。"
        details.gi = protection
        record.fileNumber = "GI-SAMPLE-" + Self.padded(index, 8)
        record.registration = DocumentID(country: "CN", number: "GI-SAMPLE-" + Self.padded(index, 8), date: approved)
        record.countries = ["CN"]
        record.status = Status(text: "已批准", date: approved)
        record.applicants = [organisation(&random, place: place)]
        for _ in 0..<random.below(4) { record.users.append(organisation(&random, place: place)) }
        return .gi(GeographicalIndication(bibliography: record, details: details))
    }

    private func layout(_ index: Int, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .layout)
        var details = LayoutDesign.Details()
        let filed = filingDate(index, &random)
        let registered = Self.shifted(filed, days: 60 + random.below(90))
        let product = random.pick(["电源管理芯片", "图像传感器", "射频前端芯片", "微控制器", "存储芯片", "模数转换器"])
        record.titles = [LocalizedText(lang: "zh", text: "示例-\(random.pick(SampleVocabulary.names).zh)\(product)")]
        record.application = DocumentID(country: "CN", number: "99" + Self.padded(index, 9), date: filed)
        record.registration = DocumentID(country: "CN", number: "BS.99" + Self.padded(index, 8), date: registered)
        record.expiryDate = Self.shifted(filed, days: 3652)
        var layout = LayoutDesign.Layout()
        layout.structure = random.pick(["MOS", "BIPOLAR", "BI-MOS", "OPTICAL-IC"])
        layout.technology = random.pick(["CMOS", "DMOS", "TTL", "HBT"])
        layout.function = random.pick(["线性", "逻辑", "存储", "微型计算机", "其他"])
        layout.completionDate = Self.shifted(filed, days: -90)
        details.layout = layout
        record.status = Status(text: "专有权有效", date: registered)
        people(&record, "CN", &random)
        record.owners = record.applicants
        record.applicants = []
        return .layout(LayoutDesign(bibliography: record, details: details))
    }
}
