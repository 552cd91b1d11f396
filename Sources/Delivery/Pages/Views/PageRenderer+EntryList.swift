import Links

/// The list of a declared register.
extension PageRenderer {
    /// The list with its form, counts, order and pages; nil where there is none.
    func entryList(_ model: RegisterPage, _ frame: PageFrame) -> Context? {
        guard let list = model.list else { return nil }
        let words = words(frame.language)
        let asked = model.link.list
        func address(_ asked: RegisterList) -> String {
            var link = model.link.plain
            link.list = asked
            return Link.registers(link).text
        }
        let total = list.records + list.samples
        var table = TableView(
            ([model.head.entry] + list.columns).map { ($0, false) }
                + (list.hasStates ? [(words["registers.state"], false)] : [])
        )
        for row in list.rows {
            let badge = row.isSample ? " [" + words["sample"] + "]" : ""
            var cells = [TableView.Cell(row.title + badge, href: Link.registers(row.link).text)]
            cells += row.cells.map { TableView.Cell($0) }
            if list.hasStates { cells.append(TableView.Cell("", state: row.state)) }
            table.add(cells)
        }
        let facets = list.facets.map { facet -> Context in
            let greatest = facet.values.compactMap(\.count).max() ?? 0
            let rows = facet.values.map { value -> Context in
                [
                    "isKnown": value.count != nil, "href": value.count.map { _ in address(value.list) },
                    "isChosen": value.isChosen, "isOut": false, "hint": nil,
                    "label": value.label, "count": value.count.map(words.number), "samples": nil,
                    "width": width(value.count ?? 0, of: greatest), "hasSamples": false, "sampleWidth": nil,
                    "exclude": nil,
                ]
            }
            let (first, rest) = (Array(rows.prefix(options.facetValues)), Array(rows.dropFirst(options.facetValues)))
            return [
                "title": facet.title, "shown": first,
                "rest": rest.isEmpty
                    ? nil
                    : [
                        "isOpen": facet.values.dropFirst(options.facetValues).contains(where: \.isChosen),
                        "summary": words("facets.more", ["count": words.number(rest.count)]), "values": rest,
                    ] as Context,
                "all": nil, "note": nil,
            ]
        }
        return [
            "action": Link.registers(RegisterLink(model.link.place)).text, "text": asked.text,
            "hidden": hidden(asked, frame.language),
            "total": words.counted("registers.total", list.records),
            "samples": list.samples > 0 ? words.counted("results.samples", list.samples) : nil,
            "all": asked.isNarrowed ? address(RegisterList()) : nil,
            "orders": [
                "label": words["registers.order"], "filter": nil,
                "groups": [
                    [
                        "title": words["registers.order"],
                        "choices": list.orders.map { order in
                            var other = asked.going(to: 1)
                            other.sort = order.sort
                            return Context.choice(order.label, address(other), isCurrent: order.sort == asked.sort)
                        },
                    ] as Context
                ],
                "ends": list.hasMap
                    ? [
                        Context.choice(
                            words[asked.isMap ? "registers.map.hide" : "registers.map.show"],
                            address(asked.showing(map: !asked.isMap)),
                            isPushed: true
                        )
                    ] : [],
            ] as Context,
            "table": list.rows.isEmpty ? nil : table.context,
            "empty": list.rows.isEmpty ? emptyList(asked, total, address, words) : nil,
            "paging": total > list.size ? paging(asked, total, list.size, address, words) : nil,
            "hasFacets": !facets.isEmpty, "facets": facets,
            "map": list.map.map { map -> Context in
                [
                    "tiles": entryTiles(map, hasSamples: list.samples > 0, address, words),
                    "places": entryPoints(map, words),
                ]
            },
            "keep": frame.isConfidential ? nil : kept(model, list, words),
            "files": files(model.link, words),
        ]
    }

    /// The view as the browser keeps it: its address without what does not change which entries are found, and how many there are.
    private func kept(_ model: RegisterPage, _ list: EntryList, _ words: Words) -> Context {
        var link = model.link.plain
        link.language = .zh
        link.list = link.list.kept
        let chosen = list.facets.flatMap { facet in facet.values.filter(\.isChosen).map(\.label) }
        let asked = [model.head.label, model.link.list.text] + chosen
        return [
            "label": words["registers.keep"], "parameters": Link.registers(link).text,
            "title": asked.filter { !$0.isEmpty }.joined(separator: " · "),
            "total": list.records, "samples": list.samples, "sequence": list.sequence,
            "href": Link.page(.kept, words.language).text,
        ]
    }

    /// The whole list as files and as a feed.
    private func files(_ link: RegisterLink, _ words: Words) -> Context {
        let formats: [LinkFormat] = [.csv, .xlsx, .jsonl, .atom]
        return .links(
            formats.compactMap { format in
                Link.registers(link).twin(format).map { Context.link($0, words["registers.file." + format.rawValue]) }
            }
        )
    }

    private func emptyList(
        _ asked: RegisterList,
        _ total: Int,
        _ address: (RegisterList) -> String,
        _ words: Words
    ) -> Context {
        let first = total > 0 ? asked.going(to: 1) : RegisterList()
        let isEmpty = total == 0 && !asked.isNarrowed
        return [
            "title": words[isEmpty ? "registers.empty" : "registers.unfound"],
            "text": words[isEmpty ? "registers.empty.text" : "registers.unfound.text"],
            "hasLinks": !isEmpty,
            "links": isEmpty ? nil : [Context.link(address(first), words["registers.list.all"])],
        ]
    }

    func paging(
        _ asked: RegisterList,
        _ total: Int,
        _ size: Int,
        _ address: (RegisterList) -> String,
        _ words: Words
    ) -> Context {
        let numbers = PageNumbers(total: total, pageSize: size, page: asked.page, options: options.search)
        return [
            "label": words["pages.label"],
            "previous": asked.page > 1 ? address(asked.going(to: asked.page - 1)) : nil,
            "numbers": numbers.shown.map { number -> Context in
                guard let number else { return ["text": "…", "href": nil, "isCurrent": false] }
                let isCurrent = number == asked.page
                return [
                    "text": words.number(number), "isCurrent": isCurrent,
                    "href": isCurrent ? nil : address(asked.going(to: number)),
                ]
            },
            "next": asked.page * size < total ? address(asked.going(to: asked.page + 1)) : nil,
        ]
    }

    /// What the form of the list sends besides its words.
    private func hidden(_ asked: RegisterList, _ language: PageLanguage) -> [Context] {
        var pairs = asked.choices.map { ("f", "\($0.field):\($0.code)") }
        if let region = asked.region { pairs.append(("in", region)) }
        if asked.withoutSamples { pairs.append(("samples", "no")) }
        if let sort = asked.sort { pairs.append(("sort", sort)) }
        if asked.isMap { pairs.append(("view", "map")) }
        if language != .zh { pairs.append(("lang", language.rawValue)) }
        return pairs.map { ["name": $0.0, "value": $0.1] }
    }

    private func width(_ count: Int, of greatest: Int) -> String {
        greatest > 0 ? "\(max(1, count * 100 / greatest))%" : "0"
    }
}
