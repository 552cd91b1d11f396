/// One thing that a number may be, as somebody typed it, and the ways in which the field writes it.
///
/// A number without country and kind may be several things: `12345678` is a trademark, and a Chinese publication.
package struct NumberReading: Hashable, Sendable {
    /// What numbers are given to.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A Chinese application for a patent, utility model or design, and the patent granted on it.
        case application
        /// An international application under the PCT.
        case internationalApplication
        /// A published document of any office.
        case publication
        /// A Chinese trademark application or registration.
        case trademark
    }

    package var kind: Kind
    /// What it is in words: the kind of right, the kind of document.
    package var words: Bilingual
    /// Every way of writing it, the usual one first; no two are the same.
    package var forms: [String]
    /// How the printed check digit compares with the computed one; nil where such numbers have none.
    package var checkDigit: ApplicationNumber.CheckDigit?

    /// What a typed number may be, the likeliest first; empty for a text that is none of these.
    ///
    /// **Source** ZC 0006-2003 and ZC 0007-2012; WIPO ST.6, ST.16; PCT Administrative Instructions section 307.
    package static func readings(of text: String) -> [NumberReading] {
        [application(text), international(text), publication(text), trademark(text)].compactMap(\.self)
    }

    private init(
        _ kind: Kind,
        _ words: Bilingual,
        _ forms: [String],
        checkDigit: ApplicationNumber.CheckDigit? = nil
    ) {
        self.kind = kind
        self.words = words
        var seen: Set<String> = []
        self.forms = forms.filter { seen.insert($0).inserted }
        self.checkDigit = checkDigit
    }

    private static func application(_ text: String) -> NumberReading? {
        guard let number = ApplicationNumber.read(text) else { return nil }
        // The number of the patent is that of its application.
        let forms = [number.display, "ZL" + number.number, number.number, number.id, "CN" + number.digits]
        let words = Bilingual(
            "中国申请号：\(number.kind.words.zh)，\(number.year)年",
            "Chinese application: \(number.kind.words.en), \(number.year)"
        )
        return NumberReading(.application, words, forms, checkDigit: number.checkDigit)
    }

    private static func international(_ text: String) -> NumberReading? {
        guard let id = RightNumber.applicationID(country: nil, number: text), id.hasPrefix("PCT"),
            id.utf8.count == internationalLength
        else { return nil }
        let body = id.dropFirst(3)
        let (office, year, serial) = (body.prefix(2), body.dropFirst(2).prefix(4), body.suffix(6))
        var forms = ["PCT/\(office)\(year)/\(serial)", id]
        forms += shortForms(year, serial).map { "PCT/\(office)\($0)" }
        return NumberReading(.internationalApplication, Bilingual("PCT国际申请号", "PCT application"), forms)
    }

    private static func publication(_ text: String) -> NumberReading? {
        // A number with words around it, 第…号, is that of a mark.
        guard !FieldCharacters(text).bytes.contains(FieldCharacters.other), let read = PublicationNumber.read(text)
        else { return nil }
        let (country, number, kind) = (read.country, read.number, read.kind ?? "")
        let spaced = [country, number, kind].filter { !$0.isEmpty }
        var forms = [read.display, read.id, spaced.joined(separator: " "), spaced.joined(separator: ".")]
        switch country {
        case "US":
            if number.utf8.count == applicationDigits, number.hasPrefix("20") {
                forms.append("US \(number.prefix(4))/\(number.dropFirst(4)) \(kind)".trimmingBlanks)
            } else if number.utf8.allSatisfy(\.isDigit) {
                forms.append("US \(grouped(number)) \(kind)".trimmingBlanks)
            }
        case "WO" where number.utf8.count == 10:
            forms += shortForms(number.prefix(4), number.suffix(6)).map { "WO \($0) \(kind)".trimmingBlanks }
        default: break
        }
        let document =
            KindCode.words(country: country, kind: kind) ?? CountryCode(reading: country)?.words
            ?? Bilingual(country, country)
        let words = Bilingual("公开（公告）号：\(document.zh)", "Publication: \(document.en)")
        return NumberReading(.publication, words, forms)
    }

    private static func trademark(_ text: String) -> NumberReading? {
        guard let number = TrademarkNumber.read(text) else { return nil }
        let words =
            number.isInternational
            ? Bilingual("马德里国际注册商标", "International (Madrid) trademark registration")
            : Bilingual("中国商标申请（注册）号", "Chinese trademark application or registration")
        return NumberReading(.trademark, words, [number.text, number.id])
    }

    /// `02/14184` and `02/014184`: two digits of the year, with five digits up to the middle of 2002 and six from then on.
    private static func shortForms(_ year: Substring, _ serial: Substring) -> [String] {
        guard let number = Int(year), number < firstYearInFull else { return [] }
        let short = serial.first == "0" ? ["\(year.suffix(2))/\(serial.dropFirst())"] : []
        return number < firstYearOfSix ? short : short + ["\(year.suffix(2))/\(serial)"]
    }

    /// `8,930,553`.
    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.utf8.count - offset) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }

    /// Characters of `PCTCN2022085393`.
    private static let internationalLength = 15
    /// Digits of the number of a published US application.
    private static let applicationDigits = 11
    /// The first year in which serial numbers have six digits, from July on.
    private static let firstYearOfSix = 2002
    /// Since 2004 numbers of the PCT have the whole year and six digits.
    private static let firstYearInFull = 2004
}

extension String {
    /// The text without a blank at its end, where nothing followed it.
    fileprivate var trimmingBlanks: String { hasSuffix(" ") ? String(dropLast()) : self }
}
