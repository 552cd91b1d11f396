import Domain

/// What the number of a sample record decides: kind of right, office, field, filing and publication.
///
/// Cheap enough to be worked out for other records too, so that a record can cite one that really is in the set.
struct SamplePlan: Sendable {
    /// The first filing of a family and where the record stands in it.
    struct Family: Sendable {
        /// Number of the family, from which its common words and people are drawn.
        let number: Int
        /// 0 for the Chinese member.
        let place: Int
        let size: Int
        /// The office of the first filing.
        let origin: String
        /// The day of the first filing.
        let firstFiled: SampleDay
        /// The record of the first filing.
        let firstIndex: Int
    }

    let index: Int
    let kind: RightKind
    /// Two letters of the office that published the record.
    let office: String
    /// Which of ``SampleTopic/all``.
    let topic: Int
    let filed: SampleDay
    /// The day of the first publication; of marks, indications and layout-designs that of the filing.
    let published: SampleDay
    let family: Family?

    /// Plans a record; its own generator goes on where the plan ends.
    init(_ index: Int, seed: UInt64, _ random: inout SampleRandom) {
        self.index = index
        let own = SampleYears.filingDay(index, &random)
        guard let family = Self.family(index, own, seed: seed) else {
            let kind = Self.kind(&random)
            let isAbroad = kind == .patent && random.chance(8)
            self.kind = kind
            office = isAbroad ? random.pickSkewed(Self.offices) : "CN"
            topic =
                kind == .utilityModel ? random.pickSkewed(SampleTopic.ofDevices) : random.skewed(SampleTopic.all.count)
            filed = own
            published = Self.publication(of: kind, office, filed: own, since: own, &random)
            self.family = nil
            return
        }
        kind = .patent
        self.family = family.family
        topic = family.topic
        office = family.office
        let isFirst = family.family.firstIndex == index
        let wait = isFirst ? 0 : random.within(90...360)
        let room = max(0, SampleDay.newest.number - family.family.firstFiled.number - 60)
        filed =
            office == "CN"
            ? own : (family.family.firstFiled + min(wait, room)).workingDay
        published = Self.publication(
            of: .patent,
            office,
            filed: filed,
            since: family.family.firstFiled,
            &random
        )
    }

    /// Offices of records from abroad, most frequent first.
    static let offices = ["US", "JP", "EP", "WO", "KR", "DE", "FR"]

    private static func kind(_ random: inout SampleRandom) -> RightKind {
        switch random.below(100) {
        case 0..<32: .patent
        case 32..<58: .utilityModel
        case 58..<70: .design
        case 70..<96: .trademark
        case 96..<98: .gi
        default: .layout
        }
    }

    /// One in eight groups of four records is a family of two to four; its first record is the Chinese member.
    private static func family(
        _ index: Int,
        _ own: SampleDay,
        seed: UInt64
    ) -> (family: Family, office: String, topic: Int)? {
        let number = index / 4
        let place = index % 4
        var shared = SampleRandom(seed: seed, .family, number)
        guard shared.chance(12) else { return nil }
        let size = 2 + shared.skewed(3)
        guard place < size else { return nil }
        let topic = shared.skewed(SampleTopic.all.count)
        let first = shared.below(offices.count)
        let isFromAbroad = shared.chance(35)
        let wait = shared.within(120...360)
        // Every member's office is another one: the step is no divisor of seven.
        let office = place == 0 ? "CN" : offices[(first + (place - 1) * 3) % offices.count]
        var random = SampleRandom(seed: seed, .record, number * 4)
        let chinese = place == 0 ? own : SampleYears.filingDay(number * 4, &random)
        let firstFiled = isFromAbroad ? (chinese + -wait).workingDay : chinese
        return (
            Family(
                number: number,
                place: place,
                size: size,
                origin: isFromAbroad ? offices[first] : "CN",
                firstFiled: firstFiled,
                firstIndex: number * 4 + (isFromAbroad ? 1 : 0)
            ),
            office, topic
        )
    }

    /// When the record was published first, never after ``SampleDay/newest``.
    ///
    /// The eighteen months count from `since`, the day of the earliest filing.
    private static func publication(
        of kind: RightKind,
        _ office: String,
        filed: SampleDay,
        since: SampleDay,
        _ random: inout SampleRandom
    ) -> SampleDay {
        let wait: Int
        switch kind {
        case .utilityModel: wait = random.within(110...330)
        case .design: wait = random.within(90...240)
        case .patent where office != "CN": wait = max(30, since.number + 548 - filed.number)
        case .patent:
            // Two thirds wait the full eighteen months, the others ask for an early publication.
            wait =
                random.chance(66) ? max(60, since.number + 548 - filed.number) : random.within(100...520)
        case .trademark, .gi, .layout: return filed
        }
        let room = SampleDay.newest.number - filed.number - 6
        // What would lie in the future was published early instead: somewhere in the time there was.
        let days = wait <= room ? wait : max(room / 2, 1) + random.below(max(room / 2, 1))
        return (filed + days).patentGazetteDay
    }
}
