/// A two-letter code of WIPO ST.3 for a country, region or organisation.
///
/// The code stays as the source has it; only `words` says how it is shown.
package struct CountryCode: Hashable, Sendable {
    /// Whether a code stands for a country or region, or for an organisation.
    package enum Sort: Hashable, Sendable { case country, organisation, past }

    /// The two letters, upper case.
    package let code: String

    /// Reads a code in any case, or the three-character form of old US files (`JPX`).
    ///
    /// - Returns: nil when the code is not in the table.
    package init?(reading text: String) {
        var letters = FieldCharacters(text).lettersAndDigits
        if letters.count == 3, letters.last == UInt8(ascii: "X") { letters.removeLast() }
        guard letters.count == 2, Self.isKnown(letters.text) else { return nil }
        code = letters.text
    }

    /// Reads a code, or a name in either language as `TerritoryName` knows it.
    ///
    /// - Returns: nil when neither is known.
    package init?(named text: String) {
        if let code = CountryCode(reading: text) {
            self = code
        } else if let code = Self.codesByName[TerritoryName.folded(text)] {
            self.code = code
        } else {
            return nil
        }
    }

    /// The country whose Chinese name an address begins with, as in 德国慕尼黑; China for an address in one of its units.
    ///
    /// - Returns: nil when the address begins with neither.
    package init?(leadingAddress address: String) {
        let scalars = AddressText(address).scalars
        let names = Self.leadingNames[scalars.first ?? " "] ?? []
        if let found = names.first(where: { scalars.starts(with: $0.scalars) }) {
            code = found.code
        } else if let region = RecognisedRegion.find(address: address)?.province.code.prefix(2) {
            code = ["81": "HK", "82": "MO", "71": "TW"][region] ?? "CN"
        } else {
            return nil
        }
    }

    /// Whether the table holds this code of two upper-case letters.
    package static func isKnown(_ code: String) -> Bool { entries[code] != nil }

    /// The name as it is shown: 中国香港, "Hong Kong, China".
    package var words: Bilingual { Self.entries[code]?.words ?? Bilingual(code, code) }

    /// Whether the code stands for a country or region, or for an organisation.
    package var sort: Sort { Self.entries[code]?.sort ?? .country }

    /// The heading over lists of applicants' origins.
    package static let heading = Bilingual("国家/地区", "Country/Region")

    /// The heading over lists of publishing offices.
    package static let publicationHeading = Bilingual("国家/地区/组织", "Country/Region/Organization")

    /// Every code of the table in alphabetical order, those of the past last.
    package static let all: [CountryCode] = CountryTable.lines.split(separator: "\n").map {
        CountryCode(code: String($0.prefix(2)))
    }

    private init(code: String) { self.code = code }

    private struct Entry: Sendable {
        let sort: Sort
        let words: Bilingual
    }

    private static let entries: [String: Entry] = {
        var table: [String: Entry] = [:]
        for line in CountryTable.lines.split(separator: "\n") {
            let parts = line.split(separator: "|").map(String.init)
            guard parts.count == 4 else { continue }
            let sort: Sort = parts[1] == "o" ? .organisation : parts[1] == "p" ? .past : .country
            table[parts[0]] = Entry(sort: sort, words: Bilingual(parts[2], parts[3]))
        }
        return table
    }()

    /// Chinese names of foreign countries by first character, the longer ones first.
    private static let leadingNames: [Unicode.Scalar: [(scalars: [Unicode.Scalar], code: String)]] = {
        var table: [Unicode.Scalar: [(scalars: [Unicode.Scalar], code: String)]] = [:]
        for (code, entry) in entries where entry.sort == .country && !["CN", "HK", "MO", "TW"].contains(code) {
            let scalars = Array(entry.words.zh.unicodeScalars)
            table[scalars[0], default: []].append((scalars, code))
        }
        return table.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }()

    private static let codesByName: [String: String] = {
        var table: [String: String] = [:]
        for (code, entry) in entries {
            table[TerritoryName.folded(entry.words.zh)] = code
            table[TerritoryName.folded(entry.words.en)] = code
        }
        for (name, code) in TerritoryName.variants { table[name] = code }
        return table
    }()
}
