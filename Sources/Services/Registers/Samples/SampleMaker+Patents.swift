import Domain

extension SampleMaker {
    /// An invention or utility model.
    func patent(_ plan: SamplePlan, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: plan.kind)
        var details = Patent.Details()
        let topic = SampleTopic.all[plan.topic]
        let isChinese = plan.office == "CN"
        // Members of a family have the words and people of the family.
        var shared = plan.family.map { SampleRandom(seed: ~seed, .family, $0.number) } ?? random
        let text = SampleText(topic, isModel: plan.kind == .utilityModel, &shared)
        record.titles = Self.both(text.title)
        record.abstracts = Self.both(text.abstract(of: plan.kind))
        record.classes.ipc = Self.symbols(topic, &shared)
        record.mainClass = record.classes.ipc.first
        addPeople(to: &record, plan, &shared)
        if plan.family == nil { random = shared }
        if random.chance(isChinese ? 55 : 90) { record.classes.cpc = record.classes.ipc }
        number(&record, plan, &random)
        details.claims = [text.claims(isChinese: isChinese, &random)]
        if isChinese, random.chance(4) {
            details.description = [LocalizedText(lang: "zh", text: text.description)]
        }
        details.citations = citations(plan, &random)
        if let family = plan.family { add(family, to: &record, &details) }
        if random.chance(40) { details.industries = [topic.industry] }
        return .patent(Patent(bibliography: record, details: details))
    }

    private func addPeople(to record: inout Bibliography, _ plan: SamplePlan, _ random: inout SampleRandom) {
        let isChinese = plan.office == "CN"
        let origin = plan.family?.origin ?? plan.office
        if origin == "CN", plan.family == nil {
            let (parties, organisation) = applicants(plan.topic, &random)
            record.applicants = parties
            record.inventors =
                parties[0].isOrganisation
                ? Self.employees(of: organisation, isChinese: true, &random)
                : [Party(name: parties[0].name, country: "CN")]
        } else {
            let organisation =
                origin == "CN"
                ? SampleParties.organisation(plan.topic, &random) : SampleParties.foreign(origin, plan.topic, &random)
            record.applicants = [SampleParties.party(organisation, isChinese: isChinese)]
            record.inventors = Self.employees(of: organisation, isChinese: isChinese, &random)
        }
        if isChinese { Self.represent(&record, &random) }
    }

    private static func symbols(_ topic: SampleTopic, _ random: inout SampleRandom) -> [String] {
        var symbols: [String] = []
        for _ in 0...random.skewed(4) {
            let symbol = topic.subclass + " " + random.pickSkewed(topic.groups) + "/" + random.pickSkewed(subgroups)
            if !symbols.contains(symbol) { symbols.append(symbol) }
        }
        if random.chance(18) {
            let other = random.pickSkewed(SampleTopic.all)
            let symbol = other.subclass + " " + other.groups[0] + "/00"
            if !symbols.contains(symbol) { symbols.append(symbol) }
        }
        return symbols
    }

    private static let subgroups = ["00", "02", "04", "06", "08", "10", "12", "14", "16", "18", "20"]

    // MARK: Numbers and life

    private func number(_ record: inout Bibliography, _ plan: SamplePlan, _ random: inout SampleRandom) {
        guard plan.office == "CN" else {
            record.application = foreignApplication(plan)
            record.publications = [Self.firstPublication(plan)]
            record.events = [LegalEvent(date: plan.published.date, text: "Publication (SAMPLE)")]
            return
        }
        record.application = DocumentID(country: "CN", number: applicationNumber(plan), date: plan.filed.date)
        let life = SampleLife(plan, &random)
        record.publications = life.publications.map { kind, day in
            DocumentID(country: "CN", number: Self.publicationNumber(plan), kind: kind, date: day.date)
        }
        record.events = life.events
        record.status = life.status
        record.expiryDate = life.expiry
    }

    /// The application number of a record from abroad, in the shape of its office and of the year 2099.
    func foreignApplication(_ plan: SamplePlan) -> DocumentID {
        DocumentID(
            country: plan.office,
            number: Self.foreignNumber(plan.office, plan.index).application,
            date: plan.filed.date
        )
    }

    /// The first publication of a record: of a Chinese invention the application, of a utility model the grant.
    private static func firstPublication(_ plan: SamplePlan) -> DocumentID {
        let isChinese = plan.office == "CN"
        return DocumentID(
            country: plan.office,
            number: isChinese ? publicationNumber(plan) : foreignNumber(plan.office, plan.index).publication,
            kind: plan.kind == .utilityModel ? "U" : isChinese ? "A" : foreignKind(plan.office),
            date: plan.published.date
        )
    }

    private static func foreignNumber(_ office: String, _ index: Int) -> (application: String, publication: String) {
        let serial = SampleParties.padded(index, 7)
        switch office {
        case "JP": return ("2099-" + serial, "2099-" + serial)
        case "KR": return ("10-2099-" + serial, "10-2099-" + serial)
        case "WO": return ("2099/" + serial, "2099/" + serial)
        case "DE": return ("102099" + serial, "102099" + serial)
        case "EP", "FR": return ("99" + serial, "99" + serial)
        default: return ("2099/" + serial, "2099" + serial)
        }
    }

    private static func foreignKind(_ office: String) -> String {
        ["JP", "KR"].contains(office) ? "A" : "A1"
    }

    // MARK: Relations

    private func add(_ family: SamplePlan.Family, to record: inout Bibliography, _ details: inout Patent.Details) {
        var summary = Family()
        summary.id = "SAMPLE-" + SampleParties.padded(family.number, 8)
        summary.simpleSize = family.size
        let members = (0..<family.size).map { plan(family.number * 4 + $0).plan }
        summary.publications = members.compactMap { Self.firstPublication($0).id }
        details.family = summary
        guard let first = members.first(where: { $0.index == family.firstIndex }),
            first.index != members[family.place].index
        else { return }
        let application =
            first.office == "CN"
            ? DocumentID(country: "CN", number: applicationNumber(first), date: first.filed.date)
            : foreignApplication(first)
        record.priorities = [
            Priority(country: application.country, number: application.number, date: application.date)
        ]
    }

    /// Earlier Chinese publications of the set, of the same field where one is found soon.
    private func citations(_ plan: SamplePlan, _ random: inout SampleRandom) -> Citations? {
        guard plan.index > 20, random.chance(60) else { return nil }
        var cited: [Citation] = []
        for _ in 0..<(3 * (1 + random.skewed(5))) {
            let other = self.plan(random.below(plan.index)).plan
            guard other.kind.register == .patent, other.office == "CN", other.published < plan.filed,
                other.topic == plan.topic || random.chance(35)
            else { continue }
            let document = Self.firstPublication(other)
            guard !cited.contains(where: { $0.number == document.number }) else { continue }
            cited.append(
                Citation(
                    country: document.country,
                    number: document.number,
                    kind: document.kind,
                    date: document.date,
                    category: random.pickSkewed(["A", "Y", "X"])
                )
            )
        }
        let citedBy = random.skewed(40)
        guard !cited.isEmpty || citedBy > 0 else { return nil }
        return Citations(patents: cited, citedBy: citedBy > 0 ? citedBy : nil)
    }
}
