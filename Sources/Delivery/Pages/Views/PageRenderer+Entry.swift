import Links

/// Entries of declared registers.
extension PageRenderer {
    /// An entry with its facts.
    package func entry(_ model: EntryPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let link = model.link.plain
        var actions: [Context] = []
        if case .entry(let name, let id) = link.place {
            if model.mayWrite {
                actions.append(.link(Link.registers(link.going(to: .edit(name, id))).text, words["registers.edit"]))
            }
            actions.append(.link(Link.registers(link.going(to: .history(name, id))).text, words["registers.history"]))
            if let twin = Link.registers(link).twin(.json) { actions.append(.link(twin, words["registers.json"])) }
        }
        if !model.visit.isEmpty, case .entry(let name, let id) = link.place {
            actions.append(.link(Link.registers(link.going(to: .poster(name, id))).text, words["poster.way"]))
        }
        let near = model.near.map { row in
            Context.link(Link.registers(row.link).text, row.title, aside: aside(row, words))
        }
        let context: Context = [
            "crumbs": crumbs(link, model.register, words),
            "title": model.title, "isSample": model.isSample, "kind": model.register.entry, "id": link.entry,
            "state": model.state.map { Context.state($0) },
            "done": registerDone(model.link, words),
            "visit": model.visit.map { visitPart($0, words) },
            "factsTitle": words[model.visit.isEmpty ? "registers.facts" : "visit.rest"],
            "near": near.isEmpty ? nil : Context.links(near),
            "referrers": model.referrers.map { referrers($0, words) },
            "personal": personal(model.personal, words),
            "unmask": model.unmask.map { unmask(link, $0, words) },
            "hasFacts": !model.facts.isEmpty,
            "facts": model.facts.map { fact($0, words) },
            "progress": model.progress.map { progress($0, words) },
            "source": model.register.source.map { words("registers.source", ["source": $0]) },
            "actions": Context.links(actions),
            "duties": duties(link, model.mayWrite, model.mayApprove, words),
            "version": words(
                "registers.version",
                ["number": words.number(model.version), "time": words.moment(model.changed)]
            ),
        ]
        let face = registerFace(model.title, model.register, frame, isSample: model.isSample)
        return page("entry", context, face, frame)
    }

    /// The versions of an entry.
    package func entryHistory(_ model: EntryHistoryPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var path = crumbs(model.link, model.register, words)
        if case .history(let name, let id) = model.link.place {
            path.append(crumb(model.link.going(to: .entry(name, id)), model.title))
        }
        let context: Context = [
            "crumbs": path,
            "title": words("registers.history.of", ["title": model.title]), "isSample": model.isSample,
            "versions": model.versions.map { version in
                [
                    "id": "v\(version.number)",
                    "heading": words(
                        "registers.version",
                        ["number": words.number(version.number), "time": words.moment(version.changed)]
                    ),
                    "author": version.author.map { words("registers.author", ["account": $0]) },
                    "none": version.changes.map { $0.isEmpty ? words["registers.history.none"] : nil }
                        ?? words["registers.history.erased"],
                    "table": version.changes.flatMap { list in
                        list.isEmpty
                            ? nil
                            : changes(list, before: words["registers.before"], after: words["registers.after"], words)
                    },
                ] as Context
            },
        ]
        let title = words("registers.history.of", ["title": model.title])
        let face = registerFace(title, model.register, frame, isSample: model.isSample)
        return page("entry-history", context, face, frame)
    }

    // MARK: Values

    func fact(_ fact: EntryFact, _ words: Words) -> Context {
        [
            "name": fact.label, "isInternal": !fact.isPublic, "isList": fact.values.count > 1,
            "values": fact.values.map { value($0, words) },
        ]
    }

    private func value(_ value: EntryFact.Value, _ words: Words) -> Context {
        let none: Context = [
            "text": nil, "href": nil, "isOutside": false, "hasLines": false, "aside": nil, "rich": nil, "hours": nil,
        ]
        func plain(_ text: String, aside: String? = nil) -> Context {
            none.adding(["text": text, "aside": aside])
        }
        switch value {
        case .text(let text): return plain(text)
        case .lines(let text): return none.adding(["text": text, "hasLines": true])
        case .rich(let text): return none.adding(["rich": ["richMarkup": RichText.markup(text)] as Context])
        case .number(let text, let unit): return plain(words.grouped(text) + (unit.map { " " + $0 } ?? ""))
        case .money(let text): return plain(words("registers.yuan", ["amount": words.grouped(text)]))
        case .date(let date): return plain(words.date(date))
        case .period(let from, let until):
            switch (from, until) {
            case (let from?, let until?):
                return plain(
                    words("registers.period", ["from": words.date(from), "until": words.date(until)])
                )
            case (let from?, nil): return plain(words("registers.period.from", ["from": words.date(from)]))
            case (nil, let until?): return plain(words("registers.period.until", ["until": words.date(until)]))
            case (nil, nil): return plain("")
            }
        case .web(let address): return none.adding(["text": address, "href": address, "isOutside": true])
        case .place(let text, let link): return none.adding(["text": text, "href": link.text])
        case .location(let latitude, let longitude):
            return none.adding([
                "text": "\(latitude), \(longitude)", "href": "geo:\(latitude),\(longitude)",
                "aside": words["registers.location.note"],
            ])
        case .named(let text, let aside): return plain(text, aside: aside)
        case .phone(let text, let dial): return none.adding(["text": text, "href": "tel:" + dial])
        case .file(let name, let size, let link): return none.adding(["text": name, "href": link.text, "aside": size])
        case .hours(let hours): return none.adding(["hours": self.hours(hours, words)])
        }
    }

    /// Hours by days, those with the same times together.
    func days(_ hours: EntryHours, _ words: Words) -> [(day: String, times: String)] {
        var days: [(day: String, times: String)] = []
        var day = 0
        func times(_ spans: [EntryHours.Span]) -> String {
            spans.isEmpty
                ? words["registers.hours.off"]
                : spans.map { "\($0.from)–\($0.until)" }.joined(separator: words.comma)
        }
        func name(_ day: Int) -> String { words["registers.day." + String(day + 1)] }
        while day < hours.week.count {
            var last = day
            while last + 1 < hours.week.count, hours.week[last + 1] == hours.week[day] { last += 1 }
            let text =
                last == day ? name(day) : words("registers.hours.days", ["first": name(day), "last": name(last)])
            days.append((text, times(hours.week[day])))
            day = last + 1
        }
        return days + (hours.holidays.map { [(words["registers.day.holiday"], times($0))] } ?? [])
    }

    /// Hours by days, and whether it is open now.
    private func hours(_ hours: EntryHours, _ words: Words) -> Context {
        let now = standing(hours, words)
        let isIdle = if case .idle = hours.standing { true } else { false }
        return [
            "state": Context.state(now.chip), "when": now.when,
            "days": days(hours, words).map { ["day": $0.day, "times": $0.times] as Context },
            "note": isIdle
                ? words["registers.hours.idle"]
                : words[hours.isSure ? "registers.hours.note" : "registers.hours.unsure"],
        ]
    }

    /// Whether a place is open now, and when that changes.
    func standing(_ hours: EntryHours, _ words: Words) -> (chip: StateChip, when: String?) {
        let closed = StateChip(.gone, words["registers.closed"])
        switch hours.standing {
        case .open(let until):
            return (StateChip(.live, words["registers.open"]), words("registers.open.until", ["time": until]))
        case .closed(0, _, _, let time): return (closed, words("registers.opens.today", ["time": time]))
        case .closed(1, _, _, let time): return (closed, words("registers.opens.tomorrow", ["time": time]))
        case .closed(let days, let weekday, let date, let time):
            let day = days < 7 ? words["registers.day." + String(weekday + 1)] : words.date(date)
            return (closed, words("registers.opens.day", ["day": day, "time": time]))
        case .shut: return (closed, nil)
        case .unsaid: return (StateChip(.none, words["registers.hours.holiday"]), words["registers.hours.unsaid"])
        case .idle(let chip): return (chip, words["registers.idle"])
        }
    }
}

extension Words {
    /// A number as it is stored with a comma after every three digits before its point: `-1,234.50`.
    func grouped(_ text: String) -> String {
        let halves = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard let whole = halves.first.flatMap({ Int($0) }) else { return text }
        // -0.5 has a whole part of 0, which shows no sign.
        let sign = whole == 0 && text.hasPrefix("-") ? "-" : ""
        return sign + number(whole) + (halves.count == 2 ? "." + halves[1] : "")
    }
}
