/// Identifiers of applications of any country, made from their printed parts.
///
/// An identifier is country, number without signs, and kind where the source prints one. Prints of one number that
/// differ in signs, case or blanks meet in one identifier.
package enum RightNumber {
    /// The identifier of an application: `CN2019103024301`, `US13797521`, `EP052550027`, `IB2022055385W`.
    ///
    /// A Chinese patent number gets its check digit as `ApplicationNumber` says and never a kind; a PCT number gets
    /// its full year and six digits of serial number (`PCT/NO98/00107` is `PCTNO1998000107`). Leading zeros stay.
    /// - Returns: nil when the number holds no letter or digit.
    package static func applicationID(country: String?, number: String, kind: String? = nil) -> String? {
        let country = country.map { FieldCharacters($0).lettersAndDigits } ?? []
        let characters = FieldCharacters(number)
        if let chinese = chineseNumber(characters, number: number, country: country) { return chinese.id }
        if let international = internationalID(characters) { return international }
        var body = characters.lettersAndDigits[...]
        guard !body.isEmpty else { return nil }
        if !country.isEmpty, body.starts(with: country), body.count > country.count { body.removeFirst(country.count) }
        let kind = kind.map { FieldCharacters($0).lettersAndDigits } ?? []
        return (country + body + kind).text
    }

    /// The identifier of a publication or registration: `US8930553B2`, `USD435854S`, `WO2002014184A1`.
    ///
    /// - Returns: nil when the number holds no letter or digit.
    package static func publicationID(country: String, number: String, kind: String? = nil) -> String? {
        PublicationNumber(country: country, number: number, kind: kind)?.id
    }

    /// The number when it is Chinese: by its country, its prefix, or where both are missing its right check digit.
    private static func chineseNumber(
        _ characters: FieldCharacters,
        number: String,
        country: [UInt8]
    ) -> ApplicationNumber? {
        guard country.isEmpty || country == Array("CN".utf8), let read = ApplicationNumber.read(number) else {
            return nil
        }
        let isMarked = !country.isEmpty || characters.bytes.first?.isLetter == true
        return isMarked || read.checkDigit == .correct ? read : nil
    }

    /// The full form of a PCT application number, nil for any other number.
    private static func internationalID(_ characters: FieldCharacters) -> String? {
        var rest = characters.withoutBlanks[...]
        guard rest.drop(prefix: "PCT") else { return nil }
        rest.drop(anyOf: "/-")
        let office = rest.prefix(2)
        guard office.count == 2, office.allSatisfy(\.isLetter) else { return nil }
        rest.removeFirst(2)
        let digits = rest.filter(\.isDigit)
        guard digits.count + rest.count(where: { "/-".utf8.contains($0) }) == rest.count else { return nil }
        let yearLength = digits.count >= 10 ? 4 : 2
        guard (7...10).contains(digits.count), let serial = digits.dropFirst(yearLength).decimal else { return nil }
        guard let year = PublicationNumber.fullYear(digits.prefix(yearLength)) else { return nil }
        return "PCT\(office.text)\(year)\(String(1_000_000 + serial).dropFirst())"
    }
}
