import Domain

/// One line of records.tsv as the record that an import would make of it.
struct PatentLine {
    let id: EntryID
    let right: Right

    /// Reads a line; nil when it has not the sixteen columns.
    init?(_ line: String) {
        let columns = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard columns.count == 16, let number = Int(columns[0]), let application = Self.date(columns[2]),
            let publication = Self.date(columns[3])
        else { return nil }
        let (kind, country, language) = (columns[4], columns[5], columns[13])
        var record = Bibliography(right: kind == "U" ? .utilityModel : .patent)
        let serial = String(10_000_000 + number).dropFirst()
        record.application = DocumentID(country: country, number: "\(application.year)1\(serial)", date: application)
        let published = "\(100_000_000 + number)"
        record.publications = [DocumentID(country: country, number: published, kind: kind, date: publication)]
        record.titles = [Self.text(columns[14], language)]
        record.abstracts = [Self.text(columns[15], language)]
        record.classes.ipc = ["\(columns[6].prefix(4)) \(columns[6].dropFirst(4))"]
        let place = Self.place(province: Int(columns[9]) ?? 0, city: Int(columns[10]) ?? 0)
        record.applicants = columns[7].split(separator: ";").map { name -> Party in
            let origin = country == "WO" ? nil : country
            return Party(name: String(name), country: origin, region: place?.province, city: place?.city)
        }
        record.inventors = columns[8].split(separator: ";").map { Party(name: String($0)) }
        record.status = Status(text: Self.states[(Int(columns[11]) ?? 0) % Self.states.count])
        var patent = Patent(bibliography: record)
        var family = Family()
        family.id = columns[12]
        patent.details.family = family
        right = .patent(patent)
        id = EntryID(register: .patent, local: country + published)
    }

    private static func date(_ digits: String) -> PartialDate? {
        Int64(digits).flatMap { PartialDate(number: $0) }
    }

    /// Chinese runs without blanks; the blanks of the file are for engines that index words.
    private static func text(_ words: String, _ language: String) -> LocalizedText {
        let text = language == "zh" ? String(decoding: words.utf8.filter { $0 != 0x20 }, as: UTF8.self) : words
        return LocalizedText(lang: language, text: text)
    }

    private static let states = [
        "授权", "公开", "实质审查的生效", "未缴年费专利权终止", "发明专利申请公布后的视为撤回", "发明专利申请公布后的驳回",
    ]

    /// Names of a province (1 to 31; 0 is none) and of one of its prefectures.
    private static func place(province: Int, city: Int) -> (province: String, city: String?)? {
        guard (1...places.count).contains(province) else { return nil }
        let place = places[province - 1]
        return (place.name, place.cities.isEmpty ? nil : place.cities[city % place.cities.count])
    }

    private static let places = Province.all.prefix(31).map { province in
        (name: province.name, cities: Prefecture.all(in: province).map(\.name))
    }
}
