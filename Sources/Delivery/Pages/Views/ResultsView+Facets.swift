import Links

/// Facets beside the hits.
extension ResultsView {
    var facets: [Context] {
        model.facets.filter { !$0.values.isEmpty || $0.kind == .regions }.map { facet in
            facet.kind == .regions ? regions(facet) : values(facet)
        }
    }

    private func values(_ facet: Facet) -> Context {
        let isOpen = state.openFacet == facet.field
        let greatest = facet.values.map(\.count.all).max() ?? 0
        let listed = isOpen ? facet.values : Array(facet.values.prefix(options.facetValuesFolded))
        // A chosen or excluded value stays in sight wherever it stands in the list.
        let hidden = listed.dropFirst(options.facetValues)
        let first = listed.prefix(options.facetValues) + hidden.filter { isTouched(facet, $0) }
        let rest = hidden.filter { !isTouched(facet, $0) }
        return [
            "title": fieldTitle(facet.field),
            "shown": first.map { row(facet, $0, of: greatest) },
            "rest": rest.isEmpty
                ? nil
                : [
                    "isOpen": isOpen, "summary": words("facets.more", ["count": words.number(rest.count)]),
                    "values": rest.map { row(facet, $0, of: greatest) },
                ] as Context,
            "all": all(facet, listed: listed.count, isOpen: isOpen),
            "note": isOpen && facet.distinct > listed.count ? listedNote(facet, listed.count) : nil,
        ]
    }

    private func isTouched(_ facet: Facet, _ value: Facet.Value) -> Bool {
        state.isSelected(facet.field, value.value) || state.isExcluded(facet.field, value.value)
    }

    private func all(_ facet: Facet, listed: Int, isOpen: Bool) -> Context? {
        if isOpen { return ["href": Link.search(state.opening(nil)).text + "#facets", "text": words["facets.fewer"]] }
        guard facet.distinct > listed else { return nil }
        return [
            "href": Link.search(state.opening(facet.field)).text + "#facets",
            "text": words("facets.all", ["count": words.number(facet.distinct)]),
        ]
    }

    private func listedNote(_ facet: Facet, _ listed: Int) -> String {
        words("facets.listed", ["count": words.number(facet.distinct), "listed": words.number(listed)])
    }

    /// All 34 in code order; one without hits says so in the same place.
    private func regions(_ facet: Facet) -> Context {
        let known = Dictionary(facet.values.map { ($0.value, $0) }) { first, _ in first }
        let greatest = facet.values.map(\.count.all).max() ?? 0
        let rows = renderer.regions.map { region in
            let name = region.name(frame.language)
            let count = known[region.code]?.count ?? Tally(0)
            return row(facet, Facet.Value(region.code, label: name, count: count), of: greatest)
        }
        let isChosen = state.facets.contains { $0.field == facet.field }
        return [
            "title": fieldTitle(facet.field), "shown": [Context](),
            "rest": ["isOpen": isChosen, "summary": words["facets.regions"], "values": rows] as Context,
            "all": nil, "note": nil,
        ]
    }

    private func row(_ facet: Facet, _ value: Facet.Value, of greatest: Int) -> Context {
        let isChosen = state.isSelected(facet.field, value.value)
        let isOut = state.isExcluded(facet.field, value.value)
        let tally = value.count
        let isKnown = tally.all > 0 || isChosen || isOut
        let label = value.label ?? value.value
        let next = isOut ? state.removing(facet.field, value.value) : state.toggling(facet.field, value.value)
        return [
            "isKnown": isKnown, "hasSamples": tally.samples > 0, "href": isKnown ? Link.search(next).text : nil,
            "label": label, "hint": value.hint, "isChosen": isChosen, "isOut": isOut,
            "exclude": isKnown && !isOut && !isChosen
                ? [
                    "href": Link.search(state.excluding(facet.field, value.value)).text,
                    "label": words("facets.exclude", ["text": label]),
                ] as Context : nil,
            "count": isOut ? nil : tally.records > 0 || tally.samples == 0 ? words.number(tally.records) : nil,
            "samples": tally.samples > 0 ? words.number(tally.samples) : nil,
            "width": Words.percent(tally.records, of: greatest),
            "sampleWidth": Words.percent(tally.samples, of: greatest),
        ]
    }
}
