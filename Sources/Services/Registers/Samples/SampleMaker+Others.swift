import Domain

extension SampleMaker {
    /// A design.
    func design(_ plan: SamplePlan, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .design)
        let item = random.pickSkewed(SampleVocabulary.designs)
        let model = random.pick(["A", "B", "C", "S", "T", "X"]) + String(random.within(1...99))
        record.titles = Self.both(SampleTerm(zh: "\(item.name.zh)（\(model)）", en: "\(item.name.en) (\(model))"))
        let view = random.pickSkewed([SampleTerm("立体图=perspective view"), SampleTerm("主视图=front view")])
        let point = random.pickSkewed([
            SampleTerm("形状=shape"), SampleTerm("形状与图案的结合=combination of shape and pattern"), SampleTerm("图案=pattern"),
        ])
        record.abstracts = Self.both(
            SampleTerm(
                zh: "示例：本外观设计产品的名称为\(item.name.zh)（\(model)）；设计要点在于\(point.zh)；最能表明设计要点的图片是\(view.zh)。",
                en:
                    "SAMPLE: The product is a \(SampleText.lowercased(item.name.en)) (\(model)); its essential feature is the "
                    + "\(point.en), shown best by the \(view.en)."
            )
        )
        record.classes.locarno = [item.locarno]
        record.classes.locarnoEdition = Self.locarnoEdition(plan.published.date.year)
        record.application = DocumentID(country: "CN", number: applicationNumber(plan), date: plan.filed.date)
        let life = SampleLife(plan, &random)
        record.publications = life.publications.map { kind, day in
            DocumentID(country: "CN", number: Self.publicationNumber(plan), kind: kind, date: day.date)
        }
        record.events = life.events
        record.status = life.status
        record.expiryDate = life.expiry
        let (parties, organisation) = applicants(plan.topic, &random)
        record.applicants = parties
        record.designers = Self.employees(of: organisation, isChinese: true, &random)
        Self.represent(&record, &random)
        return .design(Design(bibliography: record))
    }

    /// The edition of the Locarno classification in force in a year.
    private static func locarnoEdition(_ year: Int) -> String {
        let firstYears = [2004, 2009, 2014, 2017, 2019, 2021, 2023, 2025]
        return String(7 + firstYears.count { $0 <= year })
    }

    /// A geographical indication with its producers, who all live where it comes from.
    func geographicalIndication(_ plan: SamplePlan, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .gi)
        var details = GeographicalIndication.Details()
        let (place, product) = Self.origin(&random)
        let root = SampleParties.root(random.below(SampleParties.nameCount))
        details.names = Self.both(
            SampleTerm(zh: "示例-\(root.zh)\(product.zh)", en: "SAMPLE-\(root.en) \(product.en)")
        )
        var protection = GeographicalIndication.Protection()
        protection.protection = "GI"
        protection.protectionText = "地理标志保护产品（示例）"
        protection.productType = product.zh
        protection.region = place.province + place.city
        protection.description =
            "示例：产自\(place.province)\(place.city)划定地域内的\(product.zh)。质量技术要求为虚构内容：采收期不少于\(random.within(20...180))天，"
            + "贮存温度不高于\(random.within(2...25))℃。"
        details.gi = protection
        let number = "GI-SAMPLE-" + SampleParties.padded(plan.index, 8)
        record.fileNumber = number
        record.registration = DocumentID(country: "CN", number: number, date: plan.filed.date)
        record.countries = ["CN"]
        record.status = Status(text: "批准公告，有效", date: plan.filed.date)
        record.applicants = [SampleParties.association(root, product, at: place, index: plan.index)]
        record.users = (0..<random.below(4)).map { number in
            SampleParties.producer(product, at: place, serial: plan.index * 4 + number, &random)
        }
        return .gi(GeographicalIndication(bibliography: record, details: details))
    }

    /// Where a geographical indication comes from, and what it is: the first that its generator draws after the plan.
    static func origin(_ random: inout SampleRandom) -> (place: SamplePlace, product: SampleTerm) {
        let place = SamplePlace.draw(&random)
        return (place, random.pick(SampleVocabulary.products))
    }

    /// A layout-design of an integrated circuit.
    func layout(_ plan: SamplePlan, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .layout)
        var details = LayoutDesign.Details()
        let circuit = random.pickSkewed(SampleVocabulary.circuits)
        let model = String(random.within(1000...9999))
        record.titles = Self.both(SampleTerm(zh: "示例-\(circuit.zh)\(model)", en: "SAMPLE \(circuit.en) \(model)"))
        record.application = DocumentID(
            country: "CN",
            number: "99" + SampleParties.padded(plan.index, 9),
            date: plan.filed.date
        )
        let registered = plan.filed + random.within(60...150)
        record.status = Status(text: "受理", date: plan.filed.date)
        if registered.hasCome {
            record.registration = DocumentID(
                country: "CN",
                number: "BS.99" + SampleParties.padded(plan.index, 8),
                date: registered.date
            )
            // Ten years from filing (Regulations on the Protection of Layout-Designs, article 12).
            let filed = plan.filed.date
            let end = SampleDay(year: filed.year + 10, month: filed.month ?? 1, day: filed.day ?? 1) + -1
            record.expiryDate = end.date
            record.status =
                end.hasCome
                ? Status(text: "专有权期限届满", date: end.date) : Status(text: "专有权有效", date: registered.date)
        }
        var layout = LayoutDesign.Layout()
        layout.structure = random.pickSkewed(["MOS", "BIPOLAR", "BI-MOS", "OPTICAL-IC"])
        layout.technology = random.pickSkewed(["CMOS", "DMOS", "HBT", "TTL"])
        layout.function = random.pickSkewed(["线性", "逻辑", "存储", "微型计算机", "其他"])
        layout.completionDate = (plan.filed + -random.within(30...400)).date
        details.layout = layout
        let (parties, organisation) = applicants(plan.topic, &random)
        record.owners = parties
        record.inventors = Self.employees(of: organisation, isChinese: true, &random)
        return .layout(LayoutDesign(bibliography: record, details: details))
    }
}
