package import Domain

extension SampleMaker {
    /// How often a record can change hands.
    package static let revisionLimit = 200

    /// Record number `index` as a later source would tell of it, after `revision` changes; 0 is ``record(_:)``.
    ///
    /// Each change is a new holder, or for a geographical indication a new producer, with its event on a day between
    /// publication and the last event before. Numbers, and with them the identity, stay.
    package func record(_ index: Int, revision: Int) -> Right {
        precondition((0...Self.revisionLimit).contains(revision), "there are \(Self.revisionLimit) revisions")
        var right = record(index)
        let plan = plan(index).plan
        for change in 0..<revision {
            var random = SampleRandom(seed: seed, .change, index * Self.revisionLimit + change)
            let event = hand(&right.bibliography, plan, change, &random)
            let last = right.bibliography.events.compactMap(\.date).max().map(SampleDay.init) ?? .newest
            let room = max(0, last.number - plan.published.number)
            let day = (plan.published + random.below(room + 1)).date
            let place = right.bibliography.events.firstIndex { ($0.date ?? day) > day }
            right.bibliography.events.insert(
                LegalEvent(date: day, code: event.code, text: event.text),
                at: place ?? right.bibliography.events.count
            )
        }
        return right
    }

    /// Gives the record a new holder and says under which event.
    private func hand(
        _ record: inout Bibliography,
        _ plan: SamplePlan,
        _ change: Int,
        _ random: inout SampleRandom
    ) -> (code: String?, text: String) {
        switch plan.kind {
        case .patent where plan.office != "CN":
            let firm = SampleParties.foreign(plan.office, plan.topic, &random)
            record.applicants = [SampleParties.party(firm, isChinese: false)]
            return (nil, "Change of applicant (SAMPLE)")
        case .patent, .utilityModel, .design:
            record.applicants = applicants(plan.topic, &random).parties
            let isGranted = record.events.contains { $0.code == "GR01" }
            return isGranted ? ("TR01", "专利权的转移") : ("TA01", "专利申请权的转移")
        case .trademark:
            record.owners = applicants(plan.topic, &random).parties
            return (nil, "商标转让公告")
        case .layout:
            record.owners = applicants(plan.topic, &random).parties
            return (nil, "布图设计专有权的转移")
        case .gi:
            // The first three serial numbers of an indication are those of its first producers.
            if change == 0 {
                var (_, own) = self.plan(plan.index)
                let (place, product) = Self.origin(&own)
                record.users.append(
                    SampleParties.producer(product, at: place, serial: plan.index * 4 + 3, &random)
                )
            }
            return (nil, "地理标志专用标志使用核准（示例）")
        }
    }
}

extension SampleDay {
    /// The day of a date; where month or day is unknown, the first.
    fileprivate init(_ date: PartialDate) {
        self.init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    }
}
