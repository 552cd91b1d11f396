import Domain
import Links
import Pages

/// Facts of rights that pages of hits and pages of records show alike.
struct RightWords {
    let language: PageLanguage
    /// The tables of the classes in force.
    var classes = ClassCatalogue.builtIn

    /// The status of a right as a chip.
    func chip(_ summary: LegalSummary) -> StateChip {
        StateChip(shape(summary), summary.words.text(in: language.rawValue))
    }

    private func shape(_ summary: LegalSummary) -> StateChip.Shape {
        switch summary.state {
        case .pending: .open
        case .inForce: summary.encumbrances.isEmpty && !summary.isPartlyInvalidated ? .live : .warn
        case .lapsed(.rejected): .bad
        case .lapsed: .gone
        case .restorable: .pause
        case .unknown: .none
        }
    }

    /// A number as the field writes it.
    func number(_ document: DocumentID) -> String {
        guard let country = document.country else { return document.number }
        if country == "CN", let application = ApplicationNumber.read(document.number), document.kind == nil {
            return application.display
        }
        let publication = document.kind.flatMap { kind in
            PublicationNumber(country: country, number: document.number, kind: kind)
        }
        if let publication { return publication.display }
        return document.number.hasPrefix(country) ? document.number : country + " " + document.number
    }

    /// Country, region or organisation of a code.
    func country(_ code: String?) -> String? {
        code.map { CountryCode(reading: $0)?.words.text(in: language.rawValue) ?? $0 }
    }

    /// A name with the search for everything of that name.
    func party(_ party: Party, field: String?, hasPlace: Bool = true) -> Pages.PartyName {
        Pages.PartyName(
            party.name,
            place: hasPlace ? PartyPlace.text(of: party, language) : nil,
            search: field.map { search.adding($0, party.name) }
        )
    }

    /// A symbol with the search for its class.
    func symbol(_ symbol: String, field: String?, scheme: ClassScheme? = nil) -> ClassSymbol {
        let query = field.map { SearchState(query: $0 + "=" + symbol.filter { $0 != " " }, language: language) }
        return ClassSymbol(
            symbol,
            title: scheme.flatMap { title(of: symbol, in: $0) },
            search: query,
            page: scheme.flatMap { page(of: symbol, in: $0) }
        )
    }

    /// What a class is about, in the language of the page or else in another.
    func title(of symbol: String, in scheme: ClassScheme) -> String? {
        classes.title(of: symbol, in: scheme, language: language.rawValue)?.text
    }

    private func page(of symbol: String, in scheme: ClassScheme) -> ClassLink? {
        scheme.symbol(reading: symbol).map { ClassLink(SchemeName(rawValue: scheme.rawValue), $0, language: language) }
    }

    /// A class of goods and services with the search for it.
    func nice(_ number: String) -> ClassSymbol {
        ClassSymbol(
            number,
            title: title(of: number, in: .nice),
            search: search.adding("nice", number),
            page: page(of: number, in: .nice)
        )
    }

    /// All records.
    private var search: SearchState { SearchState(language: language) }
}
