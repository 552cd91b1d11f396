import Links

/// The two small charts beside the hits, drawn from the facets.
extension ResultsView {
    var charts: [Context] {
        guard model.total.all > 0 else { return [] }
        let years = model.facets.first { $0.kind == .years }.flatMap(trend)
        let names = model.facets.first { $0.kind == .parties }.flatMap(bars)
        return [years, names].compactMap { $0 }
    }

    // MARK: Trend

    private func trend(_ facet: Facet) -> Context? {
        let known = Dictionary(
            facet.values.compactMap { value in Int(value.value).map { ($0, value) } },
            uniquingKeysWith: { first, _ in first }
        )
        guard let newest = known.keys.max(), let oldest = known.keys.min(), known.count > 1 else { return nil }
        let years = Array(max(oldest, newest - options.chartYears + 1)...newest)
        let tallies = years.map { known[$0]?.count ?? Tally(0) }
        let shown = zip(years, tallies).map { year, tally in (String(year), String(year), tally) }
        let field = fieldTitle(facet.field)
        let greatest = tallies.map(\.all).max() ?? 0
        let hasSamples = tallies.contains { $0.samples > 0 }
        return [
            "title": words["chart.trend"], "isSample": hasSamples,
            "definition": definition(words("chart.trend.def", ["field": field.lowercased()]), hasSamples),
            "columns": [
                "items": zip(years, tallies).enumerated().map { index, pair in
                    column(facet, index: index, year: pair.0, tally: pair.1, count: years.count, greatest: greatest)
                }
            ] as Context,
            "bars": nil,
            "table": table(facet, shown.reversed(), head: words["chart.year"]),
        ]
    }

    private func column(
        _ facet: Facet,
        index: Int,
        year: Int,
        tally: Tally,
        count: Int,
        greatest: Int
    ) -> Context {
        let slot = 1_000.0 / Double(count)
        let x = Self.tenths((Double(index) + 0.14) * slot)
        let middle = Self.tenths((Double(index) + 0.5) * slot)
        let width = Self.tenths(0.72 * slot)
        let height = Self.height(tally.records, of: greatest)
        let sampleHeight = Self.height(tally.samples, of: greatest)
        let top = 110 - height - sampleHeight
        let isPeak = tally.all == greatest && greatest > 0
        let isHatched = isUnfinished(year)
        return [
            "href": Link.search(state.adding(facet.field, String(year))).text,
            "bar": tally.records > 0
                ? [
                    "style": isHatched ? "part" : "s1", "isHatched": isHatched, "x": x, "y": 110 - height,
                    "width": width, "height": height,
                ] as Context : nil,
            "sampleBar": tally.samples > 0
                ? ["x": x, "y": top, "width": width, "height": sampleHeight] as Context : nil,
            "middle": middle,
            "top": isPeak ? ["y": top - 6, "text": words.number(tally.all)] as Context : nil,
            "name": count <= 6 || (count - 1 - index).isMultiple(of: 3) ? String(year) : nil,
        ]
    }

    /// Applications are published up to 18 months after they were filed: the last two years are not complete.
    private func isUnfinished(_ year: Int) -> Bool {
        guard let current = (frame.snapshot?.date?.prefix(4)).flatMap({ Int($0) }) else { return false }
        return year >= current - 1
    }

    private static func height(_ value: Int, of greatest: Int) -> Int {
        guard value > 0, greatest > 0 else { return 0 }
        return max(1, value * 84 / greatest)
    }

    private static func tenths(_ thousandths: Double) -> String {
        let value = Int(thousandths.rounded())
        return "\(value / 10).\(value % 10)%"
    }

    // MARK: Names

    private func bars(_ facet: Facet) -> Context? {
        let values = Array(facet.values.prefix(options.chartBars))
        guard values.count > 1 else { return nil }
        let greatest = values.map(\.count.all).max() ?? 0
        let field = fieldTitle(facet.field)
        let hasSamples = values.contains { $0.count.samples > 0 }
        let numbers: KeyValuePairs = [
            "count": words.number(values.count), "distinct": words.number(facet.distinct),
        ]
        return [
            "title": words("chart.parties", ["field": field.lowercased()]), "isSample": hasSamples,
            "definition": definition(words("chart.parties.def", numbers), hasSamples),
            "columns": nil,
            "bars": [
                "height": values.count * 38 - 4,
                "items": values.enumerated().map { index, value in
                    [
                        "href": Link.search(state.adding(facet.field, value.value)).text,
                        "name": Self.short(value.label ?? value.value), "value": words.number(value.count.all),
                        "textY": index * 38 + 16, "barY": index * 38 + 24,
                        "width": Words.percent(value.count.records, of: greatest),
                        "sampleWidth": value.count.samples > 0
                            ? Words.percent(value.count.samples, of: greatest) : nil,
                    ] as Context
                },
            ] as Context,
            "table": table(
                facet,
                values.map { ($0.value, $0.label ?? $0.value, $0.count) },
                head: words["chart.name"]
            ),
        ]
    }

    /// A name that fits beside its number; the table has it whole.
    private static func short(_ name: String) -> String {
        let isWide = name.unicodeScalars.contains { $0.value > 0x2E7F }
        let limit = isWide ? 15 : 30
        return name.count > limit ? name.prefix(limit - 1) + "…" : name
    }

    private func definition(_ text: String, _ hasSamples: Bool) -> String {
        hasSamples ? text + words.semicolon + words["chart.samples"] : text
    }

    private func table(_ facet: Facet, _ rows: [(String, String, Tally)], head: String) -> Context {
        let hasSamples = rows.contains { $0.2.samples > 0 }
        var table = TableView(
            [(head, false), (words["chart.records"], true)] + (hasSamples ? [(words["chart.samplecount"], true)] : [])
        )
        for (value, label, tally) in rows {
            let href = tally.all > 0 ? Link.search(state.adding(facet.field, value)).text : nil
            table.add([
                .init(label, href: href), .init(words.number(tally.records)), .init(words.number(tally.samples)),
            ])
        }
        return table.context
    }
}
