/// Fills what is missing in one value from another.
private func fillMissing<Value>(_ value: inout Value?, _ other: Value?) {
    if value == nil { value = other }
}

private func fillMissing<Element>(_ list: inout [Element], _ other: [Element]) {
    if list.isEmpty { list = other }
}

extension Right {
    /// One record from what several sources say of the same right, the most trusted first.
    ///
    /// Field by field the first source that speaks wins; publications are the union of all, so that a published
    /// application and its grant meet in one record. Sources of another register are left out.
    /// - Returns: nil when there is no source.
    package static func merged(_ sources: [Right]) -> Right? {
        guard var result = sources.first else { return nil }
        for other in sources.dropFirst() where other.register == result.register {
            result.bibliography.fill(from: other.bibliography)
            switch (result, other) {
            case (.patent(var mine), .patent(let theirs)):
                mine.details.fill(from: theirs.details)
                result = .patent(mine)
            case (.design(var mine), .design(let theirs)):
                mine.details.fill(from: theirs.details)
                result = .design(mine)
            case (.trademark(var mine), .trademark(let theirs)):
                mine.details.fill(from: theirs.details)
                result = .trademark(mine)
            case (.gi(var mine), .gi(let theirs)):
                mine.details.fill(from: theirs.details)
                result = .gi(mine)
            case (.layout(var mine), .layout(let theirs)):
                if mine.details.layout == nil { mine.details.layout = theirs.details.layout }
                result = .layout(mine)
            default: break
            }
        }
        return result
    }
}

extension Bibliography {
    fileprivate mutating func fill(from other: Bibliography) {
        fillMissing(&application, other.application)
        fillMissing(&registration, other.registration)
        merge(publications: other.publications)
        fillMissing(&fileNumber, other.fileNumber)
        fillMissing(&titles, other.titles)
        fillMissing(&abstracts, other.abstracts)
        fillMissing(&keywords, other.keywords)
        classes.fill(from: other.classes)
        fillMissing(&mainClass, other.mainClass)
        fillParties(from: other)
        fillMissing(&priorities, other.priorities)
        fillMissing(&related, other.related)
        fillMissing(&status, other.status)
        fillMissing(&events, other.events)
        fillMissing(&assignments, other.assignments)
        fillMissing(&gazette, other.gazette)
        // Pictures are worth more than names of files.
        if drawings?.images.isEmpty != false, other.drawings?.images.isEmpty == false { drawings = other.drawings }
        fillMissing(&drawings, other.drawings)
        fillMissing(&expiryDate, other.expiryDate)
        fillMissing(&effectiveDate, other.effectiveDate)
        fillMissing(&renewalDate, other.renewalDate)
        fillMissing(&decisionDate, other.decisionDate)
        fillMissing(&countries, other.countries)
    }

    private mutating func fillParties(from other: Bibliography) {
        fillMissing(&applicants, other.applicants)
        fillMissing(&assignees, other.assignees)
        fillMissing(&inventors, other.inventors)
        fillMissing(&designers, other.designers)
        fillMissing(&owners, other.owners)
        fillMissing(&users, other.users)
        fillMissing(&agents, other.agents)
        fillMissing(&agencies, other.agencies)
        fillMissing(&examiners, other.examiners)
    }

    /// The union by number, oldest first; a publication that only one source dates keeps that date.
    private mutating func merge(publications others: [DocumentID]) {
        for other in others {
            if let place = publications.firstIndex(where: { $0.id == other.id && $0.bareNumber == other.bareNumber }) {
                fillMissing(&publications[place].date, other.date)
            } else {
                publications.append(other)
            }
        }
        let ordered = publications.enumerated().sorted {
            ($0.element.date?.number ?? 0, $0.offset) < ($1.element.date?.number ?? 0, $1.offset)
        }
        publications = ordered.map(\.element)
    }
}

extension Classes {
    fileprivate mutating func fill(from other: Classes) {
        fillMissing(&ipc, other.ipc)
        fillMissing(&cpc, other.cpc)
        fillMissing(&uspc, other.uspc)
        fillMissing(&locarno, other.locarno)
        fillMissing(&locarnoEdition, other.locarnoEdition)
        fillMissing(&nationalDesign, other.nationalDesign)
        fillMissing(&nice, other.nice)
        fillMissing(&usClass, other.usClass)
        fillMissing(&designSearch, other.designSearch)
        fillMissing(&vienna, other.vienna)
        fillMissing(&similarGroups, other.similarGroups)
        fillMissing(&fi, other.fi)
        fillMissing(&fterm, other.fterm)
        fillMissing(&theme, other.theme)
    }
}

extension Patent.Details {
    fileprivate mutating func fill(from other: Patent.Details) {
        fillMissing(&pct, other.pct)
        // A list export prints the first claim alone; all claims of another source are worth more.
        if claims.allSatisfy({ $0.isComplete == false }), !other.claims.isEmpty { claims = other.claims }
        fillMissing(&description, other.description)
        fillMissing(&citations, other.citations)
        fillMissing(&family, other.family)
        fillMissing(&designatedStates, other.designatedStates)
        fillMissing(&extensionStates, other.extensionStates)
        fillMissing(&termYears, other.termYears)
        fillMissing(&termExtensionDays, other.termExtensionDays)
        fillMissing(&pages, other.pages)
        fillMissing(&industries, other.industries)
        fillMissing(&lensId, other.lensId)
    }
}

extension Design.Details {
    fileprivate mutating func fill(from other: Design.Details) {
        fillMissing(&designNumber, other.designNumber)
        fillMissing(&claims, other.claims)
        fillMissing(&description, other.description)
        fillMissing(&citations, other.citations)
        fillMissing(&termYears, other.termYears)
    }
}

extension Trademark.Details {
    fileprivate mutating func fill(from other: Trademark.Details) {
        fillMissing(&mark, other.mark)
        fillMissing(&goods, other.goods)
        fillMissing(&firstUse, other.firstUse)
    }
}

extension GeographicalIndication.Details {
    fileprivate mutating func fill(from other: GeographicalIndication.Details) {
        fillMissing(&names, other.names)
        fillMissing(&gi, other.gi)
        fillMissing(&goods, other.goods)
    }
}
