import Domain

/// A `GIApplication` of ST.96.
enum ST96Indication {
    static func right(_ application: Element) throws(MappingFailure) -> Right {
        guard let data = application.first("GIData") else {
            throw MappingFailure("it has no GIData; deliver the whole application")
        }
        let office = data.attribute("officeCode")
        var bibliography = Bibliography(right: .gi)
        bibliography.application = ST96Document.application(data, office: office, date: data.date("ApplicationDate"))
        if let number = data.value("RegistrationNumber") {
            let date = data.date("RegistrationDate")
            bibliography.registration = DocumentID(country: office, number: number, date: date)
        }
        guard bibliography.application != nil || bibliography.registration != nil else {
            throw MappingFailure("it has neither an application number nor a registration number; add one of them")
        }
        // The number is that of an issue of the bulletin, so it belongs to no country's series.
        bibliography.publications = data.all("GIPublicationBag", "GIPublication").compactMap { publication in
            publication.value("PublicationIdentifier").map {
                DocumentID(number: $0, date: publication.date("PublicationDate"))
            }
        }
        var nice = UniqueList()
        let services = data.all("ProductIndicationBag", "GoodsServices")
        for item in services.flatMap({ $0.all("GoodsServicesClassificationBag", "GoodsServicesClassification") })
        where item.value("ClassificationKindCode") == "Nice" {
            nice.append(item.value("ClassNumber").flatMap { NiceClass.read($0)?.text })
        }
        bibliography.classes.nice = nice.values
        bibliography.applicants = application.all("ApplicantBag", "Applicant").compactMap(ST96Party.read)
        bibliography.users = application.children("AuthorizedUser").compactMap(ST96Party.read)
        return .gi(GeographicalIndication(bibliography: bibliography, details: details(data, services: services)))
    }

    private static func details(_ data: Element, services: [Element]) -> GeographicalIndication.Details {
        var details = GeographicalIndication.Details()
        details.names = (data.first("GINameBag")?.children ?? ChildElements.none).compactMap { name in
            name.collapsedText.map { LocalizedText(lang: name.language("languageCode"), text: $0) }
        }
        details.goods = services.flatMap(ST96Trademark.goods)
        var protection = GeographicalIndication.Protection()
        protection.category = data.value("GICategory")
        protection.region = data.value(
            "GeographicRegionDescriptionBag",
            "GeographicRegionDescription",
            "GeographicRegionDescriptionText"
        )
        protection.description =
            data.first("FeatureDescriptionBag", "FeatureDescription", "FeatureDescriptionText")?
            .paragraphs
        details.gi = protection == GeographicalIndication.Protection() ? nil : protection
        return details
    }
}
