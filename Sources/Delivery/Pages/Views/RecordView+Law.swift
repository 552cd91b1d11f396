import Links

/// The section on the law: where the right stands, what comes next, what has happened.
extension RecordView {
    var law: Context? {
        let past = line(model.events)
        let encumbrances = line(model.encumbrances)
        let next = outlook
        guard model.standing != nil || next != nil || past != nil || encumbrances != nil else { return nil }
        return [
            "standing": standing, "outlook": next, "past": past, "encumbrances": encumbrances,
            "asOf": model.asOf.map { words("record.legal.asof", ["date": words.date($0)]) },
        ]
    }

    private var standing: Context? {
        guard let standing = model.standing else { return nil }
        let since = standing.since.map { words("record.legal.since", ["date": words.date($0)]) }
        var rows = [row(words["record.legal.state"], [(standing.legal.word, nil, since)])]
        if let business = standing.business {
            rows.append(row(words["record.legal.business"], [(business, nil, standing.businessDate.map(words.date))]))
        }
        if !standing.encumbrances.isEmpty {
            rows.append(row(words["record.legal.burdens"], standing.encumbrances.map { ($0, nil, nil) }))
        }
        return ["isWide": false, "facts": rows]
    }

    // MARK: What comes next

    private var outlook: Context? {
        guard let outlook = model.outlook, !outlook.steps.isEmpty else { return nil }
        return [
            "fees": outlook.fees.map { Context.link(Link.fees($0).text, words["outlook.fees"]) },
            "note": words("outlook.note", ["date": words.date(outlook.asOf)]),
            "events": outlook.steps.map { step in
                let hasPassed = step.day.map { $0 < outlook.asOf } ?? false
                return [
                    "kind": hasPassed ? nil : "next",
                    "when": when(step),
                    "title": title(of: step, hasPassed: hasPassed),
                    "details": details(of: step),
                    "source": words("outlook.basis", ["basis": step.basis]),
                ] as Context
            },
        ]
    }

    /// The next thing and the end of the term, for the head of the page.
    var nextSteps: String? {
        guard let outlook = model.outlook else { return nil }
        let coming = outlook.steps.filter { $0.day.map { $0 >= outlook.asOf } ?? true }
        let next = coming.filter { $0.kind != .expire }.prefix(1) + coming.filter { $0.kind == .expire }
        guard !next.isEmpty else { return nil }
        return next.map { step in
            words("outlook.line", ["when": when(step), "title": title(of: step, hasPassed: false)])
        }
        .joined(separator: words.semicolon)
    }

    private func when(_ step: RecordPage.Step) -> String {
        guard let day = step.day.map(words.date) else { return words["record.legal.nodate"] }
        return step.kind == .expire ? day : words("outlook.by", ["date": day])
    }

    private func title(of step: RecordPage.Step, hasPassed: Bool) -> String {
        if step.kind == .expire, hasPassed { return words["outlook.expired"] }
        return words(
            "outlook." + step.kind.rawValue,
            ["year": step.year.map(words.number) ?? "", "fee": step.fee.map(words.number) ?? ""]
        )
    }

    private func details(of step: RecordPage.Step) -> String {
        let text = words(
            "outlook." + step.kind.rawValue + ".text",
            ["from": step.firstDay.map(words.date) ?? words["nodata"]]
        )
        let bounds = [
            step.earliestEnd.map { words("outlook.restore.earliest", ["date": words.date($0)]) },
            step.latestEnd.map { words("outlook.restore.latest", ["date": words.date($0)]) },
        ]
        return ([text] + bounds.compactMap(\.self)).joined(separator: words.language == .zh ? "" : " ")
    }

    // MARK: What has happened

    private func line(_ events: [RecordPage.Event]) -> Context? {
        guard !events.isEmpty else { return nil }
        let sorted = events.enumerated().sorted { left, right in
            let (one, other) = (left.element.date ?? "", right.element.date ?? "")
            return one == other ? left.offset < right.offset : one > other
        }
        let newest = newestPast(events)
        return [
            "events": sorted.enumerated().map { index, pair in
                let event = pair.element
                return [
                    "kind": kind(of: event, isFirst: index == 0, newest: newest),
                    "when": event.date.map(words.date) ?? words["record.legal.nodate"],
                    "title": event.title, "details": event.details, "source": event.source,
                ] as Context
            }
        ]
    }

    /// What lies after the day of the data is drawn as the future; the newest line of the past is now.
    private func kind(of event: RecordPage.Event, isFirst: Bool, newest: String?) -> String? {
        guard let today = frame.snapshot?.date, let date = event.date else { return isFirst ? "now" : nil }
        if date > today { return "next" }
        return date == newest ? "now" : nil
    }

    private func newestPast(_ events: [RecordPage.Event]) -> String? {
        guard let today = frame.snapshot?.date else { return nil }
        return events.compactMap(\.date).filter { $0 <= today }.max()
    }
}
