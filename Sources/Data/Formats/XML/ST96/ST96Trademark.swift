import Domain

/// A `Trademark` of ST.96, also as TSDR delivers it.
enum ST96Trademark {
    static func right(_ mark: Element) throws(MappingFailure) -> Right {
        var bibliography = Bibliography(right: .trademark)
        bibliography.application = ST96Document.application(
            mark,
            office: mark.country("RegistrationOfficeCode"),
            date: mark.date("ApplicationDate")
        )
        if let number = mark.value("RegistrationNumber") {
            let office = mark.country("RegistrationOfficeCode") ?? bibliography.application?.country
            bibliography.registration = DocumentID(country: office, number: number, date: mark.date("RegistrationDate"))
        }
        guard let number = bibliography.application ?? bibliography.registration else {
            throw MappingFailure("it has neither an application number nor a registration number; add one of them")
        }
        readPublication(mark, number: number, into: &bibliography)
        bibliography.classes = classes(mark)
        bibliography.status = status(mark)
        bibliography.renewalDate = mark.date("NationalTrademarkInformation", "RenewalDate")
        bibliography.expiryDate = mark.date("ExpiryDate")
        bibliography.priorities = ST96Document.priorities(mark)
        bibliography.owners = mark.all("ApplicantBag", "Applicant").compactMap(owner)
        bibliography.agents = agents(mark)
        bibliography.examiners = ST96Document.examiners(mark)
        bibliography.events = mark.all("MarkEventBag", "MarkEvent").map(event)
        bibliography.assignments = mark.all("AssignmentBag", "Assignment").map(assignment)
        var details = Trademark.Details()
        details.mark = ST96Mark.read(mark)
        let services = mark.all("GoodsServicesBag", "GoodsServices")
        details.goods = services.flatMap(goods)
        details.firstUse = services.compactMap(firstUse)
        return .trademark(Trademark(bibliography: bibliography, details: details))
    }

    /// A mark is published under its own number; what the file calls its identifier is the name of the gazette.
    private static func readPublication(_ mark: Element, number: DocumentID, into bibliography: inout Bibliography) {
        for publication in mark.all("PublicationBag", "Publication") {
            guard let date = publication.date("PublicationDate") else { continue }
            let issue = publication.value("PublicationIdentifier")
            bibliography.publications.append(DocumentID(country: number.country, number: number.number, date: date))
            bibliography.gazette = bibliography.gazette ?? Gazette(number: issue, date: date)
        }
    }

    private static func classes(_ mark: Element) -> Classes {
        var nice = UniqueList()
        var national = UniqueList()
        for item in mark.all("GoodsServicesBag", "GoodsServices")
            .flatMap({ $0.all("GoodsServicesClassificationBag", "GoodsServicesClassification") })
        {
            switch item.value("ClassificationKindCode") {
            case "Nice": nice.append(item.value("ClassNumber").flatMap { NiceClass.read($0)?.text })
            case "Domestic", "National": national.append(item.value("NationalClassNumber"))
            default: break
            }
        }
        var search = UniqueList()
        for code in mark.first("MarkRepresentation")?.descendants("NationalDesignCode") ?? [] {
            search.append(code.collapsedText)
        }
        var vienna = UniqueList()
        for code in mark.first("MarkRepresentation")?.descendants("ViennaClassificationText") ?? [] {
            vienna.append(code.collapsedText.flatMap { ViennaCode.read($0)?.text })
        }
        var classes = Classes()
        classes.nice = nice.values
        classes.usClass = national.values
        classes.designSearch = search.values
        classes.vienna = vienna.values
        return classes
    }

    private static func status(_ mark: Element) -> Status? {
        let status = Status(
            code: mark.value("MarkCurrentStatusCode"),
            text: mark.value("NationalTrademarkInformation", "MarkCurrentStatusExternalDescriptionText"),
            date: mark.date("MarkCurrentStatusDate")
        )
        return status == Status() ? nil : status
    }

    private static func owner(_ element: Element) -> Party? {
        var party = ST96Party.read(element)
        party?.role = element.value("Version", "CommentText") ?? element.value("CommentText")
        return party
    }

    private static func agents(_ mark: Element) -> [Party] {
        for name in ["RecordAttorney", "NationalRepresentative"] {
            let found = mark.children(name).compactMap { ST96Party.name($0.first("Contact", "Name")) }
            if !found.isEmpty { return found.map { Party(name: $0) } }
        }
        return mark.all("RepresentativeBag", "Representative").compactMap(ST96Party.read)
    }

    private static func event(_ element: Element) -> LegalEvent {
        LegalEvent(
            date: element.date("MarkEventDate"),
            code: element.value("NationalMarkEvent", "MarkEventCode") ?? element.value("MarkEventCode"),
            text: element.value("NationalMarkEvent", "MarkEventDescriptionText") ?? element.value("MarkEventCategory")
        )
    }

    private static func assignment(_ element: Element) -> Assignment {
        let names = { (bag: String, name: String) in
            let parties = element.all(bag, name) + element.children(name)
            let found = parties.compactMap { ST96Party.read($0)?.name }
            return found.isEmpty ? nil : found.joined(separator: "; ")
        }
        return Assignment(
            id: element.value("AssignmentIdentifier"),
            category: element.value("AssignmentConveyanceCategory"),
            from: names("AssignorBag", "Assignor"),
            to: names("AssigneeBag", "Assignee"),
            recorded: element.date("AssignmentRecordedDate")
        )
    }

    /// The goods and services of one class; an entry without words, which only holds a status, is none.
    static func goods(_ services: Element) -> [Trademark.Goods] {
        services.all("ClassDescriptionBag", "ClassDescription").compactMap { description in
            let texts = description.children("GoodsServicesDescriptionText").compactMap(\.collapsedText)
            guard !texts.isEmpty else { return nil }
            let number = description.value("ClassNumber").map { NiceClass.read($0)?.text ?? $0 }
            return Trademark.Goods(class: number, text: texts.joined(separator: " "))
        }
    }

    private static func firstUse(_ services: Element) -> Trademark.FirstUse? {
        let any = services.date("NationalFilingBasis", "FirstUsedDate")
        let commerce = services.date("NationalFilingBasis", "FirstUsedCommerceDate")
        guard any != nil || commerce != nil else { return nil }
        let number = services.value("ClassDescriptionBag", "ClassDescription", "ClassNumber")
        return Trademark.FirstUse(class: number.map { NiceClass.read($0)?.text ?? $0 }, any: any, commerce: commerce)
    }
}
