import Discovery
import Domain
import Links
import Pages
import Wire

/// Classes in words, links and queries.
struct ClassPresenter {
    let catalogue: ClassCatalogue
    let language: PageLanguage

    // MARK: Queries

    /// The query for what the page of a class counts: everything below it, but of a subgroup that alone; nil where no field
    /// asks for it.
    func query(_ scheme: ClassScheme, _ symbol: String) -> String? {
        switch scheme {
        case .ipc: return (symbol.contains("/") ? "IPCX=" : "IPC=") + symbol
        case .cpc: return (symbol.contains("/") ? "CPCX=" : "CPC=") + symbol
        case .field:
            let symbols = ipc(of: symbol)
            return symbols.isEmpty
                ? nil : symbols.count == 1 ? "IPC=" + symbols[0] : "IPC=(\(symbols.joined(separator: " OR ")))"
        case .industry: return "NC=" + symbol
        case .locarno: return "LOC=" + symbol
        // Records name classes of goods alone.
        case .nice: return symbol.utf8.count > 2 ? nil : "NICE=" + symbol
        case .vienna: return "VIENNA=" + symbol
        case .region: return "RE=" + symbol
        }
    }

    /// The query for a main group of IPC or CPC alone, without what lies below it; nil for other classes.
    func ownQuery(_ scheme: ClassScheme, _ symbol: String) -> String? {
        guard scheme == .ipc || scheme == .cpc, symbol.utf8.count > 4, !symbol.contains("/") else { return nil }
        return query(scheme, symbol + "/00")
    }

    /// The query for a subgroup of IPC or CPC with all whose digits begin like its own; nil for other classes.
    func wideQuery(_ scheme: ClassScheme, _ symbol: String) -> String? {
        guard scheme == .ipc || scheme == .cpc, symbol.contains("/") else { return nil }
        return (scheme == .ipc ? "IPC=" : "CPC=") + symbol
    }

    /// IPC symbols of a class that is made of such, or of all classes right below it.
    func ipc(of symbol: String, in scheme: ClassScheme = .field) -> [String] {
        let table = catalogue[scheme]
        let own = table[symbol]?.ipc ?? []
        return own.isEmpty && scheme == .field ? table.children(of: symbol).flatMap(\.ipc) : own
    }

    func search(_ query: String?) -> SearchState? { query.map { SearchState(query: $0, language: language) } }

    // MARK: Rows

    func link(_ scheme: ClassScheme, _ symbol: String? = nil) -> ClassLink {
        ClassLink(SchemeName(rawValue: scheme.rawValue), symbol, language: language)
    }

    /// What a class is about, its own title alone.
    func title(_ scheme: ClassScheme, _ symbol: String) -> LocalizedText? {
        // The group with /00 has the title of its main group.
        let symbol = scheme.symbol(reading: symbol) ?? symbol
        return catalogue.entry(of: symbol, in: scheme)?.shortTitle(in: language.rawValue)
    }

    /// A class in a list; counts of nil stand for classes that were not counted.
    func row(_ scheme: ClassScheme, _ symbol: String, _ count: RecordCount? = nil) -> ClassRow {
        let title = title(scheme, symbol)
        let isMainGroupAlone = symbol.hasSuffix("/00") && (scheme == .ipc || scheme == .cpc)
        return ClassRow(
            symbol,
            title: title?.text,
            titleLanguage: title?.lang == language.rawValue ? nil : title?.lang,
            count: count.map { Tally($0) },
            link: link(scheme, isMainGroupAlone ? scheme.symbol(reading: symbol) : symbol),
            search: search(query(scheme, symbol))
        )
    }

    func finds(_ scheme: ClassScheme, _ finds: ClassFinds) -> ClassesPage.Finds {
        ClassesPage.Finds(
            title: scheme.words.text(in: language.rawValue),
            leading: (finds.leading[scheme] ?? []).map { row(scheme, $0.symbol, $0.count) },
            titled: (finds.titled[scheme] ?? []).map { row(scheme, $0.symbol) },
            isLoose: finds.isLoose
        )
    }

    // MARK: Documents

    func document(_ scheme: ClassScheme, _ symbol: String, _ count: RecordCount? = nil) -> ClassDocument {
        let symbolOfTable = scheme.symbol(reading: symbol) ?? symbol
        let entry = catalogue.entry(of: symbolOfTable, in: scheme)
        return ClassDocument(
            symbol: symbol,
            zh: entry?.zh,
            en: entry?.en,
            count: count.map { CountDocument($0) },
            url: Link.classes(ClassLink(SchemeName(rawValue: scheme.rawValue), symbolOfTable)).text
        )
    }

    func document(_ scheme: ClassScheme, _ finds: ClassFinds) -> ClassFindsDocument {
        ClassFindsDocument(
            scheme: scheme.rawValue,
            leading: (finds.leading[scheme] ?? []).map { document(scheme, $0.symbol, $0.count) },
            titled: (finds.titled[scheme] ?? []).map { document(scheme, $0.symbol) },
            loose: finds.isLoose
        )
    }
}
