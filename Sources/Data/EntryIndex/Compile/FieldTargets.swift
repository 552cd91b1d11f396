import Index

extension Field {
    /// The text fields of the index that hold this field; empty for a field that is no text.
    var textFields: [TextField] {
        switch self {
        case .title: TextField.titles
        case .titleEnglish: [.titleEnglish]
        case .titleFrench: [.titleFrench]
        case .titleGerman: [.titleGerman]
        case .titleOther: [.titleOther]
        case .abstract: TextField.abstracts
        case .abstractEnglish: [.abstractEnglish]
        case .abstractFrench: [.abstractFrench]
        case .abstractGerman: [.abstractGerman]
        case .abstractOther: [.abstractOther]
        case .claims: [.claims]
        case .description: [.description, .designDescription]
        case .designDescription: [.designDescription]
        case .keywords: [.keywords]
        case .goods: [.goods]
        case .address: [.addresses]
        case .applicant: [.applicants]
        case .inventor: [.inventors]
        case .agent: [.agents]
        case .agency: [.agencies]
        case .examiner: [.examiners]
        case .legalStatus: [.standing]
        default: []
        }
    }

    /// The field of the query language that a text field of the index belongs to; the narrowest where there are several.
    package static func holding(textField name: String) -> Field? {
        let field = TextField(rawValue: name)
        return allCases.filter { $0.textFields.contains { $0 == field } }
            .min { $0.textFields.count < $1.textFields.count }
    }

    /// The kinds of number that the field means.
    var numberKinds: [NumberTerm.Kind] {
        switch self {
        case .applicationNumber: [.application]
        case .publicationNumber: [.publication]
        case .registrationNumber: [.registration]
        case .priorityNumber: [.priority]
        case .pctApplicationNumber: [.internationalApplication]
        case .pctPublicationNumber: [.internationalPublication]
        case .divisionalNumber: [.parent]
        case .family: [.family]
        case .citation: [.citation]
        default: []
        }
    }

    /// The column of dates that the field means.
    var dateColumn: Column? {
        switch self {
        case .applicationDate: .applicationDate
        case .publicationDate: .publicationDates
        case .grantDate: .grantDates
        case .registrationDate: .registrationDates
        case .priorityDate: .priorityDates
        case .legalStatusDate: .eventDates
        case .pctApplicationDate: .internationalApplicationDates
        case .pctPublicationDate: .internationalPublicationDates
        case .pctEntryDate: .nationalPhaseDates
        default: nil
        }
    }

    /// The column of labels that the field means, with what stands in front of each label.
    var labelColumn: (column: Column, prefix: String)? {
        switch self {
        case .ipc: (.ipc, "")
        case .cpc: (.cpc, "")
        case .locarno: (.locarno, "")
        case .nice: (.nice, "")
        case .vienna: (.vienna, "")
        case .fterm: (.otherClass, "ft:")
        case .fi: (.otherClass, "fi:")
        case .usClass: (.otherClass, "uc:")
        case .inventionType: (.right, "")
        case .industry: (.industry, "")
        case .applicantPostcode: (.postcode, "")
        case .region: (.region, "")
        case .applicantOrigin: (.origin, "")
        case .country, .publicationCountry: (.country, "")
        default: nil
        }
    }

    /// The column whose values complete what is typed in the field; nil where there is none.
    package var completingColumn: Column? {
        switch self {
        case .applicant: .applicant
        case .inventor: .inventor
        case .agency: .agency
        case .legalStatus: .state
        case .ipc, .cpc, .locarno, .nice, .vienna: labelColumn?.column
        default: nil
        }
    }

    /// The texts and names that a word without a field searches.
    static let boxTextFields = boxTexts.flatMap(\.textFields)
    static let boxNameFields = boxNames.flatMap(\.textFields)
    /// What a bare date in the box may be: any date.
    static let boxDates = allCases.compactMap(\.dateColumn)
    /// What a bare number in the box may be.
    static let boxNumbers: [NumberTerm.Kind] = [
        .application, .publication, .registration, .internationalApplication, .internationalPublication,
    ]
}
