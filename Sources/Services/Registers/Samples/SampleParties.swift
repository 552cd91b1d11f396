import Domain

/// Makes the invented people, firms and public bodies of sample records.
///
/// A party is a number: the same number always has the same name, home and credit code. Each field of technology has
/// firms of its own, so that an applicant's records are alike.
enum SampleParties {
    /// An organisation before it is printed.
    enum Organisation: Hashable, Sendable {
        /// A Chinese firm: its field and its rank in it.
        case firm(topic: Int, rank: Int)
        /// A Chinese public body by rank.
        case body(rank: Int)
        /// A firm abroad.
        case foreign(country: String, topic: Int, rank: Int)
    }

    /// How many invented names there are.
    static let nameCount = SampleVocabulary.firstCharacters.count * SampleVocabulary.secondCharacters.count

    // MARK: Organisations

    /// A Chinese organisation, mostly of the field, early ranks far more often.
    static func organisation(_ topic: Int, _ random: inout SampleRandom) -> Organisation {
        if random.chance(14) { return .body(rank: random.skewed(nameCount * SampleVocabulary.bodies.count, flat: 12)) }
        // Firms file outside their own field now and then.
        let field = random.chance(85) ? topic : random.below(SampleTopic.all.count)
        return .firm(topic: field, rank: random.skewed(nameCount * SampleVocabulary.forms.count, flat: 20))
    }

    /// A firm abroad that files at an office.
    static func foreign(_ office: String, _ topic: Int, _ random: inout SampleRandom) -> Organisation {
        let country =
            SampleVocabulary.foreignForms[office] == nil ? random.pick(["DE", "FR", "US", "JP", "KR"]) : office
        return .foreign(
            country: country,
            topic: topic,
            rank: random.skewed(SampleVocabulary.foreignRoots.count, flat: 4)
        )
    }

    /// An organisation as a Chinese record prints it (`zh`) or a foreign one (`en`).
    static func party(_ organisation: Organisation, isChinese: Bool) -> Party {
        let name: SampleTerm
        switch organisation {
        case .foreign(let country, let topic, let rank):
            let root = SampleVocabulary.foreignRoots[rank]
            let trade = SampleTopic.all[topic].trade
            let form = SampleVocabulary.foreignForms[country] ?? SampleTerm("公司=Inc.")
            let printed =
                isChinese ? root.zh + "示例" + trade.zh + form.zh : root.en + " Sample " + trade.en + " " + form.en
            return Party(name: printed, country: country)
        case .firm(let topic, let rank):
            let home = Self.home(of: rank * SampleTopic.all.count + topic)
            name = Self.firmName(topic, rank, home)
            return party(name, home, serial: rank * SampleTopic.all.count + topic, category: "91", isChinese)
        case .body(let rank):
            let home = Self.home(of: 50_000_000 + rank)
            let kinds = SampleVocabulary.bodies
            let kind = kinds[rank % kinds.count]
            let root = Self.root(rank / kinds.count * 389 % nameCount)
            name = SampleTerm(zh: root.zh + "示例" + kind.zh, en: root.en + " Sample " + kind.en)
            return party(name, home, serial: 50_000_000 + rank, category: "12", isChinese)
        }
    }

    /// The producers' association behind a geographical indication.
    static func association(_ root: SampleTerm, _ product: SampleTerm, at place: SamplePlace, index: Int) -> Party {
        let name = SampleTerm(zh: place.short.zh + root.zh + "示例" + product.zh + "协会", en: "")
        return party(name, place, serial: 60_000_000 + index, category: "51", true)
    }

    /// One of up to four producers who may use a geographical indication.
    static func producer(
        _ product: SampleTerm,
        at place: SamplePlace,
        serial: Int,
        _ random: inout SampleRandom
    ) -> Party {
        let root = root(random.below(nameCount))
        let name = SampleTerm(zh: place.short.zh + root.zh + "示例" + product.zh + "专业合作社", en: "")
        return party(name, place, serial: 100_000_000 + serial, category: "93", true)
    }

    private static func party(
        _ name: SampleTerm,
        _ home: SamplePlace,
        serial: Int,
        category: String,
        _ isChinese: Bool
    ) -> Party {
        var party = Party(name: isChinese ? name.zh : name.en, country: "CN")
        // Offices abroad print neither the Chinese address nor the credit code.
        guard isChinese else { return party }
        party.region = home.province
        party.city = home.city
        party.address = home.province + home.city + "示例路\(1 + serial % 397)号"
        party.code = creditCode(serial, category: category)
        return party
    }

    private static func firmName(_ topic: Int, _ rank: Int, _ home: SamplePlace) -> SampleTerm {
        // 389 has no divisor in common with the number of names: no two ranks of a field share name and form.
        let root = Self.root((rank * 389 + topic * 131) % nameCount)
        let form = SampleVocabulary.forms[rank / nameCount]
        let trade = SampleTopic.all[topic].trade
        return SampleTerm(
            zh: home.short.zh + root.zh + "示例" + trade.zh + form.zh,
            en: home.short.en + " " + root.en + " Sample " + trade.en + " " + form.en
        )
    }

    /// One of the invented names, in two characters.
    static func root(_ number: Int) -> SampleTerm {
        let second = SampleVocabulary.secondCharacters
        let (head, tail) = (SampleVocabulary.firstCharacters[number / second.count], second[number % second.count])
        return SampleTerm(zh: head.zh + tail.zh, en: head.en + tail.en)
    }

    /// Where an organisation lives: always the same place for the same one.
    private static func home(of number: Int) -> SamplePlace {
        var random = SampleRandom(seed: 0, .firm, number)
        return SamplePlace.draw(&random)
    }

    /// A credit code of the region 990000, which does not exist, with its right check character.
    static func creditCode(_ serial: Int, category: String) -> String {
        let body = category + "990000" + padded(serial % 1_000_000_000, 9)
        guard let check = UnifiedSocialCreditCode.checkCharacter(for: body) else {
            preconditionFailure("digits are of the alphabet")
        }
        return body + String(check)
    }

    /// The agency of a sample; 99 begins no agency's code.
    static func agency(_ random: inout SampleRandom) -> Party {
        let number = random.skewed(400, flat: 10)
        let root = root(number * 5 % nameCount)
        let city = home(of: 90_000_000 + number).short
        return Party(name: "\(city.zh)\(root.zh)示例知识产权代理有限公司", code: "99" + padded(number, 3))
    }

    // MARK: People

    /// One of the people who work for an organisation: some forty of them, some far more inventive than others.
    static func employee(of organisation: Organisation, isChinese: Bool, _ random: inout SampleRandom) -> Party {
        let seat = random.skewed(40)
        switch organisation {
        case .foreign(let country, let topic, let rank):
            return foreigner((topic * 31 + rank) * 40 + seat, country: country, isChinese: isChinese)
        case .firm(let topic, let rank): return person((rank * 64 + topic) * 40 + seat, isChinese: isChinese)
        case .body(let rank): return person(700_000_000 + rank * 40 + seat, isChinese: isChinese)
        }
    }

    /// A private applicant; the address ends at the city.
    static func privatePerson(_ random: inout SampleRandom) -> Party {
        let number = 900_000_000 + random.skewed(40_000, flat: 200)
        let home = home(of: number)
        var party = person(number, isChinese: true)
        party.region = home.province
        party.city = home.city
        return party
    }

    /// An invented person: a family name, 示 and one more character.
    static func person(_ number: Int, isChinese: Bool) -> Party {
        var random = SampleRandom(seed: 1, .firm, number)
        let surname = SampleVocabulary.surnames[random.skewed(SampleVocabulary.surnames.count, flat: 6)]
        let given = random.pick(SampleVocabulary.givenNames)
        return Party(
            name: isChinese ? surname.zh + "示" + given.zh : "Shi" + given.en + " Sample " + surname.en,
            country: "CN"
        )
    }

    private static func foreigner(_ number: Int, country: String, isChinese: Bool) -> Party {
        var random = SampleRandom(seed: 2, .firm, number)
        let given = random.pick(SampleVocabulary.foreignGivenNames)
        let name = given + (isChinese ? "·示例-" : " Sample-") + random.pick(SampleVocabulary.foreignSurnames)
        return Party(name: name, country: country)
    }

    /// A number with leading zeros.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
