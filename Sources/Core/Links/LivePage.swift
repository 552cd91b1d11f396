/// A page or interface of the product that carries out a clause of a plan; plans name it by its raw value.
package enum LivePage: String, Sendable, Hashable, CaseIterable {
    case search, geographicalIndications = "geographical-indications", fields, like, numbers, related, names, compare
    case translation, history
    case classes, industries, concordance, codes, fees
    case account, organisations, keys, interface
    case network, figures

    /// Where it is.
    package func link(_ language: PageLanguage) -> Link {
        switch self {
        case .search: .search(SearchState(language: language))
        case .geographicalIndications: .search(SearchState(register: .gi, language: language))
        case .fields: .fields(FieldsLink(language: language))
        case .like: .like(LikeLink(language: language))
        case .numbers: .numbers(PastedText(language: language))
        case .related: .related(RelatedLink(language: language))
        case .names: .names(NamesLink(language: language))
        case .compare: .compare(CompareLink(language: language))
        case .translation: .translation(TranslationLink(language: language))
        case .history: .history(PastedText(language: language))
        case .classes: .classes(ClassLink(language: language))
        case .industries: .classes(ClassLink(.industry, language: language))
        case .concordance: .concordance(ConcordanceLink(language: language))
        case .codes: .codes(CodesLink(language: language))
        case .fees: .fees(FeesLink(language: language))
        case .account: .account(AccountLink(language: language))
        case .organisations: .account(AccountLink(.organisations, language: language))
        case .keys: .account(AccountLink(.keys, language: language))
        case .interface: .openAPI
        case .network: .network(NetworkLink(language: language))
        case .figures: .indicators(IndicatorLink(language: language))
        }
    }
}
