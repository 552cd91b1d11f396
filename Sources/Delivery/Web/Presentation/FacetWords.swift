import Discovery
import Domain

/// Facet values in words.
extension Facet {
    /// A value in words; nil where the value says itself what it is, as a name does.
    func words(_ value: String) -> Bilingual? {
        switch self {
        case .state: LegalState.names.first { $0.name == value }?.words
        case .right: RightKind(rawValue: value)?.words
        case .country: CountryCode(reading: value)?.words
        case .region:
            // In English the names of Hong Kong, Macao and Taiwan never stand without the country.
            Province(code: value).map { Bilingual($0.name, TerritoryName.shown($0.words.en, language: "en")) }
        case .ipcSubclass: Self.section(value)
        case .nice: NiceClass.read(value).map { Bilingual("第 \($0.number) 类", "Class \($0.number)") }
        case .year, .applicant, .inventor, .locarno, .agency, .family: nil
        }
    }

    /// The scheme whose classes the values are; nil for other facets.
    var scheme: ClassScheme? {
        switch self {
        case .ipcSubclass: .ipc
        case .locarno: .locarno
        case .nice: .nice
        default: nil
        }
    }

    /// A subclass with the title of its section, the only level whose title is known without a scheme.
    private static func section(_ subclass: String) -> Bilingual? {
        guard let letter = subclass.first, let section = IPCSection(rawValue: String(letter)) else { return nil }
        return Bilingual("\(subclass)（\(section.title.zh)）", "\(subclass) (\(section.title.en))")
    }
}
