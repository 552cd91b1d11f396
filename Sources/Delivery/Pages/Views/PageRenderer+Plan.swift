import Links

extension PageRenderer {
    /// A plan of public services clause by clause, with what carries each out here.
    package func plan(_ model: PlanPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "title": model.plan?.title.text ?? words["plan.page"],
            "printed": model.plan?.title.printed,
            "tabs": planTabs(model.link, words),
            "none": model.plan == nil ? Context.notice(words["plan.none"], title: words["plan.none.title"]) : nil,
            "plan": model.plan.map { plan($0, frame.language, words) },
        ]
        let face = PageFace(
            title: words["plan.page"],
            find: SearchState(language: frame.language),
            door: .figures,
            canonical: .plan(model.link)
        )
        return page("plan", context, face, frame)
    }

    /// The pages behind the door of figures, on this one.
    private func planTabs(_ link: PlanLink, _ words: Words) -> Context {
        [
            "label": words["indicators.tabs"],
            "tabs": [
                Context.tab(
                    words["indicators.page"],
                    Link.indicators(IndicatorLink(language: link.language)).text
                ),
                Context.tab(words["plan.page"], Link.plan(link).text, isCurrent: true),
            ],
        ]
    }

    private func plan(_ plan: PlanPage.Plan, _ language: PageLanguage, _ words: Words) -> Context {
        let clauses = plan.parts.flatMap(\.clauses)
        let carriedOut = clauses.count { $0.isCarriedOut }
        let facts = [
            ("plan.issuer", plan.issuer), ("plan.number", plan.number),
            ("plan.published", plan.published.map(words.date)),
            ("plan.period", words("plan.days", ["from": time(plan.from, words), "until": time(plan.until, words)])),
        ]
        return [
            "facts": facts.compactMap { key, value in
                value.map { ["name": words[key], "value": $0] as Context }
            },
            "carried": Context.notice(
                words("plan.carried", ["count": words.number(carriedOut), "total": words.number(clauses.count)])
            ),
            "contents": Context.links(
                plan.parts.filter { !$0.clauses.isEmpty }.map { part in
                    let count = part.clauses.count { $0.isCarriedOut }
                    return .link(
                        "#part-" + part.number,
                        words("plan.part", ["number": part.number, "title": part.title.text]),
                        aside: words(
                            "plan.share",
                            ["count": words.number(count), "total": words.number(part.clauses.count)]
                        )
                    )
                }
            ),
            "parts": plan.parts.filter { !$0.clauses.isEmpty }.map { part in
                [
                    "id": "part-" + part.number,
                    "title": words("plan.part", ["number": part.number, "title": part.title.text]),
                    "printed": part.title.printed,
                    "clauses": part.clauses.map { clause($0, language, words) },
                ] as Context
            },
            "issues": plan.issues.map { issues($0, words) },
            "hasOthers": !plan.others.isEmpty,
            "others": Context.links(plan.others.map { .link(Link.plan($0.link).text, $0.title) }),
        ]
    }

    private func issues(_ issues: PlanPage.Issues, _ words: Words) -> Context {
        let states = (issues.states ?? []).map { state in
            Context.link(
                Link.registers(state.link).text,
                state.label,
                aside: words.counted("plan.issues.states", state.count)
            )
        }
        return [
            "title": issues.title, "help": issues.help,
            "staff": issues.isPublic ? nil : words["plan.issues.staff"],
            "list": Context.links(
                states + [Context.link(Link.registers(issues.link).text, words["plan.issues.way"])]
            ),
        ]
    }

    private func clause(_ clause: PlanPage.Clause, _ language: PageLanguage, _ words: Words) -> Context {
        let isOffered = clause.isCarriedOut
        return [
            "id": clause.key,
            "title": words("plan.clause", ["number": clause.number, "title": clause.title.text]),
            "printed": clause.title.printed,
            "state": Context.state(
                StateChip(isOffered ? .live : .none, isOffered ? words["plan.live"] : words["plan.notyet"])
            ),
            "units": clause.units,
            // Units are Chinese as printed, whatever the page is in.
            "foreign": language == .zh ? nil : PageLanguage.zh.tag,
            "hasTargets": !clause.targets.isEmpty,
            "targets": clause.targets.map { target in
                [
                    "label": target.label, "goal": goal(target, words), "printed": target.printed,
                    "ours": target.printed == nil ? words["plan.ours"] : nil,
                ] as Context
            },
            "hasFigures": !clause.figures.isEmpty,
            "figures": clause.figures.map { figure in
                [
                    "href": Link.indicators(figure.link).text, "text": figure.title,
                    "value": value(of: figure, words),
                ] as Context
            },
            "isOffered": isOffered,
            "places": clause.registers.map { register in
                [
                    "href": register.link?.text, "text": register.title,
                    "aside": register.link == nil ? words["plan.staff"] : nil,
                ] as Context
            }
                + clause.pages.map { page in
                    [
                        "href": page.link(language).text, "text": words["plan.page." + page.rawValue], "aside": nil,
                    ] as Context
                },
            "measures": clause.measures.map { measures($0, words) },
        ]
    }

    private func goal(_ target: PlanPage.Target, _ words: Words) -> String {
        guard let value = target.value else {
            return target.by.map { words("plan.goal.done", ["by": time($0, words)]) } ?? words["plan.goal.none"]
        }
        let unit = target.unit.map { $0 == "%" ? $0 : " " + $0 } ?? ""
        let amount = words.number(value) + unit
        let goal = target.isLeast ? words("plan.goal.least", ["amount": amount]) : amount
        return target.by.map { words("plan.goal.by", ["goal": goal, "by": time($0, words)]) } ?? goal
    }

    /// A year, month or day in the form of the language.
    private func time(_ iso: String, _ words: Words) -> String {
        iso.count == 4 ? words("plan.year", ["year": iso]) : words.date(iso)
    }

    private func measures(_ measures: PlanPage.Measures, _ words: Words) -> Context {
        let count = measures.count
        return [
            "count": count.all == 0 ? words["plan.measures.none"] : words.counted("plan.measures.count", count.records),
            "href": count.all == 0 ? nil : measures.link?.text,
            "samples": count.samples > 0 ? words.number(count.samples) : nil,
            "hasNewest": !measures.newest.isEmpty,
            "newest": measures.newest.map { measure in
                [
                    "href": measure.link.text, "text": measure.title, "state": measure.state,
                    "isSample": measure.isSample,
                ] as Context
            },
        ]
    }
}
