import Domain

extension SampleMaker {
    /// A mark.
    func trademark(_ plan: SamplePlan, _ random: inout SampleRandom) -> Right {
        var record = Bibliography(right: .trademark)
        var details = Trademark.Details()
        let words = Self.words(&random)
        let number = "99" + SampleParties.padded(plan.index, 8)
        record.application = DocumentID(country: "CN", number: number, date: plan.filed.date)
        record.titles = [LocalizedText(lang: "en", text: "SAMPLE-" + words.en.uppercased())]
        var mark = Trademark.Mark()
        switch random.below(10) {
        case 0..<6: mark.text = "示例-" + words.zh
        case 6..<9: mark.text = "示例-" + words.zh + " " + words.en.uppercased()
        default: mark.text = "示例-" + words.en.uppercased()
        }
        mark.category = random.chance(97) ? "一般" : random.pick(["集体", "证明"])
        mark.feature = random.chance(80) ? "文字" : "文字图形组合"
        details.mark = mark
        add(&record, &details, SampleGoods.all[random.skewed(SampleGoods.all.count, flat: 3)], &random)
        if random.chance(8) { add(&record, &details, random.pick(SampleGoods.all), &random) }
        live(plan, number: number, &record, &random)
        record.owners = applicants(plan.topic, &random).parties
        Self.represent(&record, &random)
        return .trademark(Trademark(bibliography: record, details: details))
    }

    /// The words of a mark: three characters, because two might name a county (Trademark Law, article 10).
    private static func words(_ random: inout SampleRandom) -> SampleTerm {
        let root = SampleParties.root(random.below(SampleParties.nameCount))
        let last = random.pick(SampleVocabulary.markCharacters)
        return SampleTerm(zh: root.zh + last.zh, en: root.en + last.en)
    }

    private func add(
        _ record: inout Bibliography,
        _ details: inout Trademark.Details,
        _ entry: SampleGoods.Entry,
        _ random: inout SampleRandom
    ) {
        let number = String(entry.number)
        guard !record.classes.nice.contains(number) else { return }
        let first = random.below(entry.items.count)
        let count = random.within(1...min(5, entry.items.count))
        let items = (0..<count).map { entry.items[(first + $0) % entry.items.count] }
        details.goods.append(Trademark.Goods(class: number, text: items.joined(separator: "; ")))
        record.classes.nice.append(number)
        let group = SampleParties.padded(entry.number, 2) + SampleParties.padded(1 + first, 2)
        record.classes.similarGroups.append(group)
    }

    /// From filing to registration, renewal or refusal, up to ``SampleDay/newest``.
    private func live(
        _ plan: SamplePlan,
        number: String,
        _ record: inout Bibliography,
        _ random: inout SampleRandom
    ) {
        record.events = [LegalEvent(date: plan.filed.date, text: "商标注册申请")]
        record.status = Status(text: "等待实质审查", date: plan.filed.date)
        let examined = plan.filed + random.within(90...300)
        let fate = random.below(100)
        guard examined.hasCome else { return }
        guard fate < 68 else {
            record.events.append(LegalEvent(date: examined.date, text: "驳回通知发文"))
            record.status = Status(text: fate < 92 ? "驳回通知发文" : "等待驳回复审", date: examined.date)
            return
        }
        let accepted = examined.markGazetteDay
        guard accepted.hasCome else { return }
        record.events.append(LegalEvent(date: accepted.date, code: "TMZCSQ", text: "商标初步审定公告"))
        record.status = Status(text: "初步审定公告", date: accepted.date)
        // Three months for oppositions.
        let registered = (accepted + 92).markGazetteDay
        guard registered.hasCome, fate >= 3 else { return }
        record.registration = DocumentID(country: "CN", number: number, date: registered.date)
        record.events.append(LegalEvent(date: registered.date, code: "TMZCZC", text: "商标注册公告（一）"))
        record.status = Status(text: "商标已注册", date: registered.date)
        guard var end = ProtectionTerm(of: .trademark, from: registered.date)?.lastDay else { return }
        while end < SampleDay.newest.date {
            guard random.chance(55),
                let next = PartialDate(year: end.year + 10, month: end.month, day: min(end.day ?? 1, 28))
            else {
                record.status = Status(text: "期满未续展注销", date: end)
                break
            }
            record.events.append(LegalEvent(date: end, code: "TMZCXZ", text: "商标续展注册公告"))
            record.renewalDate = end
            end = next
        }
        record.expiryDate = end
    }
}
