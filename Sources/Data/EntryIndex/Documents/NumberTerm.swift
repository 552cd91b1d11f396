import Domain

/// Numbers as dictionary terms: a kind, a colon and the bare number, each in every form that a searcher may type.
///
/// The terms begin with the byte 2, so no truncated word ever meets them.
package enum NumberTerm {
    /// What kind of number a term is.
    package enum Kind: String, CaseIterable, Sendable {
        case application = "an"
        case publication = "pn"
        case registration = "rn"
        case priority = "pr"
        case internationalApplication = "pa"
        case internationalPublication = "pp"
        case parent = "dv"
        case family = "fm"
        case citation = "ct"
    }

    /// The term of one number in its bare form.
    package static func term(_ kind: Kind, _ bare: String) -> [UInt8] {
        prefix(kind) + Array(bare.utf8)
    }

    /// What all terms of a kind begin with.
    package static func prefix(_ kind: Kind) -> [UInt8] {
        [0x02] + Array(kind.rawValue.utf8) + [0x3A]
    }

    /// Letters and digits, upper case; what is left of a number without its signs.
    package static func bare(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.uppercased().unicodeScalars.filter {
                    ("0"..."9").contains($0) || ("A"..."Z").contains($0)
                }
            )
        )
    }

    /// Every form under which a document's number is found: with and without country, kind letter and check digit.
    static func forms(country: String?, number: String, kind: String?) -> Set<String> {
        let printed = bare(number)
        guard !printed.isEmpty else { return [] }
        var bodies: Set<String> = [printed]
        if country == "CN" || country == nil, let application = ApplicationNumber.read(number) {
            bodies.insert(application.digits)
            for key in application.lookupKeys { bodies.insert(String(key.dropFirst(2))) }
        }
        let trimmed = String(printed.drop { $0 == "0" })
        if !trimmed.isEmpty { bodies.insert(trimmed) }
        if let country, let kind, let publication = PublicationNumber(country: country, number: number, kind: kind) {
            bodies.insert(publication.number)
        }
        var forms = bodies
        if let kind = kind.map(bare), !kind.isEmpty {
            forms.formUnion(bodies.map { $0 + kind })
        }
        if let country = country.map(bare), !country.isEmpty {
            forms.formUnion(forms.map { $0.hasPrefix(country) ? $0 : country + $0 })
        }
        return forms
    }
}
