import Domain

/// What became of one Chinese application up to ``SampleDay/newest``: publications, legal events, status and term.
struct SampleLife {
    private(set) var publications: [(kind: String, day: SampleDay)] = []
    private(set) var events: [LegalEvent] = []
    private(set) var status = Status()
    private(set) var expiry: PartialDate?

    /// Lives through it; nothing that would lie in the future happens.
    init(_ plan: SamplePlan, _ random: inout SampleRandom) {
        switch plan.kind {
        case .utilityModel: grant(plan, kind: "U", on: plan.published, &random)
        case .design: grant(plan, kind: "S", on: plan.published, &random)
        case .patent, .trademark, .gi, .layout: examine(plan, &random)
        }
    }

    private mutating func examine(_ plan: SamplePlan, _ random: inout SampleRandom) {
        publications = [("A", plan.published)]
        add("PB01", "公布", plan.published)
        status = Status(text: "公布", date: plan.published.date)
        let examined = (plan.published + random.within(4...60)).patentGazetteDay
        if random.chance(94), examined.hasCome {
            add("SE01", "实质审查请求的生效", examined)
            status = Status(text: "实质审查", date: examined.date)
        }
        let result = (plan.published + random.within(280...1100)).patentGazetteDay
        let fate = random.below(100)
        guard result.hasCome, fate < 92 else { return }
        switch fate {
        case 0..<62: grant(plan, kind: "B", on: result, &random)
        case 62..<76:
            add("RJ01", "公布后的驳回", result)
            status = Status(text: "驳回", date: result.date)
        default:
            add("WD01", "公布后的视为撤回", result)
            status = Status(text: "视为撤回", date: result.date)
        }
    }

    private mutating func grant(
        _ plan: SamplePlan,
        kind: String,
        on granted: SampleDay,
        _ random: inout SampleRandom
    ) {
        publications.append((kind, granted))
        add("GR01", "授权公告", granted)
        status = Status(text: "专利权维持", date: granted.date)
        expiry = ProtectionTerm(of: plan.kind, from: plan.filed.date)?.lastDay
        if random.chance(9) {
            add("TR01", "专利权的转移", (granted + random.within(200...1600)).patentGazetteDay)
        }
        if random.chance(3) {
            let pledged = (granted + random.within(200...1200)).patentGazetteDay
            add("PE01", "专利权质押合同登记的生效", pledged)
            if random.chance(60) { add("PC01", "专利权质押合同登记的注销", (pledged + random.within(300...900)).patentGazetteDay) }
        }
        if random.chance(2) {
            add("EE01", "专利实施许可合同备案的生效", (granted + random.within(100...900)).patentGazetteDay)
        }
        end(plan, granted, &random)
        events.sort { ($0.date?.number ?? 0) < ($1.date?.number ?? 0) }
    }

    private mutating func end(_ plan: SamplePlan, _ granted: SampleDay, _ random: inout SampleRandom) {
        // Invention patents are kept longer than the others.
        let isUnpaid = random.chance(plan.kind == .patent ? 45 : 65)
        let years = 1 + random.skewed(plan.kind == .patent ? 16 : 9, flat: 4)
        let unpaid = (granted + years * 365 + random.below(90)).patentGazetteDay
        let term = expiry?.number ?? .max
        if isUnpaid, unpaid.hasCome, unpaid.date.number < term {
            events.removeAll { ($0.date?.number ?? 0) > unpaid.date.number }
            add("CF01", "未缴年费专利权终止", unpaid)
            status = Status(text: "未缴年费终止失效", date: unpaid.date)
        } else if let expiry, expiry < SampleDay.newest.date {
            events.removeAll { ($0.date ?? expiry) > expiry }
            events.append(LegalEvent(date: expiry, code: "CX01", text: "专利权有效期届满"))
            status = Status(text: "专利权有效期届满", date: expiry)
        }
    }

    private mutating func add(_ code: String, _ text: String, _ day: SampleDay) {
        guard day.hasCome else { return }
        events.append(LegalEvent(date: day.date, code: code, text: text))
    }
}
