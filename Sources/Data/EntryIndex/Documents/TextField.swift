package import Index

/// The text fields of the index of rights, in schema order; the place of a case is its `FieldID`.
package enum TextField: String, CaseIterable, Sendable {
    // Titles, words of marks and names of geographical indications: Chinese or of unknown language, then the others.
    case title, titleEnglish, titleFrench, titleGerman, titleOther
    case abstract, abstractEnglish, abstractFrench, abstractGerman, abstractOther
    /// Every claim a paragraph.
    case claims
    /// Descriptions of patents and indications; structure, technology and function of layout-designs.
    case description
    /// What designs say of themselves (简要说明).
    case designDescription
    case keywords
    /// Goods and services of marks, products of geographical indications.
    case goods
    /// Applicants, assignees, owners and authorised users: whoever has or seeks the right.
    case applicants
    /// Inventors and designers.
    case inventors
    case agents
    case agencies
    case examiners
    case addresses
    /// The words of the legal status and of its events.
    case standing
    /// Numbers as whole terms without positions; see ``NumberTerm``.
    case numbers

    /// The field's place in the schema.
    package var id: FieldID {
        FieldID(rawValue: UInt8(Self.places[self] ?? 0))
    }

    /// The field alone.
    package var mask: FieldMask { FieldMask(id) }

    /// How much a word in this field counts in ranking; a starting point until judged queries say better.
    package var weight: Double {
        switch self {
        case .title, .titleEnglish, .titleFrench, .titleGerman, .titleOther: 3
        case .keywords: 2
        case .description, .goods: 0.5
        case .agents, .agencies, .examiners, .addresses, .standing: 0.3
        default: 1
        }
    }

    /// All titles: Chinese or unlabelled, English, French, German, others.
    package static let titles: [TextField] = [.title, .titleEnglish, .titleFrench, .titleGerman, .titleOther]
    /// All abstracts, in the order of the titles.
    package static let abstracts: [TextField] = [
        .abstract, .abstractEnglish, .abstractFrench, .abstractGerman, .abstractOther,
    ]

    /// The fields together.
    package static func mask(_ fields: [TextField]) -> FieldMask {
        fields.reduce(into: FieldMask()) { $0.formUnion($1.mask) }
    }

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
