package import Domain

/// What a field holds, and the limits of that.
package enum FieldType: Sendable, Hashable {
    /// A text; with `hasLines` one of several lines.
    case text(longest: Int, hasLines: Bool, pattern: String?, check: CheckDigits?)
    /// A text with paragraphs, lists, emphasis and links.
    case rich(longest: Int)
    /// A number with so many decimals, in a unit where there is one.
    case number(decimals: Int, least: ExactNumber?, most: ExactNumber?, unit: Bilingual?)
    /// An amount of yuan with two decimals.
    case money(least: ExactNumber?, most: ExactNumber?)
    /// A date that says at least this part.
    case date(DatePart)
    /// From a day until a day; either may be open.
    case period
    /// A code of a list.
    case choice(list: String)
    /// An administrative division by its code of GB/T 2260, of one of these levels.
    case region([RegionCode.Level])
    /// A name and, where known, the unified social credit code.
    case organisation
    /// A person's name and duty.
    case person
    /// The number of a right.
    case right
    /// The identifier of an entry in one of these registers.
    case entry([String])
    /// A file of one of these media types and at most so many bytes.
    case file(types: [String], largest: Int)
    /// A place in degrees of WGS 84.
    case location
    /// An address as one writes it on an envelope.
    case address
    /// Hours of a week.
    case hours

    /// What a date says at least.
    package enum DatePart: String, Sendable, Hashable, CaseIterable {
        case year, month, day
    }

    /// Numbers that carry a check digit.
    package enum CheckDigits: String, Sendable, Hashable, CaseIterable {
        /// The unified social credit code, GB 32100-2015.
        case creditCode = "credit-code"
    }

    /// The word that declares it.
    package var word: String { sort.rawValue }

    /// The words that declare a type.
    package enum Sort: String, Sendable, CaseIterable {
        case text, rich, number, money, date, period, choice, region, organisation, person, right, entry, file, location
        case address, hours
    }

    /// Which of the types it is.
    package var sort: Sort {
        switch self {
        case .text: .text
        case .rich: .rich
        case .number: .number
        case .money: .money
        case .date: .date
        case .period: .period
        case .choice: .choice
        case .region: .region
        case .organisation: .organisation
        case .person: .person
        case .right: .right
        case .entry: .entry
        case .file: .file
        case .location: .location
        case .address: .address
        case .hours: .hours
        }
    }

    /// The names of its parts, where a value has several; each is a text.
    package var parts: [String] {
        switch self {
        case .period: ["from", "until"]
        case .organisation: ["name", "code"]
        case .person: ["name", "duty"]
        case .file: ["name", "type", "bytes", "digest"]
        case .location: ["latitude", "longitude"]
        case .address: ["text", "postcode"]
        default: []
        }
    }
}
