package import Domain

/// A field that a query can name.
///
/// The first 42 are those of the national patent search system, in its order; the others come from exports and from
/// the registers of marks. A field without data finds nothing, which is for the answer to say.
package enum Field: String, CaseIterable, Hashable, Sendable {
    case applicationNumber, applicationDate, publicationNumber, publicationDate
    case title, ipc, applicant, inventor, priorityNumber, priorityDate
    case abstract, claims, description, keywords
    case locarno, designDescription, agent, agency
    case applicantPostcode, address, applicantOrigin
    case fterm, usClass, ecla, fi
    case titleEnglish, titleFrench, titleGerman, titleOther
    case abstractEnglish, abstractFrench, abstractGerman, abstractOther
    case pctEntryDate, pctApplicationNumber, pctApplicationDate, pctPublicationNumber, pctPublicationDate
    case cpc, combinationSets, inventionType, publicationCountry

    case legalStatus, legalStatusDate, country, region, family, citation, citedBy, industry, technology
    case divisionalNumber, grantDate, examiner, gazetteDisc
    case registrationNumber, registrationDate, nice, vienna, goods

    /// The fields of the national system, in its order.
    package static let national = Array(allCases.prefix(42))

    /// The texts that a word without a field searches.
    package static let boxTexts: [Field] = [.title, .abstract, .claims, .description, .keywords]

    /// The names that a word without a field searches.
    package static let boxNames: [Field] = [.applicant, .inventor, .agent]

    /// What values the field holds and so how a query may ask for them.
    package var kind: FieldKind {
        switch self {
        case .title, .abstract, .claims, .description, .keywords, .designDescription, .address, .goods,
            .titleEnglish, .titleFrench, .titleGerman, .titleOther,
            .abstractEnglish, .abstractFrench, .abstractGerman, .abstractOther:
            .text
        case .applicant, .inventor, .agent, .agency, .examiner: .name
        case .applicationNumber, .publicationNumber, .priorityNumber, .pctApplicationNumber, .pctPublicationNumber,
            .divisionalNumber, .registrationNumber, .family, .citation, .citedBy:
            .number
        case .applicationDate, .publicationDate, .priorityDate, .pctEntryDate, .pctApplicationDate,
            .pctPublicationDate, .legalStatusDate, .grantDate, .registrationDate:
            .date
        case .ipc: .classification(.ipc)
        case .cpc: .classification(.cpc)
        case .locarno: .classification(.locarno)
        case .nice: .classification(.nice)
        case .vienna: .classification(.vienna)
        case .fterm, .usClass, .ecla, .fi, .combinationSets: .classification(.other)
        case .applicantPostcode, .inventionType, .legalStatus, .industry, .technology, .gazetteDisc: .code
        case .applicantOrigin, .region: .region
        case .publicationCountry, .country: .country
        }
    }

    /// The field's name for people.
    package var label: Bilingual { names.label }

    /// The shortest name that a query can use: `TI`.
    package var alias: String { names.aliases.first ?? names.label.zh }

    /// Whether its values stand at places in a text, so that distances between them mean something.
    package var hasPositions: Bool { kind == .text || kind == .name }
}
