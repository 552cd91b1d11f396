import Domain

extension SampleMaker {
    /// Applicants, inventors and, for some, an agency; one organisation in 62 % of records.
    func people(_ record: inout Bibliography, _ country: String, _ random: inout SampleRandom) {
        let count = random.chance(62) ? 1 : 2 + random.below(2)
        for _ in 0..<count {
            let party =
                country == "CN" && random.chance(12)
                ? person(&random, withAddress: true) : organisation(&random, country: country)
            if !record.applicants.contains(where: { $0.name == party.name }) { record.applicants.append(party) }
        }
        for _ in 0..<(1 + random.below(4)) {
            let party = person(&random, withAddress: false)
            if !record.inventors.contains(where: { $0.name == party.name }) { record.inventors.append(party) }
        }
        if random.chance(70) {
            let name = random.pickSkewed(SampleVocabulary.names)
            record.agencies = [Party(name: "\(name.zh)示例知识产权代理有限公司", code: "99" + Self.padded(random.skewed(500), 3))]
            record.agents = [person(&random, withAddress: false)]
        }
    }

    /// An invented firm or public body; early combinations are far more frequent.
    func organisation(
        _ random: inout SampleRandom,
        country: String = "CN",
        place: SampleVocabulary.Place? = nil
    ) -> Party {
        let number = random.skewed(20_000)
        let name = SampleVocabulary.names[number % SampleVocabulary.names.count]
        let trade = SampleVocabulary.trades[number / 30 % SampleVocabulary.trades.count]
        let form = SampleVocabulary.forms[number / 480 % SampleVocabulary.forms.count]
        let branch = number / 1920
        guard country == "CN" else {
            let suffix = branch == 0 ? "" : " \(branch)"
            return Party(
                name: "\(name.en) Sample \(trade.en)\(suffix) \(country == "DE" ? "GmbH" : "Inc.")",
                country: country
            )
        }
        let home = place ?? SampleVocabulary.places[Self.home(of: number)]
        if number % 13 == 5 {
            let body = SampleVocabulary.bodies[number / 13 % SampleVocabulary.bodies.count]
            return address(
                Party(name: "\(name.zh)示例\(body.zh)\(branch == 0 ? "" : "第\(branch)分院")", country: "CN"),
                home,
                number
            )
        }
        let suffix = branch == 0 ? "" : "（\(branch)号）"
        return address(Party(name: "\(name.zh)示例\(trade.zh)\(suffix)\(form.zh)", country: "CN"), home, number)
    }

    /// An invented person: a family name, 示 and another character or two.
    func person(_ random: inout SampleRandom, withAddress: Bool) -> Party {
        let number = random.skewed(60_000)
        let surname = SampleVocabulary.surnames[number % SampleVocabulary.surnames.count]
        let rest = number / SampleVocabulary.surnames.count
        let first = SampleVocabulary.givenNames[rest % SampleVocabulary.givenNames.count]
        let more = rest / SampleVocabulary.givenNames.count
        let last = more == 0 ? "" : SampleVocabulary.givenNames[more % SampleVocabulary.givenNames.count].zh
        let party = Party(name: surname.zh + "示" + first.zh + last, country: "CN")
        guard withAddress else { return party }
        return address(party, SampleVocabulary.places[Self.home(of: number)], number)
    }

    /// Where an invented party lives: always the same place for the same party, few places for most.
    private static func home(of number: Int) -> Int {
        var random = SampleRandom(seed: 0x484F_4D45, stream: UInt64(number))
        return random.skewed(SampleVocabulary.places.count)
    }

    private func address(_ party: Party, _ place: SampleVocabulary.Place, _ number: Int) -> Party {
        var party = party
        party.region = place.province
        party.city = place.city
        party.address = place.province + place.city + "示例路\(1 + number % 300)号"
        return party
    }
}
