import Domain
import Index

/// What a right contributes to the columns of the index.
struct IndexedFacts {
    private var numbers: [(Column, Int64)] = []
    private var labels: [(Column, [String])] = []

    init(_ right: Right) {
        let record = right.bibliography
        addDates(of: right)
        add(.register, [record.right.register.rawValue])
        add(.right, [record.right.rawValue])
        add(.state, [LegalSummary(record).state.name])
        add(.sample, record.sample == true ? ["yes"] : ["no"])
        let countries =
            record.publications.compactMap(\.country)
            + [record.application?.country, record.registration?.country]
            .compactMap(\.self) + record.countries
        add(.country, countries.compactMap { CountryCode(reading: $0)?.code })
        add(
            .kind,
            record.publications.compactMap { document in
                document.kind.map { (document.country ?? "") + $0 }
            }
        )
        addClasses(of: record)
        addParties(of: record)
        let texts = record.titles + record.abstracts
        add(.language, texts.compactMap(\.lang))
        if case .patent(let patent) = right {
            add(.industry, patent.details.industries)
            add(.family, [patent.details.family?.id].compactMap(\.self))
        }
    }

    /// Puts the facts into a document.
    func fill(_ document: inout Document) {
        for (column, value) in numbers {
            document.numbers.append(Document.NumberValue(column: column.place, value: value))
        }
        for (column, values) in labels {
            document.ordinals.append(Document.OrdinalValues(column: column.place, labels: values))
        }
    }

    /// A date as a label: eight digits, so that labels sort as dates do.
    static func label(_ date: Int64) -> [UInt8] {
        Array(String(100_000_000 + max(0, min(date, 99_999_999))).utf8.dropFirst())
    }

    // MARK: Dates

    private mutating func addDates(of right: Right) {
        let record = right.bibliography
        let publications = record.publications.compactMap(\.date)
        let registration = record.registration?.date
        if let date = publications.max() ?? record.application?.date ?? registration ?? record.decisionDate {
            numbers.append((.date, date.number))
        }
        if let date = record.application?.date { numbers.append((.applicationDate, date.number)) }
        if let date = record.expiryDate { numbers.append((.expiryDate, date.number)) }
        add(.publicationDates, dates: publications)
        let granted = record.publications.filter { document in
            guard let country = document.country, let kind = document.kind else { return false }
            return KindCode.stage(country: country, kind: kind) == .granted
        }
        add(.grantDates, dates: granted.compactMap(\.date))
        add(.registrationDates, dates: [registration, record.decisionDate].compactMap(\.self))
        add(.priorityDates, dates: record.priorities.compactMap(\.date))
        add(.eventDates, dates: record.events.compactMap(\.date) + [record.status?.date].compactMap(\.self))
        if case .patent(let patent) = right, let filing = patent.details.pct {
            add(.internationalApplicationDates, dates: [filing.application?.date].compactMap(\.self))
            add(.internationalPublicationDates, dates: [filing.publication?.date].compactMap(\.self))
            add(.nationalPhaseDates, dates: [filing.nationalPhase].compactMap(\.self))
        }
    }

    private mutating func add(_ column: Column, dates: [PartialDate]) {
        add(column, dates.map { String(decoding: Self.label($0.number), as: UTF8.self) })
    }

    // MARK: Classes and parties

    private mutating func addClasses(of record: Bibliography) {
        let classes = record.classes
        // Without the blank, so that a class, group or subgroup is a prefix of what lies below it.
        let ipc = classes.ipc.map { $0.filter { $0 != " " } }
        add(.ipc, ipc)
        add(.ipcSubclass, ipc.filter { $0.utf8.count >= 4 }.map { String($0.prefix(4)) })
        add(.cpc, classes.cpc.map { $0.filter { $0 != " " } })
        add(.locarno, classes.locarno)
        add(.nice, classes.nice)
        add(.vienna, classes.vienna)
        add(
            .otherClass,
            classes.fterm.map { "ft:" + $0 } + classes.fi.map { "fi:" + $0.filter { $0 != " " } }
                + classes.uspc.map { "uc:" + $0 }
        )
    }

    private mutating func addParties(of record: Bibliography) {
        let holders = record.applicants + record.assignees + record.owners
        add(.applicant, holders.map(\.name))
        add(.inventor, (record.inventors + record.designers).map(\.name))
        add(.agency, record.agencies.map(\.name))
        add(.region, holders.compactMap { RecognisedRegion.find(party: $0)?.code })
        add(.origin, holders.compactMap { $0.country.flatMap { CountryCode(reading: $0)?.code } })
        add(.postcode, holders.filter(\.isOrganisation).compactMap(\.postcode))
    }

    private mutating func add(_ column: Column, _ values: [String]) {
        let kept = values.filter { !$0.isEmpty }
        if !kept.isEmpty { labels.append((column, kept)) }
    }
}
