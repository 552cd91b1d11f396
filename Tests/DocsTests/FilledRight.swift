import Domain

/// Records in which every field has a value.
enum FilledRight {
    /// The only date in these records, by which dates are told from other texts.
    static let dateText = "2019-08-02"

    static func all() throws -> [Right] {
        try [
            .patent(patent()), .design(design()), .trademark(trademark()), .gi(indication()), .layout(layout()),
        ]
    }

    private static func date() throws -> PartialDate {
        guard let date = PartialDate(year: 2019, month: 8, day: 2) else { throw Missing() }
        return date
    }

    private struct Missing: Error {}

    // MARK: What every right has

    private static func bibliography(_ kind: RightKind) throws -> Bibliography {
        var record = Bibliography(right: kind)
        record.application = try document()
        record.registration = try document()
        record.publications = [try document()]
        record.fileNumber = "file"
        record.titles = texts
        record.abstracts = texts
        record.keywords = ["word"]
        record.classes = classes()
        record.mainClass = "H01M 10/05"
        record.applicants = [party]
        record.assignees = [party]
        record.inventors = [party]
        record.designers = [party]
        record.owners = [party]
        record.users = [party]
        record.agents = [party]
        record.agencies = [party]
        record.examiners = [party]
        record.priorities = [Priority(country: "US", number: "1", kind: "A", date: try date())]
        record.related = [
            Relation(relation: "division", country: "CN", number: "1", kind: "A", date: try date(), status: "open")
        ]
        record.status = Status(code: "1", text: "words", date: try date())
        record.events = [LegalEvent(date: try date(), code: "PB01", text: "words")]
        record.assignments = [Assignment(id: "1", category: "sale", from: "a", to: "b", recorded: try date())]
        record.gazette = Gazette(number: "1", date: try date())
        record.drawings = drawings()
        record.expiryDate = try date()
        record.effectiveDate = try date()
        record.renewalDate = try date()
        record.decisionDate = try date()
        record.countries = ["CN"]
        record.sample = true
        return record
    }

    private static let texts = [LocalizedText(lang: "zh", text: "words")]

    private static let party = Party(
        name: "name",
        country: "CN",
        region: "region",
        city: "city",
        district: "district",
        street: "street",
        postcode: "postcode",
        address: "address",
        code: "code",
        role: "role",
        legalEntity: "legalEntity"
    )

    private static func document() throws -> DocumentID {
        DocumentID(country: "CN", number: "1", kind: "A", date: try date())
    }

    private static func classes() -> Classes {
        var classes = Classes()
        classes.ipc = ["a"]
        classes.cpc = ["a"]
        classes.uspc = ["a"]
        classes.locarno = ["a"]
        classes.locarnoEdition = "15"
        classes.nationalDesign = ["a"]
        classes.nice = ["a"]
        classes.usClass = ["a"]
        classes.designSearch = ["a"]
        classes.vienna = ["a"]
        classes.similarGroups = ["a"]
        classes.fi = ["a"]
        classes.fterm = ["a"]
        classes.theme = ["a"]
        return classes
    }

    private static func drawings() -> Drawings {
        var drawings = Drawings()
        drawings.count = 3
        drawings.sheets = 3
        drawings.figures = 3
        drawings.files = ["a"]
        drawings.abstractFile = "a"
        drawings.formulaFiles = ["a"]
        drawings.images = [DrawingImage(kind: .figure, number: 1, file: "a", digest: "a", width: 1, height: 1)]
        return drawings
    }

    private static let claims = [
        ClaimSet(lang: "zh", declared: 3, independent: [3], items: ["words"], isComplete: false)
    ]

    private static func citations() throws -> Citations {
        let citation = Citation(
            country: "US",
            number: "1",
            kind: "A",
            date: try date(),
            name: "name",
            category: "X",
            text: "words"
        )
        return Citations(patents: [citation], nonPatent: texts, citedBy: 3)
    }

    private static let goods = [Trademark.Goods(class: "9", text: "words")]

    // MARK: What each kind has besides

    private static func patent() throws -> Patent {
        var details = Patent.Details()
        var filing = InternationalFiling()
        filing.application = try document()
        filing.publication = try document()
        filing.nationalPhase = try date()
        filing.s371Date = try date()
        filing.s102eDate = try date()
        details.pct = filing
        details.claims = claims
        details.description = texts
        details.citations = try citations()
        var family = Family()
        family.id = "1"
        family.applications = 3
        family.publications = ["a"]
        family.simpleSize = 3
        family.extendedSize = 3
        details.family = family
        details.designatedStates = ["DE"]
        details.extensionStates = ["BA"]
        details.termYears = 20
        details.termExtensionDays = 3
        details.pages = 3
        details.industries = ["C3985"]
        details.lensId = "1"
        return Patent(bibliography: try bibliography(.patent), details: details)
    }

    private static func design() throws -> Design {
        var details = Design.Details()
        details.designNumber = "1"
        details.claims = claims
        details.description = texts
        details.citations = try citations()
        details.termYears = 15
        return Design(bibliography: try bibliography(.design), details: details)
    }

    private static func trademark() throws -> Trademark {
        var mark = Trademark.Mark()
        mark.text = "words"
        mark.category = "words"
        mark.feature = "words"
        mark.featureCode = "4"
        mark.standardCharacters = true
        mark.description = "words"
        mark.disclaimer = "words"
        mark.colourClaim = "words"
        mark.translation = "words"
        mark.image = "a"
        mark.register = "words"
        var details = Trademark.Details()
        details.mark = mark
        details.goods = goods
        details.firstUse = [Trademark.FirstUse(class: "9", any: try date(), commerce: try date())]
        return Trademark(bibliography: try bibliography(.trademark), details: details)
    }

    private static func indication() throws -> GeographicalIndication {
        var protection = GeographicalIndication.Protection()
        protection.protection = "GI"
        protection.protectionText = "words"
        protection.register = "words"
        protection.productType = "words"
        protection.category = "words"
        protection.legalBasis = "words"
        protection.region = "words"
        protection.description = "words"
        var details = GeographicalIndication.Details()
        details.names = texts
        details.gi = protection
        details.goods = goods
        return GeographicalIndication(bibliography: try bibliography(.gi), details: details)
    }

    private static func layout() throws -> LayoutDesign {
        var layout = LayoutDesign.Layout()
        layout.structure = "words"
        layout.technology = "words"
        layout.function = "words"
        layout.completionDate = try date()
        layout.firstUseDate = try date()
        layout.certificateNumber = "1"
        var details = LayoutDesign.Details()
        details.layout = layout
        return LayoutDesign(bibliography: try bibliography(.layout), details: details)
    }
}
