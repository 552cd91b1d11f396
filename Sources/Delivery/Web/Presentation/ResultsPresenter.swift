import Discovery
import Domain
import EntryIndex
import Links
import Pages
import Wire

/// An answer as a page of hits.
struct ResultsPresenter {
    let answer: SearchAnswer
    let state: SearchState
    let pages: PageRenderer
    let visit: Visit
    let catalogue: ClassCatalogue

    private let table: RecordTable

    init(
        answer: SearchAnswer,
        state: SearchState,
        pages: PageRenderer,
        visit: Visit,
        catalogue: ClassCatalogue = .builtIn
    ) {
        self.answer = answer
        self.state = state
        self.pages = pages
        self.visit = visit
        self.catalogue = catalogue
        table = RecordTable(state.shownColumns, language: state.language, pages: pages)
    }

    private var language: String { state.language.rawValue }
    private var words: RightWords { RightWords(language: state.language, classes: catalogue) }

    var page: ResultsPage {
        var page = ResultsPage(
            state: state,
            counts: Tally.perRegister(answer.registers),
            terms: terms,
            expression: state.query.isEmpty ? nil : answer.parsed.printed(naming: naming),
            total: Tally(answer.records, samples: answer.samples),
            grouping: answer.families.map { shown in
                .init(shown: Tally(shown.records, samples: shown.samples), listed: answer.listed)
            },
            milliseconds: answer.elapsed.milliseconds,
            hits: answer.hits.enumerated().compactMap { index, hit in self.hit(hit, at: state.offset + index + 1) },
            // Where nothing was found there is nothing to narrow; a picked value stays, to be taken away.
            facets: answer.total == 0 && state.facets.isEmpty ? [] : answer.facets.map(facet),
            notes: notes,
            translation: TranslationLink(guessing: state),
            next: answer.next?.page(at: answer.sequence),
            corrections: corrections,
            suggestions: suggestions
        )
        page.words = answer.words
        return page
    }

    /// Where nothing was found: any of the conditions in the place of all, and queries that show how one is written.
    private var suggestions: [ResultsPage.Suggestion] {
        guard answer.total == 0, !state.query.isEmpty else { return [] }
        var wider: [ResultsPage.Suggestion] = []
        if let any = answer.parsed.anyInPlaceOfAll {
            var next = state.going(to: 1)
            next.query = any.printed(naming: naming)
            wider.append(ResultsPage.Suggestion(next))
        }
        return wider
            + (Site.examples[state.language] ?? []).map {
                ResultsPage.Suggestion(SearchState(query: $0, language: state.language))
            }
    }

    private var corrections: [ResultsPage.Correction] {
        answer.corrections.map { correction in
            ResultsPage.Correction(
                word: correction.word,
                replacement: correction.replacement,
                search: ResultsPage.Suggestion(state.replacingQuery(correction.query), total: Tally(correction.count))
            )
        }
    }

    private var naming: FieldNaming { state.language == .zh ? .chinese : .alias }

    // MARK: How the query was understood

    private var terms: [UnderstoodTerm] {
        answer.parsed.chips(naming: naming).enumerated().map { index, chip in
            // A word without a field is looked for in every text and name; saying so on each chip would only be noise.
            let isPlain = chip.query == chip.text || chip.isExclusion
            return UnderstoodTerm(
                chip.isExclusion && chip.text.hasPrefix("NOT ") ? String(chip.text.dropFirst(4)) : chip.text,
                kind: chip.isExclusion ? .not : .plain,
                field: isPlain && !Self.isTelling(chip) ? nil : chip.label.text(in: language),
                joint: index == 0 ? nil : .and,
                queryWithout: chip.remainder
            )
        }
    }

    /// Whether the label says more than that texts and names are searched: what the box took for a number or date.
    private static func isTelling(_ chip: Chip) -> Bool {
        chip.label.en != "Texts and names" && chip.label.en != "Combined"
    }

    private var notes: [SearchNote] {
        var notes = answer.notes.map { SearchNote.other($0.text(in: language)) }
        if !answer.isExact { notes.append(.partial) }
        if let cursor = state.cursor, cursor.sequence != answer.sequence { notes.append(.updated) }
        // The address asked for a page beyond the numbered ones and was brought back.
        if state.cursor == nil, let asked = Parameters(visit.query)["page"].flatMap({ Int($0) }), asked > state.page {
            notes.append(.pastNumbered(last: state.page))
        }
        return notes
    }

    // MARK: Hits

    private func hit(_ hit: SearchHit, at position: Int) -> Hit? {
        let right = hit.right
        let record = right.bibliography
        guard let link = RecordLink(entry: hit.id.description, language: state.language),
            let name = RightName(rawValue: record.right.rawValue)
        else { return nil }
        var shown = Hit(
            link: link.found(by: state, at: position),
            right: name,
            title: text(hit.title),
            isSample: record.sample == true,
            state: words.chip(LegalSummary(record)),
            numbers: numbers(record),
            dates: dates(record),
            snippet: hit.snippet.map(text),
            parties: parties(record),
            classes: classes(record),
            familySize: family(right),
            family: foundFamily(right, hit.familyHits),
            score: hit.explanation.map(score),
            changed: hit.time
        )
        switch state.view {
        case .list: break
        case .table: shown.cells = table.cells(hit.id, right)
        case .pictures:
            shown.sign = sign(right)
            let drawings = record.drawings
            shown.picture = drawings?.leading.map { place, image in
                Picture(
                    DrawingLink(link, place: place, digest: image.digest),
                    width: image.width,
                    height: image.height
                )
            }
            shown.drawings = drawings?.count ?? drawings.flatMap { $0.files.isEmpty ? nil : $0.files.count }
        }
        return shown
    }

    /// The words of a mark, else the main class.
    private func sign(_ right: Right) -> String? {
        if case .trademark(let trademark) = right, let words = trademark.details.mark?.text { return words }
        return right.bibliography.leadingClass
    }

    private func score(_ explanation: ExplanationDocument) -> Pages.Hit.Score {
        Pages.Hit.Score(
            total: explanation.score,
            documents: explanation.documents,
            saturation: explanation.saturation,
            omitted: explanation.omittedWords,
            words: explanation.words.map { word in
                Pages.Hit.Score.Word(
                    text: word.forms.joined(separator: " "),
                    boost: word.boost,
                    documents: word.documents,
                    idf: word.idf,
                    frequency: word.frequency,
                    score: word.score,
                    parts: word.fields.map { field in
                        Pages.Hit.Score.Part(
                            text: field.form,
                            field: field.field.text(in: language),
                            times: field.frequency,
                            length: field.length,
                            meanLength: field.meanLength,
                            weight: field.weight,
                            part: field.part
                        )
                    }
                )
            }
        )
    }

    private func text(_ marked: Discovery.MarkedText) -> Pages.MarkedText {
        var runs = marked.parts.map { Pages.MarkedText.Run($0.text, word: $0.colour) }
        if marked.isCutBefore { runs.insert(.init("…"), at: 0) }
        if marked.isCutAfter { runs.append(.init("…")) }
        return Pages.MarkedText(runs, language: marked.language)
    }

    private func numbers(_ record: Bibliography) -> [String] {
        var numbers = [record.publication, record.registration, record.application].compactMap { $0.map(words.number) }
        if numbers.isEmpty, let file = record.fileNumber { numbers = [file] }
        return Array(numbers.prefix(2))
    }

    private func dates(_ record: Bibliography) -> [DateFact] {
        let known: [(FactName, PartialDate?)] = [
            (.applicationDate, record.application?.date), (.publicationDate, record.publication?.date),
            (.registrationDate, record.registration?.date),
        ]
        return known.compactMap { name, date in date.map { DateFact(name, $0.description) } }
    }

    private func parties(_ record: Bibliography) -> [Pages.PartyName] {
        var seen: Set<String> = []
        let holders = (record.applicants + record.assignees + record.owners).filter { seen.insert($0.name).inserted }
        let field = Facet.applicant.rawValue
        return holders.prefix(Self.mostParties).map { words.party($0, field: field, hasPlace: false) }
    }

    private func classes(_ record: Bibliography) -> [ClassSymbol] {
        let classes = record.classes
        let symbols =
            classes.ipc.map { words.symbol($0, field: "IPC", scheme: .ipc) }
            + classes.locarno.map { words.symbol($0, field: "LOC", scheme: .locarno) } + classes.nice.map(words.nice)
        return Array(symbols.prefix(Self.mostClasses))
    }

    private func family(_ right: Right) -> Int? {
        guard case .patent(let patent) = right, let family = patent.details.family else { return nil }
        let size = family.simpleSize ?? family.applications ?? family.publications.count
        return size > 1 ? size : nil
    }

    /// All hits of the family that this one stands for.
    private func foundFamily(_ right: Right, _ count: Int) -> Pages.Hit.Family? {
        guard count > 1, case .patent(let patent) = right, let id = patent.details.family?.id else { return nil }
        // By the label itself: the field FM also finds records by the numbers of their family's publications.
        let search = state.groupingFamilies(false).adding(Facet.family.rawValue, id)
        return Pages.Hit.Family(count: count, search: search)
    }

    private static let mostParties = 4
    private static let mostClasses = 3

    // MARK: Facets

    private func facet(_ count: FacetCount) -> Pages.Facet {
        Pages.Facet(
            count.facet.rawValue,
            title: count.facet == .state ? pages.text("facet.status", state.language) : nil,
            kind: Self.kind(of: count.facet),
            values: count.values.map { value in
                let title = count.facet.scheme.flatMap { words.title(of: value.label, in: $0) }
                return .init(
                    value.label,
                    label: label(of: value.label, title, in: count.facet),
                    hint: title,
                    count: Tally(value.records, samples: value.samples)
                )
            },
            distinct: count.distinct
        )
    }

    /// A value as it is shown; of classes the beginning of the title, where an edition is loaded.
    private func label(of value: String, _ title: String?, in facet: Discovery.Facet) -> String? {
        let known = facet.words(value)?.text(in: language)
        guard let title, let scheme = facet.scheme, catalogue[scheme].isLoaded else { return known }
        let name = scheme == .ipc ? value : known ?? value
        return name + " " + (title.count > Self.titleCharacters ? title.prefix(Self.titleCharacters) + "…" : title)
    }

    /// Characters of a title beside a value.
    private static let titleCharacters = 24

    private static func kind(of facet: Discovery.Facet) -> Pages.Facet.Kind {
        switch facet {
        case .year: .years
        case .applicant: .parties
        case .region: .regions
        default: .plain
        }
    }
}
