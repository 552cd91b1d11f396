import Discovery
import Domain
import Links
import Pages

/// Where a right stands, what has happened to it and what comes next.
extension RecordPresenter {
    var standing: RecordPage.Standing? {
        let summary = LegalSummary(bibliography)
        let status = bibliography.status
        guard summary.state != .unknown || summary.stage != nil || status != nil else { return nil }
        return RecordPage.Standing(
            legal: words.chip(summary),
            since: summary.since?.description,
            business: status?.text ?? status?.code,
            businessDate: status?.date?.description,
            encumbrances: summary.encumbrances.map { text($0.words) }
        )
    }

    var outlook: RecordPage.Outlook? {
        guard !record.outlook.steps.isEmpty else { return nil }
        return RecordPage.Outlook(
            asOf: record.outlook.asOf.description,
            steps: record.outlook.steps.compactMap { step in
                guard let kind = RecordPage.Step.Kind(rawValue: step.kind.rawValue) else { return nil }
                return RecordPage.Step(
                    kind,
                    day: step.day?.description,
                    firstDay: step.firstDay?.description,
                    year: step.year,
                    fee: step.fee,
                    earliestEnd: step.earliestEnd?.description,
                    latestEnd: step.latestEnd?.description,
                    basis: text(step.basis)
                )
            },
            fees: fees
        )
    }

    /// Where the annual fees are worked out year by year, where one is to come.
    private var fees: FeesLink? {
        guard record.outlook.steps.contains(where: { $0.year != nil }), let filed = bibliography.application?.date
        else {
            return nil
        }
        return FeesLink(
            right: bibliography.right.rawValue,
            filed: filed.description,
            granted: bibliography.grantDay?.description ?? "",
            language: language
        )
    }

    // MARK: What has happened

    /// The legal history without what only lay on the right.
    var events: [RecordPage.Event] {
        let told = bibliography.events.filter { !$0.isAboutEncumbrance }.map { event($0) }
        return told + published + filed + moved
    }

    /// Licences, pledges and preservations.
    var encumbrances: [RecordPage.Event] {
        bibliography.events.filter(\.isAboutEncumbrance).map { event($0) }
    }

    private func event(_ event: LegalEvent) -> RecordPage.Event {
        let said = event.code.flatMap(LegalEventCode.words).map(text)
        let title = said ?? event.text ?? event.code ?? ""
        return RecordPage.Event(
            date: event.date?.description,
            title: title,
            details: event.text == title ? nil : event.text,
            source: source(event.code) { !$0.events.isEmpty }
        )
    }

    /// Publications that no event tells of.
    private var published: [RecordPage.Event] {
        let days = Set(bibliography.events.compactMap { $0.date?.number })
        return bibliography.publications.compactMap { document in
            guard let date = document.date, !days.contains(date.number) else { return nil }
            let said = document.country.flatMap { country in
                document.kind.flatMap { KindCode.words(country: country, kind: $0) }
            }
            return RecordPage.Event(
                date: date.description,
                title: text(said ?? Bilingual("公布", "Published")),
                details: words.number(document),
                source: source(nil) { $0.publications.contains { $0.bareNumber == document.bareNumber } }
            )
        }
    }

    private var filed: [RecordPage.Event] {
        guard let date = bibliography.application?.date, !bibliography.events.contains(where: { $0.date == date })
        else { return [] }
        let title = text(Bilingual("申请", "Filed"))
        return [
            RecordPage.Event(date: date.description, title: title, source: source(nil) { $0.application?.date == date })
        ]
    }

    private var moved: [RecordPage.Event] {
        bibliography.assignments.map { assignment in
            let parties = [assignment.from, assignment.to].compactMap(\.self)
            return RecordPage.Event(
                date: assignment.recorded?.description,
                title: text(Bilingual("权利转移登记", "Assignment recorded")),
                details: parties.isEmpty ? nil : parties.joined(separator: " → "),
                source: source(assignment.category) { !$0.assignments.isEmpty }
            )
        }
    }

    /// The file that says something, the most trusted one that does, and the code of what it says.
    private func source(_ code: String?, _ speaks: (Bibliography) -> Bool) -> String? {
        let source = record.sources.first { speaks($0.right.bibliography) }
        let said = [source?.file, code].compactMap(\.self)
        guard !said.isEmpty else { return nil }
        return text(Bilingual("来源：", "Source: ")) + said.joined(separator: " · ")
    }
}
