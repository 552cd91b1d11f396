import Links

/// One indicator in one place.
extension PageRenderer {
    /// The most months that are drawn, and the most gaps that are shown at once; tables have all.
    private static let drawnMonths = 24
    private static let shownGaps = 20

    /// An indicator with everything behind its figure.
    package func indicator(_ model: IndicatorPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let isNation = model.path.isEmpty
        let place = model.path.last?.name ?? words["indicators.nation"]
        let context: Context = [
            "crumbs": indicatorCrumbs(model, words),
            "title": model.head.title, "place": place,
            "month": model.head.month.map { month in
                Context.notice(
                    words("indicators.at.month.text", ["month": words.date(month)]),
                    title: words("indicators.at.month", ["month": words.date(month)]),
                    link: ["href": Link.indicators(model.link.at(nil)).text, "text": words["indicators.at.now"]]
                        as Context
                )
            },
            "box": box(model.head, words),
            "map": isNation && model.head.hasPlaces ? map(model, words) : nil,
            "places": !isNation && !model.places.isEmpty ? table(model, words).context : nil,
            "noPlaces": model.places.isEmpty ? words["indicators.places.none"] : nil,
            "hasGaps": model.head.distinct != nil && (model.head.value.shares.first.map { $0.tenths != nil } ?? true),
            "gaps": gaps(model, words),
            "trend": trend(model, words), "noTrend": model.months.isEmpty ? words["indicators.trend.none"] : nil,
            "changes": model.changes.map { change in
                words(
                    change.countsOtherwise ? "indicators.change.other" : "indicators.change.same",
                    ["version": String(change.version), "day": words.date(change.day)]
                )
            },
            "rows": rows(model, frame, words),
            "closed": model.rows == nil ? Context.notice(words["indicators.rows.closed"]) : nil,
            "more": Context.links(
                !model.head.hasPlaces
                    ? []
                    : [
                        .link(
                            Link.indicators(model.link.going(to: .planner(model.head.name))).text,
                            words["planner.way"],
                            aside: nil
                        ),
                        .link(
                            Link.indicators(IndicatorLink(.ranking(model.head.name), language: model.link.language))
                                .text,
                            words["ranking.way"],
                            aside: words["ranking.way.aside"]
                        ),
                    ]
            ),
        ]
        let whole = ([isNation ? nil : place] + [model.head.month.map(words.date)]).compactMap(\.self)
        let title =
            whole.isEmpty
            ? model.head.title
            : words("indicators.at", ["title": model.head.title, "place": whole.joined(separator: words.comma)])
        return page("indicator", context, indicatorFace(title, frame), frame)
    }

    private func indicatorCrumbs(_ model: IndicatorPage, _ words: Words) -> [Context] {
        let nation = model.link.within(nil)
        var steps: [(name: String, link: IndicatorLink)] = [
            (words["indicators.page"], IndicatorLink(language: model.link.language)),
            (model.head.title, nation),
        ]
        steps += model.path
        return steps.enumerated().map { index, step in
            [
                "text": step.name, "href": index + 1 < steps.count ? Link.indicators(step.link).text : nil, "rel": nil,
            ]
        }
    }

    // MARK: Places

    private func table(_ model: IndicatorPage, _ words: Words) -> TableView {
        var table = TableView(
            [(words["tilemap.code"], false), (words["tilemap.name"], false)] + heads(model.head, words)
        )
        for place in model.places {
            table.add(
                [.init(place.code), .init(place.name, href: Link.indicators(place.link).text)]
                    + cells(place.value, words, place.standing)
            )
        }
        return table
    }

    private func map(_ model: IndicatorPage, _ words: Words) -> Context {
        let known = Dictionary(model.places.map { ($0.code, $0) }) { first, _ in first }
        let scale = Scale(model.places, words)
        let tiles = regions.map { region -> Context in
            let place = known[region.code]
            let (style, text) = scale.look(place, self)
            let ink = style.hasPrefix("lv") ? "on-" + style.dropFirst(2) : ""
            return tile(region, style, ink: ink, text, href: place.map { Link.indicators($0.link).text }, words)
        }
        return tilemap(
            words("indicators.map", ["title": model.head.title]),
            words["indicators.map.definition"],
            tiles,
            scale.legend,
            table(model, words)
        )
    }

    /// The colours of tiles and what they mean.
    private struct Scale {
        private let words: Words
        /// The least value of each level above the first, of shares in tenths of a percent.
        private let bounds: [Int]
        private let isShare: Bool

        init(_ places: [IndicatorPage.Place], _ words: Words) {
            self.words = words
            isShare = places.contains { !$0.value.shares.isEmpty }
            let greatest = places.map(\.value.count).max() ?? 0
            let step = max(1, (greatest + 4) / 5)
            bounds = isShare ? [400, 500, 700, 900] : (1...4).map { $0 * step + 1 }
        }

        func look(_ place: IndicatorPage.Place?, _ renderer: PageRenderer) -> (style: String, text: String) {
            switch place?.standing {
            case nil, .unknown: return ("nodata", words["indicators.unknown"])
            case .unfit: return ("na", words["indicators.unfit.short"])
            case .known: break
            }
            guard isShare, let tenths = place?.value.shares.first?.tenths else {
                let count = place?.value.count ?? 0
                return (style(count), words.number(count))
            }
            return (style(tenths), "\((tenths + 5) / 10)%")
        }

        private func style(_ value: Int) -> String {
            value == 0 ? "lv0" : "lv\(1 + bounds.count { value >= $0 })"
        }

        var legend: [(style: String, text: String)] {
            let ends = bounds.map { isShare ? $0 / 10 : $0 }
            let unit = isShare ? "%" : ""
            var legend = [("lv0", "0" + unit)]
            for level in 1...5 {
                let from = level == 1 ? (isShare ? nil : 1) : ends[level - 2]
                let until = level == 5 ? nil : ends[level - 1] - 1
                let text =
                    switch (from, until) {
                    case (nil, let until?): words("indicators.below", ["value": "\(until + 1)\(unit)"])
                    case (let from?, nil): words("indicators.above", ["value": "\(from)\(unit)"])
                    case (let from?, let until?): from == until ? "\(from)\(unit)" : "\(from)–\(until)\(unit)"
                    default: ""
                    }
                legend.append(("lv\(level)", text))
            }
            if isShare { legend.append(("na", words["indicators.unfit.why"])) }
            return legend + [("nodata", words["indicators.unknown"])]
        }
    }

    // MARK: Gaps

    private func gaps(_ model: IndicatorPage, _ words: Words) -> Context {
        func rows(_ gaps: some Sequence<IndicatorPage.Gap>) -> [Context] {
            gaps.map { gap in
                [
                    "href": Link.indicators(gap.link).text, "text": gap.name, "hasAwaited": !gap.awaited.isEmpty,
                    "awaited": gap.awaited.map { awaited in
                        [
                            "href": Link.registers(awaited.link).text, "text": awaited.title, "state": awaited.state,
                        ] as Context
                    },
                ]
            }
        }
        // Where something is planned already comes first: there something can be done today.
        let sorted = model.gaps.filter { !$0.awaited.isEmpty } + model.gaps.filter(\.awaited.isEmpty)
        let rest = sorted.dropFirst(Self.shownGaps)
        return [
            "text": model.gaps.isEmpty
                ? words["indicators.gaps.none"] : words.counted("indicators.gaps.count", model.gaps.count),
            "shown": rows(sorted.prefix(Self.shownGaps)),
            "rest": rest.isEmpty
                ? nil
                : ["summary": words("facets.more", ["count": words.number(rest.count)]), "gaps": rows(rest)] as Context,
        ]
    }

    // MARK: Months

    private func trend(_ model: IndicatorPage, _ words: Words) -> Context? {
        guard !model.months.isEmpty else { return nil }
        let hasThen = model.months.contains { $0.then != nil }
        var table = TableView(
            [(words["indicators.month"], false)] + heads(model.head, words)
                + (hasThen ? [(words["indicators.then"], true)] : [])
        )
        for month in model.months.reversed() {
            let changes = model.changes.filter { $0.countsOtherwise && $0.day.hasPrefix(month.month) }
            let mark = changes.map {
                words("indicators.change.mark", ["version": String($0.version), "day": words.date($0.day)])
            }
            let isLast = month.month == model.months.last?.month
            var cells: [TableView.Cell] = [
                .init(
                    ([words.date(month.month)] + mark).joined(separator: " "),
                    href: Link.indicators(model.link.at(isLast ? nil : month.month)).text
                )
            ]
            func said(_ value: IndicatorHead.Value) -> [TableView.Cell] {
                // Where nothing is known today, a month without anything knows no more.
                let isUnknown = model.head.standing == .unknown && value.count == 0
                return self.cells(value, words, isUnknown ? .unknown : .known)
            }
            cells += said(month.value)
            if hasThen {
                cells.append(month.then.map { said($0)[0] } ?? TableView.Cell(""))
            }
            table.add(cells, anchor: "m" + month.month)
        }
        return [
            "title": model.head.title, "isSample": false,
            "definition": model.head.date.map { words("indicators.trend.since", ["field": $0]) }
                ?? words["indicators.trend.definition"],
            "columns": ["items": columns(model, words)] as Context, "bars": nil, "table": table.context,
        ]
    }

    private func columns(_ model: IndicatorPage, _ words: Words) -> [Context] {
        let months = model.months.suffix(Self.drawnMonths)
        let isShare = !model.head.value.shares.isEmpty
        let values = months.map { isShare ? $0.value.shares.first?.tenths ?? 0 : $0.value.count }
        let greatest = values.max() ?? 0
        let slot = 1_000 / months.count
        return zip(months, values).enumerated().map { index, pair in
            let (month, value) = pair
            let height = value > 0 ? max(1, value * 84 / greatest) : 0
            // One label in three, the last one always.
            let isNamed = months.count <= 6 || (months.count - 1 - index).isMultiple(of: 3)
            let bar: Context = [
                "style": "s1", "isHatched": false, "x": percent(index * slot + slot * 14 / 100), "y": 110 - height,
                "width": percent(slot * 72 / 100), "height": height,
            ]
            let text = isShare ? percent(value) : words.number(value)
            return [
                "href": "#m" + month.month, "bar": height > 0 ? bar : nil, "sampleBar": nil,
                "middle": percent(index * slot + slot / 2),
                "top": index == months.count - 1 && value > 0 ? ["y": 104 - height, "text": text] as Context : nil,
                "name": isNamed ? month.month : nil,
            ]
        }
    }

    // MARK: Rows

    private func rows(_ model: IndicatorPage, _ frame: PageFrame, _ words: Words) -> Context? {
        guard let list = model.rows else { return nil }
        var table = TableView(
            list.heads.map { ($0, false) } + (list.hasStates ? [(words["registers.state"], false)] : [])
        )
        for row in list.rows {
            var cells = [TableView.Cell(row.title, href: Link.registers(row.link).text)]
            cells += row.cells.map { TableView.Cell($0) }
            if list.hasStates { cells.append(TableView.Cell("", state: row.state)) }
            table.add(cells)
        }
        let numbers = PageNumbers(
            total: list.total,
            pageSize: list.size,
            page: model.link.page,
            options: options.search
        )
        func address(_ page: Int) -> String { Link.indicators(model.link.going(to: page)).text + "#rows" }
        return [
            "count": list.total == 0 ? words["indicators.rows.none"] : words.counted("indicators.rows", list.total),
            "table": table.isEmpty ? nil : table.context,
            "paging": list.total > list.size
                ? [
                    "label": words["pages.label"],
                    "previous": model.link.page > 1 ? address(model.link.page - 1) : nil,
                    "numbers": numbers.shown.map { number -> Context in
                        guard let number else { return ["text": "…", "href": nil, "isCurrent": false] }
                        let isCurrent = number == model.link.page
                        return [
                            "text": words.number(number), "isCurrent": isCurrent,
                            "href": isCurrent ? nil : address(number),
                        ]
                    },
                    "next": model.link.page * list.size < list.total ? address(model.link.page + 1) : nil,
                ] as Context : nil,
        ]
    }
}

extension IndicatorPage.Place {
    fileprivate var standing: IndicatorHead.Standing { value.standing(in: code, isKnown: isKnown) }
}
