extension ClassScheme {
    /// What is known of the scheme without any file: sections, numbers, names of territories, and the fields of technology.
    var builtIn: [ClassEntry] {
        switch self {
        case .ipc: Self.sections
        case .cpc: Self.sections + [Self.tags]
        case .field: TechnologyFieldTable.entries
        case .industry:
            IndustrySection.all.map { ClassEntry([$0.letter].text, zh: $0.title.zh, en: $0.title.en) }
        case .locarno: (1...32).map { ClassEntry($0 < 10 ? "0\($0)" : String($0)) }
        case .nice: (1...45).map { ClassEntry(String($0)) }
        case .vienna: (1...29).map { ClassEntry(String($0)) }
        case .region:
            Province.all.map {
                ClassEntry($0.code, zh: $0.name, en: TerritoryName.shown($0.words.en, language: "en"))
            } + Prefecture.all.map { ClassEntry($0.code, zh: $0.name) }
        }
    }

    private static let sections = IPCSection.allCases.map {
        ClassEntry($0.rawValue, zh: $0.title.zh, en: $0.title.en)
    }

    /// The ninth section of CPC.
    private static let tags = ClassEntry(
        "Y",
        zh: "新技术和跨领域技术的附加标引",
        en: "General tagging of new and cross-sectional technologies"
    )
}
