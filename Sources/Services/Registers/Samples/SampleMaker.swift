package import Domain

/// Makes lifelike records of all five rights that are plainly marked 示例 and use only numbers no office assigns.
///
/// Deterministic: record n of seed s is always the same, so that a run of ten million begins with the same records as a
/// run of ten. Classes, applicants and regions are skewed as in real registers; filings grow by about 9 % a year; some
/// records are families that share words, people and priority.
///
/// **Numbers** Application serials from 9,000,000; Chinese publications CN199..., CN299..., CN399... (nine digits for the
/// first million records, ten after it); foreign numbers of the year 2099 or beginning with 99; credit codes of region
/// 990000; trade mark and layout-design numbers beginning with 99, and marks with 示例-.
package struct SampleMaker: Sendable {
    /// How many records have numbers of their own.
    package static let limit = SampleYears.limit

    /// Chooses the random stream; the same seed makes the same records.
    package let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
    }

    /// Record number `index`, counted from 0; there are ``limit`` of them.
    package func record(_ index: Int) -> Right {
        precondition((0..<Self.limit).contains(index), "there are \(Self.limit) sample records")
        var (plan, random) = plan(index)
        var right =
            switch plan.kind {
            case .patent, .utilityModel: patent(plan, &random)
            case .design: design(plan, &random)
            case .trademark: trademark(plan, &random)
            case .gi: geographicalIndication(plan, &random)
            case .layout: layout(plan, &random)
            }
        right.bibliography.sample = true
        return right
    }

    /// What the number of a record decides, and the record's generator after it.
    func plan(_ index: Int) -> (plan: SamplePlan, random: SampleRandom) {
        var random = SampleRandom(seed: seed, .record, index)
        let plan = SamplePlan(index, seed: seed, &random)
        return (plan, random)
    }

    /// A Chinese application number with an unassigned serial and its check digit, `202419000012.3`.
    func applicationNumber(_ plan: SamplePlan) -> String {
        let place = SampleYears.place(plan.index)
        let kind: ApplicationNumber.Kind =
            switch plan.kind {
            case .utilityModel: .utilityModel
            case .design: .design
            case .patent, .trademark, .gi, .layout:
                plan.family.map { $0.origin == "CN" } ?? true ? .invention : .internationalInvention
            }
        guard let number = ApplicationNumber(year: place.year, kind: kind, serial: 9_000_000 + place.serial) else {
            preconditionFailure("record \(plan.index) has no application number")
        }
        return number.number
    }

    /// The number under which China publishes a record.
    static func publicationNumber(_ plan: SamplePlan) -> String {
        let lead =
            switch plan.kind {
            case .utilityModel: "299"
            case .design: "399"
            case .patent, .trademark, .gi, .layout: "199"
            }
        return lead + SampleParties.padded(plan.index, 6)
    }

    /// Titles or other texts in both languages.
    static func both(_ term: SampleTerm) -> [LocalizedText] {
        [LocalizedText(lang: "zh", text: term.zh), LocalizedText(lang: "en", text: term.en)]
    }

    /// One or two applicants, mostly organisations of the field; private persons among them.
    func applicants(_ topic: Int, _ random: inout SampleRandom) -> (parties: [Party], first: SampleParties.Organisation)
    {
        let first = SampleParties.organisation(topic, &random)
        if random.chance(11) { return ([SampleParties.privatePerson(&random)], first) }
        var parties = [SampleParties.party(first, isChinese: true)]
        if random.chance(20) {
            let second = SampleParties.organisation(topic, &random)
            if second != first { parties.append(SampleParties.party(second, isChinese: true)) }
        }
        return (parties, first)
    }

    /// One to five people of an organisation, each once.
    static func employees(
        of organisation: SampleParties.Organisation,
        isChinese: Bool,
        _ random: inout SampleRandom
    ) -> [Party] {
        var people: [Party] = []
        for _ in 0...random.skewed(5, flat: 3) {
            let person = SampleParties.employee(of: organisation, isChinese: isChinese, &random)
            if !people.contains(where: { $0.name == person.name }) { people.append(person) }
        }
        return people
    }

    /// The agency and its agent, for seven records of ten.
    static func represent(_ record: inout Bibliography, _ random: inout SampleRandom) {
        guard random.chance(70) else { return }
        record.agencies = [SampleParties.agency(&random)]
        record.agents = [SampleParties.person(800_000_000 + random.skewed(3000, flat: 100), isChinese: true)]
    }
}
