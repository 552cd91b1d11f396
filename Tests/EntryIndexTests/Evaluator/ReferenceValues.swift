import Domain

@testable import EntryIndex

/// Dates, classes and listed values of a record, read without the index.
struct ReferenceValues {
    let record: ReferenceRecord
    private var bibliography: Bibliography { record.right.bibliography }

    init(_ record: ReferenceRecord) { self.record = record }

    // MARK: Dates

    static let dateFields: [Field] = [
        .applicationDate, .publicationDate, .grantDate, .registrationDate, .priorityDate, .legalStatusDate,
        .pctApplicationDate, .pctPublicationDate, .pctEntryDate,
    ]

    func dates(_ field: Field) -> [PartialDate] {
        let filing: InternationalFiling? =
            if case .patent(let patent) = record.right { patent.details.pct } else { nil }
        let dates: [PartialDate?] =
            switch field {
            case .applicationDate: [bibliography.application?.date]
            case .publicationDate: bibliography.publications.map(\.date)
            case .grantDate:
                bibliography.publications.filter {
                    ["CNB", "CNU", "CNS", "USB2"].contains(($0.country ?? "") + ($0.kind ?? ""))
                }
                .map(\.date)
            case .registrationDate: [bibliography.registration?.date, bibliography.decisionDate]
            case .priorityDate: bibliography.priorities.map(\.date)
            case .legalStatusDate: bibliography.events.map(\.date) + [bibliography.status?.date]
            case .pctApplicationDate: [filing?.application?.date]
            case .pctPublicationDate: [filing?.publication?.date]
            case .pctEntryDate: [filing?.nationalPhase]
            default: []
            }
        return dates.compactMap(\.self)
    }

    func holds(_ period: Expression.DateRange, _ field: Field?) -> Bool {
        (field.map { [$0] } ?? Self.dateFields).flatMap(dates).contains { date in
            // An unknown month or day counts as the first there is.
            let day = (date.year, date.month ?? 1, date.day ?? 1)
            let first = period.first.map { ($0.year, $0.month ?? 1, $0.day ?? 1) }
            let last = period.last.map { ($0.year, $0.month ?? 12, $0.day ?? 31) }
            return (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
        }
    }

    // MARK: Classes

    func labels(_ field: Field) -> [String] {
        let classes = bibliography.classes
        switch field {
        case .ipc: return classes.ipc.map { $0.replacing(" ", with: "") }
        case .cpc: return classes.cpc.map { $0.replacing(" ", with: "") }
        case .locarno: return classes.locarno
        case .nice: return classes.nice
        case .vienna: return classes.vienna
        case .usClass: return classes.uspc
        case .inventionType: return [bibliography.right.rawValue]
        case .industry: if case .patent(let patent) = record.right { return patent.details.industries }
        case .applicantPostcode: return organisations.compactMap(\.postcode)
        case .country, .publicationCountry:
            return bibliography.publications.compactMap(\.country)
                + [bibliography.application?.country, bibliography.registration?.country].compactMap(\.self)
        case .region: return regions
        case .applicantOrigin: return holders.compactMap(\.country)
        default: return []
        }
        return []
    }

    func holds(_ symbol: Expression.Symbol, _ field: Field) -> Bool {
        labels(field).contains { label in
            switch symbol.reach {
            case .exact: return label == symbol.text
            case .beginning: return label.hasPrefix(symbol.text)
            case .subtree: break
            }
            switch field {
            case .ipc, .cpc:
                let group = symbol.text.split(separator: "/")
                if group.count < 2 { return label.hasPrefix(symbol.text) }
                if group[1] == "00" { return label.split(separator: "/").first == group[0] && label.contains("/") }
                return label.hasPrefix(symbol.text)
            case .locarno: return label == symbol.text || label.hasPrefix(symbol.text + "-")
            case .vienna: return label == symbol.text || label.hasPrefix(symbol.text + ".")
            default: return label == symbol.text
            }
        }
    }

    // MARK: Listed values

    private var holders: [Party] { bibliography.applicants + bibliography.assignees + bibliography.owners }
    private var organisations: [Party] { holders.filter { Vocabulary.organisations.contains($0.name) } }

    private var regions: [String] {
        holders.compactMap { party in
            party.country == nil || party.country == "CN"
                ? Vocabulary.addresses.first { $0.0 == party.address }?.1 : nil
        }
        .filter { !$0.isEmpty }
    }

    /// The values that the random queries ask for, and what they mean.
    static let regionPrefixes = [
        "广东": "44", "广东省": "44", "深圳市": "4403", "440300": "4403", "440000": "44", "44": "44", "北京": "11",
        "110000": "11",
        "南京": "3201", "上海市": "31", "32": "32",
    ]
    static let countryCodes = ["CN": "CN", "中国": "CN", "美国": "US", "US": "US", "us": "US", "日本": "JP"]
    static let kinds: [String: [String]] = [
        "发明": ["patent"], "实用新型": ["utilityModel"], "外观设计": ["design"], "商标": ["trademark"], "U": ["utilityModel"],
        "专利": ["patent", "utilityModel", "design"], "地理标志": ["gi"], "布图设计": ["layout"],
    ]
    static let states = ["有效": "inForce", "失效": "lapsed", "审中": "pending", "inForce": "inForce"]

    func holds(_ term: Expression.Term, _ field: Field, _ evaluator: ReferenceEvaluator) -> Bool {
        let typed =
            switch term {
            case .word(let text), .phrase(let text): text
            case .pattern(let pieces): pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
            }
        switch field {
        case .region:
            return Self.regionPrefixes[typed].map { prefix in regions.contains { $0.hasPrefix(prefix) } } ?? false
        case .applicantOrigin:
            if let prefix = Self.regionPrefixes[typed] { return regions.contains { $0.hasPrefix(prefix) } }
            return Self.countryCodes[typed].map { labels(field).contains($0) } ?? false
        case .country, .publicationCountry:
            return Self.countryCodes[typed].map { labels(field).contains($0) } ?? false
        case .inventionType: return !(Self.kinds[typed] ?? []).filter(labels(field).contains).isEmpty
        case .industry, .applicantPostcode: return labels(field).contains { $0.hasPrefix(typed) }
        case .legalStatus:
            if let state = Self.states[typed] { return LegalSummary(bibliography).state.name == state }
            return evaluator.stands(term, .legalStatus, record)
        default: return false
        }
    }
}
