import Discovery
import Domain
import Links
import Pages

/// Numbers, people, dates and the facts of each kind of right.
extension RecordPresenter {
    private typealias Fact = RecordPage.Fact

    var numbers: [RecordPage.Fact] {
        let record = bibliography
        var facts: [Fact] = []
        if let publication = record.publication {
            facts.append(Fact(.publicationNumber, [.number(words.number(publication))]))
        }
        if let registration = record.registration {
            facts.append(Fact(.registrationNumber, [.number(words.number(registration))]))
        }
        if let application = record.application {
            facts.append(Fact(.applicationNumber, [.number(words.number(application))]))
        }
        if let file = record.fileNumber { facts.append(Fact(.fileNumber, [.number(file)])) }
        if case .layout(let layout) = right, let number = layout.details.layout?.certificateNumber {
            facts.append(Fact(.certificateNumber, [.number(number)]))
        }
        return facts
    }

    var facts: [RecordPage.Fact] {
        (kind + people + dates + special + rest).filter { !$0.values.isEmpty }
    }

    private func fact(_ name: FactName, _ text: String?) -> RecordPage.Fact {
        Fact(name, [text].compactMap(\.self).filter { !$0.isEmpty }.map { .text($0) })
    }

    private func fact(_ name: FactName, _ date: PartialDate?) -> RecordPage.Fact {
        Fact(name, date.map { [.date($0.description)] } ?? [])
    }

    private var kind: [RecordPage.Fact] {
        guard let publication = bibliography.publication, let country = publication.country,
            let code = publication.kind, let said = KindCode.words(country: country, kind: code)
        else { return [] }
        return [fact(.kind, text(said))]
    }

    // MARK: People

    private var people: [RecordPage.Fact] {
        let record = bibliography
        let holder = Facet.applicant.rawValue
        let inventor = Facet.inventor.rawValue
        return [
            parties(.applicant, record.applicants, holder), parties(.assignee, record.assignees, holder),
            parties(.owner, record.owners, holder), parties(.inventor, record.inventors, inventor),
            parties(.designer, record.designers, inventor), parties(.user, record.users, nil),
            parties(.agency, record.agencies, Facet.agency.rawValue), parties(.agent, record.agents, nil),
            parties(.examiner, record.examiners, nil),
        ]
    }

    private func parties(_ name: FactName, _ parties: [Party], _ field: String?) -> RecordPage.Fact {
        Fact(name, parties.map { .party(words.party($0, field: field)) })
    }

    // MARK: Dates

    private var dates: [RecordPage.Fact] {
        let record = bibliography
        var facts = [fact(.applicationDate, record.application?.date)]
        let published = record.publications.filter { stage($0) != .granted }.compactMap(\.date)
        let granted = record.publications.filter { stage($0) == .granted }.compactMap(\.date)
        facts.append(Fact(.publicationDate, published.map { .date($0.description) }))
        facts.append(Fact(.grantDate, granted.map { .date($0.description) }))
        facts += [
            fact(.registrationDate, record.registration?.date),
            fact(.priorityDate, record.priorities.compactMap(\.date).min()),
            fact(.decisionDate, record.decisionDate), fact(.effectiveDate, record.effectiveDate),
            fact(.renewalDate, record.renewalDate), fact(.expiryDate, record.expiryDate),
        ]
        return facts
    }

    private func stage(_ document: DocumentID) -> KindCode.Stage? {
        guard let country = document.country, let kind = document.kind else { return nil }
        return KindCode.stage(country: country, kind: kind)
    }

    // MARK: What only one kind of right has

    private var special: [RecordPage.Fact] {
        switch right {
        case .patent(let patent): facts(of: patent.details)
        case .design(let design): [term(design.details.termYears), fact(.citedBy, design.details.citations?.citedBy)]
        case .trademark(let trademark): trademark.details.mark.map(facts) ?? []
        case .gi(let indication): indication.details.gi.map(facts) ?? []
        case .layout(let layout): layout.details.layout.map(facts) ?? []
        }
    }

    private func facts(of patent: Patent.Details) -> [RecordPage.Fact] {
        let filing = patent.pct
        return [
            Fact(.internationalApplication, numbers(filing?.application)),
            Fact(.internationalPublication, numbers(filing?.publication)),
            fact(.nationalPhaseDate, filing?.nationalPhase), term(patent.termYears),
            fact(.citedBy, patent.citations?.citedBy), fact(.familyID, patent.family?.id),
        ]
    }

    private func facts(of mark: Trademark.Mark) -> [RecordPage.Fact] {
        [
            fact(.markText, mark.text), fact(.markCategory, mark.category), fact(.markFeature, mark.feature),
            fact(.markDescription, mark.description), fact(.disclaimer, mark.disclaimer),
            fact(.colourClaim, mark.colourClaim), fact(.translation, mark.translation),
        ]
    }

    private func facts(of indication: GeographicalIndication.Protection) -> [RecordPage.Fact] {
        [
            fact(.protection, indication.protectionText ?? indication.protection),
            fact(.productType, indication.productType), fact(.category, indication.category),
            fact(.region, indication.region.map { TerritoryName.shown($0, language: language.rawValue) }),
            fact(.legalBasis, indication.legalBasis),
        ]
    }

    private func facts(of layout: LayoutDesign.Layout) -> [RecordPage.Fact] {
        [
            fact(.structure, layout.structure), fact(.technology, layout.technology), fact(.function, layout.function),
            fact(.completionDate, layout.completionDate), fact(.firstUseDate, layout.firstUseDate),
        ]
    }

    private func numbers(_ document: DocumentID?) -> [RecordPage.Fact.Value] {
        guard let document else { return [] }
        return [.number(words.number(document))] + (document.date.map { [.date($0.description)] } ?? [])
    }

    private func term(_ years: Int?) -> RecordPage.Fact {
        fact(.termOfProtection, years.map { text(Bilingual("\($0) 年", "\($0) years")) })
    }

    private func fact(_ name: FactName, _ number: Int?) -> RecordPage.Fact { fact(name, number.map(String.init)) }

    // MARK: The rest

    private var rest: [RecordPage.Fact] {
        let record = bibliography
        let gazette = [record.gazette?.number, record.gazette?.date?.description].compactMap(\.self)
        return [
            Fact(.keywords, record.keywords.map { .text($0) }),
            fact(.mainClass, record.mainClass),
            Fact(.countries, record.countries.compactMap(words.country).map { .text($0) }),
            fact(.gazette, gazette.isEmpty ? nil : gazette.joined(separator: " · ")),
        ]
    }
}
