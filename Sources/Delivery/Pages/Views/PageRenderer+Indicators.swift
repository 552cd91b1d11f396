import Links

/// What a plan has reached, in figures.
extension PageRenderer {
    /// All indicators, each in a box.
    package func indicators(_ model: IndicatorsPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "tabs": figureTabs(model.link, words),
            "none": model.indicators.isEmpty
                ? Context.notice(words["indicators.none"], title: words["indicators.none.title"]) : nil,
            "boxes": model.indicators.map { head in
                let link = Link.indicators(model.link.going(to: .indicator(head.name))).text
                return box(head, words).adding([
                    "heading": ["href": link, "text": head.title] as Context,
                    "more": Context.links(
                        [
                            .link(link + "#rows", words["indicators.rows.way"]),
                            head.hasPlaces
                                ? .link(
                                    Link.indicators(model.link.going(to: .planner(head.name))).text,
                                    words["planner.way"]
                                ) : nil,
                        ].compactMap(\.self)
                    ),
                ])
            },
        ]
        return page("indicators", context, indicatorFace(words["indicators.page"], frame), frame)
    }

    /// What pages of indicators tell the layout.
    func indicatorFace(_ title: String, _ frame: PageFrame, isPrivate: Bool = false) -> PageFace {
        PageFace(
            title: title,
            find: SearchState(language: frame.language),
            door: .figures,
            isPrivate: isPrivate,
            canonical: isPrivate ? nil : frame.link
        )
    }

    /// The pages behind the door of figures.
    func figureTabs(_ link: IndicatorLink, _ words: Words) -> Context {
        [
            "label": words["indicators.tabs"],
            "tabs": [
                Context.tab(
                    words["indicators.page"],
                    Link.indicators(IndicatorLink(language: link.language)).text,
                    isCurrent: link.place == .all
                ),
                Context.tab(words["plan.page"], Link.plan(PlanLink(language: link.language)).text),
            ],
        ]
    }

    // MARK: Parts

    /// The box of a figure: number, denominators, bar with the target, parts, definition.
    func box(_ head: IndicatorHead, _ words: Words) -> Context {
        let first = head.value.shares.first
        let unit = head.unit
        let number =
            switch head.standing {
            case .known: first?.tenths.map(percent) ?? words.number(head.value.count)
            case .unknown: words["indicators.unknown"]
            case .unfit: words["indicators.unfit"]
            }
        return [
            "heading": nil, "value": number, "unit": first == nil && head.standing == .known ? unit : nil,
            "lines": lines(head, words), "goal": goal(head, words),
            "hasParts": !head.parts.isEmpty,
            "parts": head.parts.map { ["name": $0.label, "value": words.number($0.count)] as Context },
            "facts": definition(head, words), "more": nil,
        ]
    }

    /// Tenths of a percent.
    func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

    /// What stands below the number: the denominators with how many are missing, and what is missing of a count.
    private func lines(_ head: IndicatorHead, _ words: Words) -> [String] {
        guard head.standing != .unknown else { return [] }
        func missing(_ index: Int) -> String? {
            guard let target = head.target, target.missing.indices.contains(index),
                let number = target.missing[index]
            else { return nil }
            guard number > 0 else { return words["indicators.reached"] }
            guard head.value.shares.isEmpty, let unit = head.unit else {
                return words.counted("indicators.missing.share", number)
            }
            return words("indicators.missing.count", ["count": words.number(number), "unit": unit])
        }
        guard !head.value.shares.isEmpty else { return [missing(0)].compactMap { $0 } }
        return head.value.shares.enumerated().map { index, share in
            guard let count = share.count, let all = share.all, let tenths = share.tenths else {
                return words("indicators.share.unfit", ["label": share.label])
            }
            let text = words(
                index == 0 ? "indicators.share" : "indicators.share.other",
                [
                    "count": words.number(count), "all": words.number(all), "label": share.label,
                    "percent": percent(tenths),
                ]
            )
            return [text, missing(index)].compactMap { $0 }.joined(separator: words.semicolon)
        }
    }

    /// The bar with the target, from nought to all, or to a little more than the target of a count.
    private func goal(_ head: IndicatorHead, _ words: Words) -> Context? {
        guard let target = head.target, !target.missing.isEmpty else { return nil }
        let value: Int
        let full: Int
        if let first = head.value.shares.first {
            guard let tenths = first.tenths else { return nil }
            (value, full) = (tenths, 1_000)
        } else {
            (value, full) = (head.value.count * 10, max(target.least * 12, head.value.count * 11, 1))
        }
        let place = min(target.least * 10 * 1_000 / full, 1_000)
        let amount = words.number(target.least) + (head.value.shares.isEmpty ? "" : "%")
        return [
            "width": percent(min(1_000, value * 1_000 / full)), "place": percent(place),
            "anchor": place > 750 ? "end" : place < 250 ? "start" : "middle",
            "text": words("indicators.target", ["amount": amount, "by": words.date(target.by)]),
        ]
    }

    /// What is counted, in words: numerator, conditions, denominators; who says so and who answers for it; as of when.
    private func definition(_ head: IndicatorHead, _ words: Words) -> [Context] {
        func fact(_ key: String, _ text: String, href: String? = nil, language: String? = nil) -> Context {
            let value: Context = ["text": text, "href": href, "language": language, "joint": nil]
            return ["name": words[key], "values": [value]]
        }
        let foreign = words.language == .zh ? nil : PageLanguage.zh.tag
        let conditions = head.conditions.map { condition($0, words) }.joined(separator: words.semicolon)
        var facts: [Context] = []
        if let help = head.help { facts.append(fact("indicators.meaning", help)) }
        facts.append(
            fact("indicators.counted", head.register, href: head.registerLink.map { Link.registers($0).text })
        )
        if !conditions.isEmpty { facts.append(fact("indicators.where", conditions)) }
        if let level = head.distinct {
            facts.append(fact("indicators.once", words["indicators.once." + level]))
        }
        if !head.value.shares.isEmpty {
            facts.append(
                fact(
                    "indicators.of",
                    head.value.shares.map { share in
                        share.label + (share.all.map { " (" + words.number($0) + ")" } ?? "")
                    }.joined(separator: words.semicolon)
                )
            )
        }
        if let clause = head.clause {
            let title = words("plan.clause", ["number": clause.number, "title": clause.title])
            facts.append(fact("indicators.clause", title, href: Link.plan(clause.link).text + "#" + clause.key))
            if let units = clause.units { facts.append(fact("plan.units", units, language: foreign)) }
        }
        if let owner = head.owner { facts.append(fact("indicators.owner", owner)) }
        if let date = head.date {
            facts.append(fact("indicators.since", words("indicators.since.text", ["field": date])))
        }
        facts.append(
            fact(
                "indicators.asof",
                words(
                    head.month == nil ? "indicators.asof.text" : "indicators.asof.month",
                    [
                        "time": words.moment(head.counted), "sequence": words.number(head.sequence),
                        "version": String(head.version), "month": words.date(head.month ?? ""),
                    ]
                )
            )
        )
        return facts
    }

    private func condition(_ condition: IndicatorHead.Condition, _ words: Words) -> String {
        let value: String
        switch condition.match {
        case .anyOf(let texts):
            let or = words["indicators.or"]
            value = texts.joined(separator: words.language == .zh ? or : " " + or + " ")
        case .given: value = words["indicators.given"]
        case .missing: value = words["indicators.lacking"]
        case .within(let from, let until):
            value = words(
                "plan.days",
                ["from": from.map(words.date) ?? "…", "until": until.map(words.date) ?? "…"]
            )
        }
        return words("indicators.condition", ["label": condition.label, "value": value])
    }

    /// The cells of a value: a count, or for each denominator the share with what it is of.
    func cells(_ value: IndicatorHead.Value, _ words: Words, _ standing: IndicatorHead.Standing = .known)
        -> [TableView.Cell]
    {
        guard standing != .unknown else {
            return Array(repeating: TableView.Cell(words["indicators.unknown"]), count: max(1, value.shares.count))
        }
        guard !value.shares.isEmpty else { return [TableView.Cell(words.number(value.count))] }
        return value.shares.map { share in
            guard let count = share.count, let all = share.all, let tenths = share.tenths else {
                return TableView.Cell(words["indicators.unfit"])
            }
            return TableView.Cell(
                words(
                    "indicators.cell",
                    ["percent": percent(tenths), "count": words.number(count), "all": words.number(all)]
                )
            )
        }
    }

    /// The heads of such cells.
    func heads(_ head: IndicatorHead, _ words: Words) -> [(text: String, isNumber: Bool)] {
        head.value.shares.isEmpty
            ? [(head.unit.map { words("indicators.number.unit", ["unit": $0]) } ?? words["indicators.number"], true)]
            : head.value.shares.map { ($0.label, false) }
    }
}
