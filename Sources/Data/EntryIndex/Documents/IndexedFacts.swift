import Domain
import Index

/// What a right contributes to the columns of the index.
struct IndexedFacts {
    private var numbers: [Document.NumberValue] = []
    private var labels: [Document.OrdinalValues] = []

    init(_ right: Right) {
        let record = right.bibliography
        addDates(of: right)
        add(.register, [record.right.register.rawValue])
        add(.right, [record.right.rawValue])
        add(.state, [LegalSummary(record).state.name])
        add(.sample, record.sample == true ? ["yes"] : ["no"])
        let countries =
            record.publications.compactMap(\.country)
            + [record.application?.country, record.registration?.country].compacted + record.countries
        add(.country, countries.compactMap { CountryCode(reading: $0)?.code })
        add(
            .kind,
            record.publications.compactMap { document in
                document.kind.map { (document.country ?? "") + $0 }
            }
        )
        addClasses(of: right)
        addParties(of: record)
        add(.language, (record.titles + record.abstracts).compactMap(\.lang))
        if case .patent(let patent) = right {
            add(.industry, patent.details.industries.map { $0.uppercased() })
            add(.family, [patent.details.family?.id].compacted)
        }
    }

    /// Puts the facts into a document.
    func fill(_ document: inout Document) {
        document.numbers += numbers
        document.ordinals += labels
    }

    // MARK: Dates

    /// A date as a label: eight digits, so that labels sort as dates do.
    static func label(_ date: Int64) -> [UInt8] {
        var rest = max(0, min(date, 9999_99_99))
        var digits = [UInt8](repeating: 0x30, count: 8)
        for place in digits.indices.reversed() where rest > 0 {
            digits[place] += UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }

    private mutating func addDates(of right: Right) {
        let record = right.bibliography
        let publications = record.publications.compactMap(\.date)
        let registration = record.registration?.date
        add(.date, publications.max() ?? record.application?.date ?? registration ?? record.decisionDate)
        add(.applicationDate, record.application?.date)
        add(.expiryDate, record.expiryDate)
        add(.publicationDates, dates: publications)
        let granted = record.publications.filter { document in
            guard let country = document.country, let kind = document.kind else { return false }
            return KindCode.stage(country: country, kind: kind) == .granted
        }
        add(.grantDates, dates: granted.map(\.date))
        add(.registrationDates, dates: [registration, record.decisionDate])
        add(.priorityDates, dates: record.priorities.map(\.date))
        add(.eventDates, dates: record.events.map(\.date) + [record.status?.date])
        if case .patent(let patent) = right, let filing = patent.details.pct {
            add(.internationalApplicationDates, dates: [filing.application?.date])
            add(.internationalPublicationDates, dates: [filing.publication?.date])
            add(.nationalPhaseDates, dates: [filing.nationalPhase])
        }
    }

    private mutating func add(_ column: Column, _ date: PartialDate?) {
        if let date { numbers.append(Document.NumberValue(column: column.place, value: date.number)) }
    }

    private mutating func add(_ column: Column, dates: [PartialDate?]) {
        let known = dates.compactMap(\.self)
        guard !known.isEmpty else { return }
        labels.append(Document.OrdinalValues(column: column.place, labels: known.map { Self.label($0.number) }))
    }

    // MARK: Classes and parties

    private mutating func addClasses(of right: Right) {
        let classes = right.bibliography.classes
        // Without the blank, so that a class, group or subgroup is a prefix of what lies below it.
        let ipc = classes.ipc.map(Self.unspaced)
        add(.ipc, ipc)
        add(.ipcSubclass, ipc.filter { $0.utf8.count >= 4 }.map { String($0.prefix(4)) })
        add(.cpc, classes.cpc.map(Self.unspaced))
        add(.locarno, classes.locarno)
        let goods = if case .trademark(let mark) = right { mark.details.goods.compactMap(\.class) } else { [String]() }
        add(.nice, classes.nice + goods)
        add(.vienna, classes.vienna)
        let others = [("ft:", classes.fterm), ("fi:", classes.fi), ("uc:", classes.uspc)]
        add(.otherClass, others.flatMap { prefix, symbols in symbols.map { prefix + Self.unspaced($0).uppercased() } })
    }

    private static func unspaced(_ symbol: String) -> String {
        guard symbol.utf8.contains(0x20) else { return symbol }
        return String(decoding: symbol.utf8.filter { $0 != 0x20 }, as: UTF8.self)
    }

    private mutating func addParties(of record: Bibliography) {
        let holders = record.applicants + record.assignees + record.owners
        add(.applicant, holders.map(\.name))
        add(.inventor, (record.inventors + record.designers).map(\.name))
        add(.agency, record.agencies.map(\.name))
        // The province stands beside its prefecture, so that both can be counted.
        add(.region, holders.compactMap { RecognisedRegion.find(party: $0) }.flatMap { [$0.code, $0.province.code] })
        add(.origin, holders.compactMap(Self.origin))
        add(.postcode, holders.filter(\.isOrganisation).compactMap(\.postcode))
    }

    /// The country of a party: what its source says, else what its address begins with.
    private static func origin(_ party: Party) -> String? {
        if let country = party.country { return CountryCode(reading: country)?.code }
        return party.address.flatMap { CountryCode(leadingAddress: $0)?.code }
    }

    private mutating func add(_ column: Column, _ values: [String]) {
        var kept: [[UInt8]] = []
        for value in values where !value.isEmpty { kept.append(Array(value.utf8)) }
        if !kept.isEmpty { labels.append(Document.OrdinalValues(column: column.place, labels: kept)) }
    }
}
