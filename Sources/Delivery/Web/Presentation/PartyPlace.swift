import Domain
import Links

/// Where a party is, as pages and tables may show it.
enum PartyPlace {
    /// Country and place in one line; nil where neither is known.
    ///
    /// The party is masked already: an address of a private person ends at the city.
    static func text(of party: Party, _ language: PageLanguage) -> String? {
        let code = language.rawValue
        let country = party.country.flatMap { CountryCode(reading: $0)?.words.text(in: code) ?? $0 }
        var parts: [String] = []
        if let address = party.address, !address.isEmpty {
            parts = [TerritoryName.shown(address, language: code)]
        } else {
            let printed = [party.region, party.city, party.district, party.street].compactMap(\.self)
            for part in printed where !part.isEmpty {
                let shown = TerritoryName.shown(part, language: code)
                if !parts.contains(shown) { parts.append(shown) }
            }
        }
        if let country, party.country != "CN" || parts.isEmpty, !parts.contains(country) {
            parts.insert(country, at: 0)
        }
        return parts.isEmpty ? nil : parts.joined(separator: language == .zh ? " " : ", ")
    }
}
