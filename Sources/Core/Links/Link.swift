/// Every address of the product as a value: the only place where a URL is put together or taken apart.
package enum Link: Sendable, Hashable {
    case home(PageLanguage)
    case search(SearchState)
    case record(RecordLink)
    /// A record as a file to take along.
    case recordFile(RecordLink, RecordFormat)
    /// A picture of a record.
    case drawing(DrawingLink)
    case page(FixedPage, PageLanguage)
    case translation(TranslationLink)
    case history(PastedText)
    case like(LikeLink)
    case numbers(PastedText)
    case fields(FieldsLink)
    case fees(FeesLink)
    case compare(CompareLink)
    case suggest(SuggestLink)
    case related(RelatedLink)
    case names(NamesLink)
    /// A proposal of two names.
    case proposal(ProposalLink)
    case classes(ClassLink)
    case concordance(ConcordanceLink)
    case codes(CodesLink)
    /// A plan of public services.
    case plan(PlanLink)
    /// What a plan has reached, in figures.
    case indicators(IndicatorLink)
    /// The nearest places that can help.
    case network(NetworkLink)
    case account(AccountLink)
    case admin(AdminLink)
    /// Where programs of others send a browser to sign in or out.
    case signOn(SignOnLink)
    /// Programs of others, for their administrator.
    case clients(ClientLink)
    /// Declared registers, their entries and forms.
    case registers(RegisterLink)
    /// What programs need to search here (OpenSearch).
    case openSearch(PageLanguage)
    /// The description of the interface for machines.
    case openAPI
    /// A file that never changes under its name: stylesheet, icon or script, its name holding a digest.
    case asset(String)
    /// An address that is none of ours, as it was asked for; only problem pages stand there.
    case other(path: String, PageLanguage)

    /// The name under which a button of confidential mode sends all parameters of an address as one.
    package static let askedName = "asked"

    /// The folder under which assets are served.
    package static let assetPath = "/assets/"
    /// The path of the search without suffix and query.
    package static let searchPath = "/search"
    /// The path of the translation of queries without suffix and query.
    package static let translationPath = "/translate"
    /// The path of histories of queries without suffix and query.
    package static let historyPath = "/history"
    /// The names under which a history and a list of numbers stand in an address.
    static let historyName = "h"
    static let numbersName = "n"
    /// The path of what is like a text or record without suffix and query.
    package static let likePath = "/like"
    /// The path of many numbers without suffix and query.
    package static let numbersPath = "/numbers"
    /// The path of the form with a line for each field without query.
    package static let fieldsPath = "/fields"
    /// The path of term and fees without suffix and query.
    package static let feesPath = "/fees"
    /// The path of records side by side without suffix and query.
    package static let comparePath = "/compare"
    /// The path of words that go with a query without suffix and query.
    package static let relatedPath = "/related"
    /// The path of the spellings of a name without suffix and query.
    package static let namesPath = "/names"
    /// The path of proposals without query.
    package static let proposalPath = namesPath + "/propose"
    /// The path of what may go on in a search box without suffix and query.
    package static let suggestPath = "/suggest"
    /// The path of the classes without suffix, scheme, symbol and query.
    package static let classesPath = "/classes"
    /// The path of the concordance without suffix and query.
    package static let concordancePath = "/concordance"
    /// The path of the codes without suffix and query.
    package static let codesPath = "/codes"
    /// The path of a plan without suffix and query.
    package static let planPath = "/plan"
    /// The path of the indicators and the folder of their pages.
    package static let figuresPath = "/figures"
    /// The path of the network of places without suffix and query.
    package static let networkPath = "/network"
    /// The path of an account and the folder of its pages.
    package static let accountPath = "/account"
    /// The path of who administers accounts and the folder of its pages.
    package static let adminPath = "/admin"
    /// The folder of the places of single sign-on.
    package static let signOnPath = "/oauth/"
    /// The path of the programs of others without suffix and query.
    package static let clientsPath = "/admin/clients"
    /// The path of the declared registers and the folder of their pages.
    package static let registersPath = "/registers"
    /// The path of what programs need to search here.
    package static let openSearchPath = "/opensearch.xml"
    /// The path where library software asks (SRU).
    package static let sruPath = "/sru"
    /// The path of the machine twin of the first page.
    package static let homeTwinPath = "/index.json"

    /// The address as it stands in `href`: absolute path and query, not escaped for HTML.
    package var text: String { Self.joined(path, parameters) }

    /// The path without its query.
    package var path: String {
        switch self {
        case .home: "/"
        case .search: Self.searchPath
        case .record(let record): record.path
        case .recordFile(let record, let format): record.path + "." + format.rawValue
        case .drawing(let drawing): drawing.path
        case .page(let page, _): "/" + page.rawValue
        case .translation: Self.translationPath
        case .history: Self.historyPath
        case .like: Self.likePath
        case .numbers: Self.numbersPath
        case .fields: Self.fieldsPath
        case .fees: Self.feesPath
        case .compare: Self.comparePath
        case .suggest: Self.suggestPath + ".json"
        case .related: Self.relatedPath
        case .names: Self.namesPath
        case .proposal: Self.proposalPath
        case .classes(let link): link.path
        case .concordance: Self.concordancePath
        case .codes: Self.codesPath
        case .plan: Self.planPath
        case .indicators(let link): link.path
        case .network: Self.networkPath
        case .account(let link): link.path
        case .admin(let link): link.path
        case .signOn(let link): link.path
        case .clients(let link): link.path
        case .registers(let link): link.path
        case .openSearch: Self.openSearchPath
        case .openAPI: "/openapi.json"
        case .asset(let name): Self.assetPath + Parameters.encoded(name, blankIsPlus: false)
        case .other(let path, _):
            path.split(separator: "/", omittingEmptySubsequences: false)
                .map { Parameters.encoded(String($0), blankIsPlus: false) }.joined(separator: "/")
        }
    }

    package var language: PageLanguage {
        switch self {
        case .home(let language), .page(_, let language), .openSearch(let language), .other(_, let language): language
        case .search(let state): state.language
        case .record(let record), .recordFile(let record, _): record.language
        case .translation(let translation): translation.language
        case .history(let history): history.language
        case .like(let like): like.language
        case .numbers(let numbers): numbers.language
        case .fields(let fields): fields.language
        case .fees(let fees): fees.language
        case .compare(let compare): compare.language
        case .suggest(let suggest): suggest.language
        case .related(let related): related.language
        case .names(let names): names.language
        case .proposal(let proposal): proposal.language
        case .classes(let link): link.language
        case .concordance(let link): link.language
        case .codes(let link): link.language
        case .plan(let link): link.language
        case .indicators(let link): link.language
        case .network(let link): link.language
        case .account(let link): link.language
        case .admin(let link): link.language
        case .signOn(let link): link.language
        case .clients(let link): link.language
        case .registers(let link): link.language
        case .openAPI, .asset, .drawing: .zh
        }
    }

    /// Whether a page may lead to the place by its address: 8,000 bytes at most, which every browser and proxy takes.
    package var isShort: Bool { text.utf8.count <= 8_000 }

    /// Whether the text sent to the place may stand in its address: the text of somebody's invention may not.
    package var keepsText: Bool {
        switch self {
        case .translation, .history, .numbers, .concordance: true
        default: false
        }
    }

    /// The same place without what was asked there: for a text too long for an address, and for the way into and out of
    /// confidential mode.
    package var withoutText: Link {
        switch self {
        case .search(let state): .search(SearchState(language: state.language))
        case .record(let record): .record(RecordLink(record.register, record.number, language: record.language))
        case .fields(let link): .fields(FieldsLink(language: link.language))
        case .fees(let link): .fees(FeesLink(language: link.language))
        case .translation(let link): .translation(TranslationLink(from: link.system, language: link.language))
        case .history(let link): .history(PastedText(language: link.language))
        case .like(let link): .like(LikeLink(language: link.language))
        case .numbers(let link): .numbers(PastedText(language: link.language))
        case .concordance(let link): .concordance(ConcordanceLink(from: link.scheme, language: link.language))
        case .compare(let link): .compare(CompareLink(language: link.language))
        case .suggest(let link): .suggest(SuggestLink(language: link.language))
        case .related(let link): .related(RelatedLink(language: link.language))
        case .names(let link): .names(NamesLink(language: link.language))
        case .proposal(let link): .proposal(ProposalLink(language: link.language))
        case .classes(let link): .classes(ClassLink(link.scheme, link.symbol, language: link.language))
        case .codes(let link): .codes(CodesLink(language: link.language))
        case .plan(let link): .plan(PlanLink(language: link.language))
        case .indicators(let link): .indicators(IndicatorLink(link.place, language: link.language))
        case .network(let link): .network(NetworkLink(language: link.language))
        case .account(let link): .account(link.plain)
        case .admin(let link): .admin(AdminLink(link.place, language: link.language))
        case .clients(let link): .clients(ClientLink(link.id, language: link.language))
        case .registers(let link): .registers(link.plain)
        case .home, .recordFile, .drawing, .page, .signOn, .openSearch, .openAPI, .asset, .other: self
        }
    }

    /// The same place in another language.
    package func inLanguage(_ language: PageLanguage) -> Link {
        switch self {
        case .home: return .home(language)
        case .search(let state): return .search(state.inLanguage(language))
        case .record(var record):
            record.language = language
            record.search?.language = language
            return .record(record)
        case .recordFile(var record, let format):
            record.language = language
            return .recordFile(record, format)
        case .page(let page, _): return .page(page, language)
        case .translation(var translation):
            translation.language = language
            return .translation(translation)
        case .history(var history):
            history.language = language
            return .history(history)
        case .like(var like):
            like.language = language
            return .like(like)
        case .numbers(var numbers):
            numbers.language = language
            return .numbers(numbers)
        case .fields(var fields):
            fields.language = language
            return .fields(fields)
        case .fees(var fees):
            fees.language = language
            return .fees(fees)
        case .compare(var compare):
            compare.language = language
            return .compare(compare)
        case .suggest(var suggest):
            suggest.language = language
            return .suggest(suggest)
        case .related(var related):
            related.language = language
            return .related(related)
        case .names(var names):
            names.language = language
            return .names(names)
        case .proposal(var proposal):
            proposal.language = language
            return .proposal(proposal)
        case .classes(var link):
            link.language = language
            return .classes(link)
        case .concordance(var link):
            link.language = language
            return .concordance(link)
        case .codes(var link):
            link.language = language
            return .codes(link)
        case .plan(var link):
            link.language = language
            return .plan(link)
        case .indicators(var link):
            link.language = language
            return .indicators(link)
        case .network(var link):
            link.language = language
            return .network(link)
        case .account(let link): return .account(link.inLanguage(language))
        case .admin(var link):
            link.language = language
            return .admin(link)
        case .signOn(var link):
            link.language = language
            return .signOn(link)
        case .clients(var link):
            link.language = language
            return .clients(link)
        case .registers(var link):
            link.language = language
            return .registers(link)
        case .openSearch: return .openSearch(language)
        case .other(let path, _): return .other(path: path, language)
        case .openAPI, .asset, .drawing: return self
        }
    }

    /// The address of the machine twin, where there is one: the same use case without page language and paging words.
    package func twin(_ format: LinkFormat) -> String? {
        switch (self, format) {
        case (_, .html): return text
        case (.home, .json): return Self.homeTwinPath
        case (.openAPI, .json), (.suggest, .json): return text
        case (.related(let related), .json):
            guard !related.query.isEmpty else { return nil }
            return Self.joined(Self.relatedPath + ".json", RelatedLink(related.query).parameters)
        case (.names(let names), .json):
            guard !names.name.isEmpty else { return nil }
            return Self.joined(Self.namesPath + ".json", NamesLink(names.name).parameters)
        case (.search(let state), .json), (.search(let state), .csv):
            let plain = state.inLanguage(.zh).withoutLook.withColumns(format == .csv ? state.columns : nil)
            return Self.joined(Self.searchPath + "." + format.rawValue, plain.parameters)
        case (.search(let state), .atom): return Self.feed(of: state.going(to: 1))
        case (.record(let record), .json): return record.path + ".json"
        case (.translation(let translation), .json):
            guard !translation.text.isEmpty else { return nil }
            let plain = TranslationLink(translation.text, from: translation.system)
            return Self.joined(Self.translationPath + ".json", plain.parameters)
        case (.like(let like), .json):
            guard !like.text.isEmpty || like.record != nil else { return nil }
            return Self.joined(Self.likePath + ".json", LikeLink(like.text, record: like.record).parameters)
        case (.numbers(let numbers), .json), (.numbers(let numbers), .csv):
            guard !numbers.text.isEmpty else { return nil }
            let language = format == .csv ? numbers.language : .zh
            let plain = PastedText(numbers.text, language: language)
            return Self.joined(Self.numbersPath + "." + format.rawValue, plain.parameters(named: Self.numbersName))
        case (.fees(var fees), .json):
            guard !fees.filed.isEmpty else { return nil }
            fees.language = .zh
            return Self.joined(Self.feesPath + ".json", fees.parameters)
        case (.compare(var compare), .json), (.compare(var compare), .csv):
            guard !compare.records.isEmpty else { return nil }
            if format == .json { compare.language = .zh }
            return Self.joined(Self.comparePath + "." + format.rawValue, compare.parameters)
        case (.classes(var link), .json):
            link.language = .zh
            return Self.joined(link.path + ".json", link.parameters)
        case (.concordance(var link), .json), (.concordance(var link), .csv):
            guard !link.text.isEmpty else { return nil }
            if format == .json { link.language = .zh }
            return Self.joined(Self.concordancePath + "." + format.rawValue, link.parameters)
        case (.codes(var link), .json), (.codes(var link), .csv):
            if format == .json { link.language = .zh }
            return Self.joined(Self.codesPath + "." + format.rawValue, link.parameters)
        case (.network(var link), .json):
            link.language = .zh
            return Self.joined(Self.networkPath + ".json", link.parameters)
        case (.plan(let link), .json): return Self.joined(Self.planPath + ".json", PlanLink(link.name).parameters)
        case (.indicators(var link), .json), (.indicators(var link), .csv):
            guard link.hasTwin(format) else { return nil }
            if format == .json { link.language = .zh } else { link.page = 1 }
            return Self.joined(link.path + "." + format.rawValue, link.parameters)
        case (.account(let link), .json):
            return link.hasTwin ? Self.joined(link.path + ".json", link.listParameters) : nil
        case (.admin(var link), .json):
            link.language = .zh
            link.done = nil
            return link.hasTwin ? Self.joined(link.path + ".json", link.parameters) : nil
        case (.admin(var link), .csv):
            link.language = .zh
            return link.place == .audit ? Self.joined(link.path + ".csv", link.parameters) : nil
        case (.registers(let link), _): return link.twin(format)
        case (.clients(let link), .json): return link.id == nil ? link.path + ".json" : nil
        case (.history(let history), .json):
            guard !history.text.isEmpty else { return nil }
            return Self.joined(Self.historyPath + ".json", PastedText(history.text).parameters(named: Self.historyName))
        default: return nil
        }
    }

    /// The address of a page of the feed of a search.
    package static func feed(of state: SearchState) -> String {
        var state = state.withoutLook
        // A feed by relevance would never show what is new.
        if state.sort == .relevance { state.sort = .newest }
        state.explainsScores = false
        return joined(searchPath + ".atom", state.parameters)
    }

    /// The address that makes a display choice and comes back here.
    package func choosing(_ choice: DisplayChoice) -> String {
        // What was asked openly does not go into confidential mode, and what was asked there does not come out.
        var parameters = if case .confidential = choice { withoutText.parameters } else { parameters }
        let (name, value) = choice.parameter
        parameters.append(name, value)
        return Self.joined(path, parameters)
    }

    private var parameters: Parameters {
        switch self {
        case .search(let state): return state.parameters
        case .record(let record), .recordFile(let record, _): return record.parameters
        case .translation(let translation): return translation.parameters
        case .history(let history): return history.parameters(named: Self.historyName)
        case .like(let like): return like.parameters
        case .numbers(let numbers): return numbers.parameters(named: Self.numbersName)
        case .fields(let fields): return fields.parameters
        case .fees(let fees): return fees.parameters
        case .compare(let compare): return compare.parameters
        case .suggest(let suggest): return suggest.parameters
        case .related(let related): return related.parameters
        case .names(let names): return names.parameters
        case .proposal(let proposal): return proposal.parameters
        case .classes(let link): return link.parameters
        case .concordance(let link): return link.parameters
        case .codes(let link): return link.parameters
        case .plan(let link): return link.parameters
        case .indicators(let link): return link.parameters
        case .network(let link): return link.parameters
        case .account(let link): return link.parameters
        case .admin(let link): return link.parameters
        case .signOn(let link): return link.parameters
        case .clients(let link): return link.parameters
        case .registers(let link): return link.parameters
        case .home(let language), .page(_, let language), .openSearch(let language), .other(_, let language):
            var result = Parameters()
            if language != .zh { result.append("lang", language.rawValue) }
            return result
        case .openAPI, .asset, .drawing: return Parameters()
        }
    }

    private static func joined(_ path: String, _ parameters: Parameters) -> String {
        let query = parameters.text
        return query.isEmpty ? path : path + "?" + query
    }
}
