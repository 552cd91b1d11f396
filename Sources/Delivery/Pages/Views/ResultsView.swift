import Links

/// The context of a page of hits.
struct ResultsView {
    let renderer: PageRenderer
    let model: ResultsPage
    let frame: PageFrame
    let words: Words

    init(renderer: PageRenderer, model: ResultsPage, frame: PageFrame) {
        self.renderer = renderer
        self.model = model
        self.frame = frame
        words = renderer.words(frame.language)
    }

    var state: SearchState { model.state }
    var options: PageRenderer.Options { renderer.options }

    var title: String { state.query.isEmpty ? words["results.title.all"] : state.query }

    /// The line at the top is there when this answer shows samples or counts them.
    var sampleLine: String? { model.total.samples > 0 ? "sample.line.results" : nil }

    var context: Context {
        let charts = charts
        return [
            "heading": words("results.heading", ["query": title]),
            "understood": understood, "chosen": chosen,
            "expression": model.expression.map { text in
                ["before": text, "wrong": nil, "after": nil, "isGood": true] as Context
            },
            "label": words["results.tabs"], "tabs": tabs,
            "total": tally.total, "samples": tally.samples,
            "stamps": stamps, "notes": notes, "legend": legend, "toolbar": toolbar,
            "keep": keep,
            "empty": model.hits.isEmpty ? empty : nil,
            "isTable": state.view == .table,
            "list": model.hits.isEmpty || state.view != .list ? nil : hits,
            "grid": model.hits.isEmpty || state.view != .table ? nil : grid,
            "cards": model.hits.isEmpty || state.view != .pictures ? nil : cards,
            "pick": canCompare
                ? [
                    "action": Link.comparePath, "isEnglish": frame.language == .en,
                    "note": words("compare.picked.note", ["most": String(CompareLink.most)]),
                ] as Context : nil,
            "paging": paging,
            "hasFacets": !model.facets.isEmpty, "facets": facets,
            "within": ["action": Link.searchPath, "hidden": hidden(state.going(to: 1).opening(nil))] as Context,
            "hasCharts": !charts.isEmpty, "charts": charts,
        ]
    }

    /// The two numbers above the hits, samples apart.
    private var tally: (total: String, samples: String?) {
        guard let shown = model.grouping?.shown else {
            return (
                words.counted("results.total", model.total.records),
                model.total.samples > 0 ? words.counted("results.samples", model.total.samples) : nil
            )
        }
        func of(_ key: String, _ shown: Int, _ records: Int) -> String {
            words(key, ["count": words.number(shown), "records": words.counted("results.total", records)])
        }
        return (
            of("results.grouped", shown.records, model.total.records),
            shown.samples > 0 ? of("results.grouped.samples", shown.samples, model.total.samples) : nil
        )
    }

    // MARK: How the query was understood

    private var understood: Context? {
        guard !model.terms.isEmpty else { return nil }
        return [
            "label": words["results.understood.label"], "title": words["results.understood"],
            "terms": model.terms.map(chip), "clear": nil,
        ]
    }

    private func chip(_ term: UnderstoodTerm) -> Context {
        let others = term.alternatives.joined(separator: words.comma)
        let not = term.kind == .not ? words["results.not"] : nil
        let said = [term.field, not].compactMap { $0 }.joined(separator: " ")
        return [
            "joint": term.joint.map { words["joint." + $0.rawValue] },
            "kind": term.kind == .plain ? nil : term.kind.rawValue,
            "field": said.isEmpty ? nil : said,
            "text": term.text,
            "alternatives": term.alternatives.isEmpty ? nil : words("results.or", ["list": others]),
            "remove": term.queryWithout.map { Link.search(state.replacingQuery($0)).text },
            "removeLabel": words(
                "results.remove",
                ["text": [said, term.text].filter { !$0.isEmpty }.joined(separator: " ")]
            ),
        ]
    }

    private var chosen: Context? {
        var terms = state.facets.map { facet in
            chip(
                field: fieldTitle(facet.field),
                text: label(of: facet),
                without: state.removing(facet.field, facet.value),
                isExclusion: facet.isExcluded
            )
        }
        if state.excludesSamples {
            terms.append(
                chip(field: nil, text: words["results.nosamples"], without: state.excludingSamples(false))
            )
        }
        if state.groupsFamilies {
            terms.append(chip(field: nil, text: words["results.group"], without: state.groupingFamilies(false)))
        }
        guard !terms.isEmpty else { return nil }
        let all = state.removingFacets().excludingSamples(false).groupingFamilies(false)
        return [
            "label": words["results.chosen.label"], "title": words["results.chosen"], "terms": terms,
            "clear": terms.count > 1
                ? ["href": Link.search(all).text, "text": words["results.chosen.clear"]] as Context : nil,
        ]
    }

    private func chip(field: String?, text: String, without: SearchState, isExclusion: Bool = false) -> Context {
        let not = isExclusion ? words["results.not"] : nil
        let said = [field, not].compactMap(\.self)
        return [
            "joint": nil, "kind": isExclusion ? "not" : nil, "field": said.isEmpty ? nil : said.joined(separator: " "),
            "text": text, "alternatives": nil, "remove": Link.search(without).text,
            "removeLabel": words("results.remove", ["text": [not, text].compactMap(\.self).joined(separator: " ")]),
        ]
    }

    func label(of selection: FacetSelection) -> String {
        let facet = model.facets.first { $0.field == selection.field }
        if let value = facet?.values.first(where: { $0.value == selection.value }), let label = value.label {
            return label
        }
        guard facet?.kind == .regions else { return selection.value }
        return renderer.regions.first { $0.code == selection.value }?.name(frame.language) ?? selection.value
    }

    /// The heading of a facet.
    func fieldTitle(_ field: String) -> String {
        model.facets.first { $0.field == field }?.title ?? words.optional("facet." + field) ?? field
    }

    /// Whether there are hits to be put side by side.
    var canCompare: Bool { model.hits.count > 1 }

    // MARK: Above the hits

    private var tabs: [Context] {
        let registers: [RegisterName?] = [nil] + RegisterName.allCases
        return registers.map { register in
            let tally = register.map { model.counts[$0] ?? Tally(0) } ?? all
            return Context.tab(
                words["register." + (register?.rawValue ?? "all")],
                Link.search(state.choosing(register)).text,
                count: tally.records > 0 || tally.samples == 0 ? words.number(tally.records) : nil,
                samples: tally.samples > 0 ? words.number(tally.samples) : nil,
                isCurrent: state.register == register
            )
        }
    }

    private var all: Tally {
        model.counts.values.reduce(into: Tally(0)) { sum, tally in
            sum.records += tally.records
            sum.samples += tally.samples
        }
    }

    private var stamps: [String] {
        var stamps = [words("results.milliseconds", ["count": words.milliseconds(model.milliseconds)])]
        if let date = frame.snapshot?.date { stamps.append(words("results.asof", ["date": words.date(date)])) }
        return stamps
    }

    private var notes: [Context] {
        let notes = model.notes.map { note in
            Context.notice(text(of: note), title: words["note.title"], kind: "warn")
        }
        // Where nothing was found, what may have been meant is the first thing to try.
        let meant = (model.hits.isEmpty ? [] : model.corrections).map { correction in
            Context.notice(
                words("note.unknown", ["word": correction.word]),
                link: [
                    "href": Link.search(correction.search.state).text,
                    "text": words("empty.meant", ["text": correction.replacement]),
                ]
            )
        }
        return meant + translated(notes)
    }

    private func translated(_ notes: [Context]) -> [Context] {
        model.translation.map { [.notice("", link: renderer.translated($0, words))] + notes } ?? notes
    }

    private func text(of note: SearchNote) -> String {
        switch note {
        case .checkDigit(let number, nil): words("note.checkdigit", ["number": number])
        case .checkDigit(let number, .some(let expected)):
            words("note.checkdigit.expected", ["number": number, "expected": expected])
        case .boundedPattern(let pattern, let limit):
            words("note.bounded", ["pattern": pattern, "limit": words.number(limit)])
        case .partial: words["note.partial"]
        case .updated: words["note.updated"]
        case .pastNumbered(let last): words("note.pastnumbered", ["last": words.number(last)])
        case .other(let text): text
        }
    }

    private var toolbar: Context? {
        guard model.total.all > 0 else { return nil }
        // The heads of a table offer the other orders; the one that is chosen is always said.
        let sorts = [.relevance, .newest, .oldest] + (Self.headSorts.contains(state.sort) ? [state.sort] : [])
        let orders = sorts.map { sort in
            Context.choice(
                words["sort." + sort.rawValue],
                Link.search(state.sorted(by: sort)).text,
                isCurrent: state.sort == sort
            )
        }
        var ends: [Context] = []
        if state.register == nil || state.register == .patent, !state.groupsFamilies {
            ends.append(.choice(words["results.group"], Link.search(state.groupingFamilies(true)).text))
        }
        if model.total.samples > 0, frame.mode == .demonstration {
            ends.append(.choice(words["results.nosamples"], Link.search(state.excludingSamples(true)).text))
        }
        if state.sort == .relevance, !state.query.isEmpty {
            let key = state.explainsScores ? "results.explain.hide" : "results.explain"
            ends.append(.choice(words[key], Link.search(state.explainingScores(!state.explainsScores)).text))
        }
        if let csv = Link.search(state).twin(.csv) { ends.append(.choice(words["results.csv"], csv)) }
        if !state.query.isEmpty {
            let related = RelatedLink(state.query, language: state.language)
            ends.append(.choice(words["results.related"], Link.related(related).text))
            let history = PastedText(state.query, language: state.language)
            ends.append(.choice(words["results.history"], Link.history(history).text))
        }
        if !frame.isConfidential, let feed = Link.search(state).twin(.atom) {
            ends.append(.choice(words["results.feed"], feed))
        }
        if !ends.isEmpty { ends[0] = ends[0].adding(["isPushed": true]) }
        return [
            "label": words["results.toolbar"],
            "filter": model.facets.isEmpty ? nil : words["results.filter"],
            "groups": [
                ["title": words["results.sort"], "choices": orders] as Context,
                ["title": words["results.view"], "choices": views] as Context,
            ],
            "ends": ends,
        ]
    }

    private var views: [Context] {
        ResultView.allCases.map { view in
            .choice(
                words["view." + view.rawValue],
                Link.search(state.viewed(as: view)).text,
                isCurrent: state.view == view
            )
        }
    }

    private static let headSorts: [SearchSort] = [.filedLast, .filedFirst]
}
