/// What an address asks for: the place, the form of the answer, and a display choice if it makes one.
package struct LinkRequest: Sendable, Hashable {
    package var link: Link
    package var format: LinkFormat
    /// Answer with the cookie and a redirect to ``link`` when this is not nil.
    package var choice: DisplayChoice?

    package init(_ link: Link, format: LinkFormat = .html, choice: DisplayChoice? = nil) {
        self.link = link
        self.format = format
        self.choice = choice
    }

    /// Reads a path, percent-coded as it came, and the text after the question mark.
    ///
    /// Every address gives something; what is none of ours gives ``Link/other(path:_:)``.
    package init(path: String, query: String = "", options: SearchState.Options = .standard) {
        let parameters = Parameters(query)
        let language = parameters.language
        let choice = DisplayChoice(parameters)
        let plain = Parameters.decoded(path.utf8, plusIsBlank: false)
        self.init(.other(path: plain, language), choice: choice)
        let (place, format) = Self.split(plain)
        switch place {
        case "/", "": self.init(.home(language), choice: choice)
        case "/index" where format == .json: self.init(.home(language), format: .json)
        case "/openapi" where format == .json: self.init(.openAPI, format: .json)
        case Link.openSearchPath: self.init(.openSearch(language))
        case Link.searchPath:
            self.init(.search(SearchState(parameters, options: options)), format: format, choice: choice)
        case Link.translationPath where format == .html || format == .json:
            self.init(.translation(TranslationLink(parameters)), format: format, choice: choice)
        case Link.historyPath where format == .html || format == .json:
            self.init(.history(PastedText(parameters, named: Link.historyName)), format: format, choice: choice)
        case Link.likePath where format == .html || format == .json:
            self.init(.like(LikeLink(parameters)), format: format, choice: choice)
        case Link.numbersPath where format != .atom:
            self.init(.numbers(PastedText(parameters, named: Link.numbersName)), format: format, choice: choice)
        case Link.feesPath where format == .html || format == .json:
            self.init(.fees(FeesLink(parameters)), format: format, choice: choice)
        case Link.comparePath where format != .atom:
            self.init(.compare(CompareLink(parameters)), format: format, choice: choice)
        case Link.relatedPath where format == .html || format == .json:
            self.init(.related(RelatedLink(parameters)), format: format, choice: choice)
        case Link.namesPath where format == .html || format == .json:
            self.init(.names(NamesLink(parameters)), format: format, choice: choice)
        case Link.proposalPath where format == .html:
            self.init(.proposal(ProposalLink(parameters)), choice: choice)
        case Link.suggestPath where format == .json:
            self.init(.suggest(SuggestLink(parameters)), format: format, choice: choice)
        case Link.concordancePath where format != .atom:
            self.init(.concordance(ConcordanceLink(parameters)), format: format, choice: choice)
        case Link.codesPath where format != .atom:
            self.init(.codes(CodesLink(parameters)), format: format, choice: choice)
        case Link.planPath where format == .html || format == .json:
            self.init(.plan(PlanLink(parameters)), format: format, choice: choice)
        case Link.networkPath where format == .html || format == .json:
            self.init(.network(NetworkLink(parameters)), format: format, choice: choice)
        case Link.fieldsPath where format == .html: self.init(.fields(FieldsLink(parameters)), choice: choice)
        default:
            if plain.hasPrefix(Link.assetPath) {
                self.init(.asset(String(plain.dropFirst(Link.assetPath.count))))
            } else if format == .html, let page = FixedPage(rawValue: String(place.dropFirst())) {
                self.init(.page(page, language), choice: choice)
            } else if format == .html || format == .json, let classes = ClassLink(path: place, parameters) {
                self.init(.classes(classes), format: format, choice: choice)
            } else if let account = AccountLink(path: place, parameters),
                format == .html || format == .json && account.hasTwin
            {
                self.init(.account(account), format: format, choice: choice)
            } else if format == .html, let signOn = SignOnLink(path: place, parameters) {
                self.init(.signOn(signOn), choice: choice)
            } else if let client = ClientLink(path: place, parameters),
                format == .html || format == .json && client.id == nil
            {
                self.init(.clients(client), format: format, choice: choice)
            } else if let registers = RegisterLink(path: place, parameters), registers.takes(format) {
                self.init(.registers(registers), format: format, choice: choice)
            } else if let indicators = IndicatorLink(path: place, parameters), indicators.hasTwin(format) {
                self.init(.indicators(indicators), format: format, choice: choice)
            } else if let admin = AdminLink(path: place, parameters),
                format == .html || format == .json && admin.hasTwin || format == .csv && admin.place == .audit
            {
                self.init(.admin(admin), format: format, choice: choice)
            } else if let drawing = DrawingLink(path: plain) {
                self.init(.drawing(drawing))
            } else if let (record, file) = Self.recordFile(plain, language) {
                self.init(.recordFile(record, file))
            } else if format == .html || format == .json, let record = Self.record(place, parameters, options) {
                self.init(.record(record), format: format, choice: choice)
            }
        }
    }

    /// Splits `.json`, `.csv` or `.atom` off a path, of a register also `.jsonl` and `.xlsx`.
    private static func split(_ path: String) -> (String, LinkFormat) {
        let formats =
            path.hasPrefix(Link.registersPath + "/") ? LinkFormat.allCases : [LinkFormat.json, .csv, .atom]
        for format in formats where format != .html && path.hasSuffix("." + format.rawValue) {
            return (String(path.dropLast(format.rawValue.count + 1)), format)
        }
        return (path, .html)
    }

    /// A record and the file it is asked for in; the search it was opened from says nothing here.
    private static func recordFile(_ path: String, _ language: PageLanguage) -> (RecordLink, RecordFormat)? {
        guard let format = RecordFormat.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else { return nil }
        let place = String(path.dropLast(format.rawValue.count + 1))
        let record = record(place, Parameters(), .standard)
        return record.map { (RecordLink($0.register, $0.number, language: language), format) }
    }

    private static func record(
        _ path: String,
        _ parameters: Parameters,
        _ options: SearchState.Options
    ) -> RecordLink? {
        let parts = path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, let register = RegisterName(rawValue: String(parts[0]))
        else { return nil }
        return RecordLink(register, String(parts[1]), parameters: parameters, options: options)
    }
}
