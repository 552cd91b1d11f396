/// The number of a published document: country, number and kind.
///
/// **Shape** China: kind digit and eight digits since 2007 (`CN106844774A`), seven digits before (`CN1492355A`), the
/// eight digits of the application in the first years (`CN85100312A`). Other countries: letters and digits.
///
/// **Identity** Signs and leading zeros do not count. A WO number gets its full year and six digits, a US published
/// application its eleven digits, however it was printed.
///
/// **Source** ZC 0007-2012 and ZC 0008-2012; WIPO ST.3, ST.6, ST.16.
package struct PublicationNumber: Hashable, Sendable {
    /// The publishing office, two letters of ST.3.
    package let country: String
    /// Letters and digits without leading zeros.
    package let number: String
    /// The kind code as printed, upper case; nil when none was.
    package let kind: String?

    /// Takes the parts as a source prints them.
    ///
    /// A country repeated before the number and signs inside it are dropped.
    /// - Returns: nil when the country is not two letters or the number has no digit.
    package init?(country: String, number: String, kind: String? = nil) {
        let code = FieldCharacters(country).lettersAndDigits
        guard code.count == 2, code.allSatisfy(\.isLetter) else { return nil }
        var body = FieldCharacters(number).lettersAndDigits[...]
        if body.count > 2, body.starts(with: code) { body.removeFirst(2) }
        guard body.contains(where: \.isDigit) else { return nil }
        let kindCharacters = kind.map { FieldCharacters($0).lettersAndDigits } ?? []
        self.country = code.text
        self.kind = kindCharacters.isEmpty ? nil : kindCharacters.text
        self.number = Self.normalised(body, country: self.country, kind: self.kind)
    }

    /// The number as it identifies a document: `CN106844774A`.
    package var id: String { country + number + (kind ?? "") }

    /// The number as it is shown: `CN106844774A`, `EP0123456B1`, `WO2022/259205A1`.
    package var display: String {
        var shown = number
        if country == "EP", shown.utf8.count < 7 {
            shown = String(repeating: "0", count: 7 - shown.utf8.count) + shown
        } else if country == "WO", shown.utf8.count == 10 {
            shown = "\(shown.prefix(4))/\(shown.dropFirst(4))"
        }
        return country + shown + (kind ?? "")
    }

    /// Every form under which this document is found: with its kind and without.
    package var lookupKeys: [String] { kind == nil ? [id] : [id, country + number] }

    /// Letters, then digits without leading zeros; the offices' two prints of one number are made one.
    private static func normalised(_ body: ArraySlice<UInt8>, country: String, kind: String?) -> String {
        let letters = body.prefix { $0.isLetter }
        let digits = body.dropFirst(letters.count)
        guard digits.allSatisfy(\.isDigit) else { return body.withoutLeadingZeros.text }
        if country == "JP", letters.count == 1 {
            // The year of the Japanese era comes first, in one or two digits.
            return letters.text + (digits.count == 7 ? "0" : "") + digits.text
        }
        if letters.isEmpty {
            switch country {
            case "WO": return internationalNumber(digits) ?? digits.text
            case "US": return usNumber(digits, kind: kind)
            default: break
            }
        }
        return letters.text + digits.withoutLeadingZeros.text
    }

    /// `0214184` and `02014184` are `2002014184`: full year and six digits.
    private static func internationalNumber(_ digits: ArraySlice<UInt8>) -> String? {
        guard digits.count == 7 || digits.count == 8, let year = fullYear(digits.prefix(2)) else { return nil }
        guard let serial = digits.dropFirst(2).decimal else { return nil }
        return "\(year)\(String(1_000_000 + serial).dropFirst())"
    }

    /// `2005004437` (one zero less, as exchange files print it) is `20050004437`.
    private static func usNumber(_ digits: ArraySlice<UInt8>, kind: String?) -> String {
        let isApplication = digits.count == 10 && digits.starts(with: "20".utf8)
        guard isApplication, kind?.hasPrefix("B") != true else { return digits.withoutLeadingZeros.text }
        return digits.prefix(4).text + "0" + digits.dropFirst(4).text
    }

    /// The year that two or four digits mean; two digits from 78 on are of the twentieth century.
    static func fullYear(_ digits: some Collection<UInt8>) -> Int? {
        guard let value = digits.decimal else { return nil }
        guard digits.count == 2 else { return (1978...2099).contains(value) ? value : nil }
        return value >= 78 ? 1900 + value : 2000 + value
    }
}

extension PublicationNumber: CustomStringConvertible {
    package var description: String { display }
}
