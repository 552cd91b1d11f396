import Links

/// Where what an indicator counts could come next, and the provincial units in its order.
extension PageRenderer {
    /// The prefectures that have none, those first in which it would reach the most.
    package func planner(_ model: PlannerPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["planner.place"], false), (words["planner.people"], true), (words["planner.enterprises"], true),
            (words["planner.nearest"], false),
            (words("planner.within", ["kilometres": words.number(model.radius)]), true),
            (words["planner.awaited"], false),
        ])
        for place in model.places {
            table.add([
                .init(place.name, href: Link.indicators(place.link).text),
                .init(place.people.map(words.number) ?? words["planner.unknown"], href: facts(place)),
                .init(place.enterprises.map(words.number) ?? words["planner.unknown"]),
                .init(
                    place.nearest.map {
                        words(
                            "planner.distance",
                            ["title": $0.title, "kilometres": words.number($0.kilometres)]
                        )
                    } ?? words["planner.nodistance"],
                    href: place.nearest.map { Link.registers($0.link).text }
                ),
                .init(place.within.map(words.number) ?? words["planner.unknown"]),
                .init(
                    place.awaited.map { awaited in
                        awaited.title + (awaited.state.map { " (" + $0 + ")" } ?? "")
                    }.joined(separator: words.semicolon)
                ),
            ])
        }
        func order(_ byEnterprises: Bool) -> String {
            var link = model.link
            link.byEnterprises = byEnterprises
            return Link.indicators(link).text
        }
        let orders: [Context] = [
            .tab(words["planner.by.people"], order(false), isCurrent: !model.link.byEnterprises),
            .tab(words["planner.by.enterprises"], order(true), isCurrent: model.link.byEnterprises),
        ]
        let context: Context = [
            "crumbs": planCrumbs(model.link, model.title, words["planner.page"], words),
            "title": words("planner.title", ["title": model.title]),
            "tabs": ["label": words["planner.by"], "tabs": orders] as Context,
            "notice": Context.notice(
                words["planner.order." + model.order.rawValue],
                link: model.order == .code
                    ? model.register.map {
                        ["href": Link.registers($0).text, "text": words["planner.register"]] as Context
                    } : nil
            ),
            "count": model.places.isEmpty
                ? words["planner.none"] : words.counted("planner.count", model.places.count),
            "reach": model.people > 0
                ? words("planner.reach", ["people": words.number(model.people)]) : nil,
            "table": table.isEmpty ? nil : table.context,
        ]
        return page("planner", context, indicatorFace(words["planner.page"], frame), frame)
    }

    /// The provincial units in the order of an indicator, for officers.
    package func ranking(_ model: RankingPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView(
            [(words["ranking.place"], true), (words["tilemap.name"], false)] + heads(model.head, words)
        )
        for unit in model.units {
            table.add(
                [.init(words.number(unit.place)), .init(unit.name, href: Link.indicators(unit.link).text)]
                    + cells(unit.value, words)
            )
        }
        let context: Context = [
            "crumbs": planCrumbs(model.link, model.head.title, words["ranking.page"], words),
            "title": words("ranking.title", ["title": model.head.title]),
            "notice": Context.notice(words["ranking.partial"], title: words["ranking.partial.title"], kind: "warn"),
            "table": table.isEmpty ? nil : table.context,
            "unfit": model.unfit.isEmpty ? nil : model.unfit.joined(separator: words.comma),
            "unknown": model.unknown.isEmpty ? nil : model.unknown.joined(separator: words.comma),
        ]
        return page("ranking", context, indicatorFace(words["ranking.page"], frame, isPrivate: true), frame)
    }

    private func facts(_ place: PlannerPage.Place) -> String? {
        place.facts.map { Link.registers($0).text }
    }

    private func planCrumbs(_ link: IndicatorLink, _ title: String, _ own: String, _ words: Words) -> [Context] {
        [
            [
                "text": words["indicators.page"],
                "href": Link.indicators(IndicatorLink(language: link.language)).text, "rel": nil,
            ],
            [
                "text": title, "href": link.name.map { Link.indicators(link.going(to: .indicator($0))).text },
                "rel": nil,
            ],
            ["text": own, "href": nil, "rel": nil],
        ]
    }
}
