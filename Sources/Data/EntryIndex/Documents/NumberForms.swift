import Domain

/// The forms in which a record's number stands in the index, without the kind's prefix.
struct NumberForms {
    private(set) var forms: [String] = []

    /// An application, registration, priority or file.
    ///
    /// - Parameters:
    ///   - number: as printed.
    ///   - country: of the number, as the source says; nil where it does not.
    ///   - kind: the kind code that the source prints with it.
    ///   - isPatent: whether a Chinese number is one of patents, whose last digit is a check digit.
    init(application number: String, country: String?, kind: String?, isPatent: Bool) {
        let country = country.map(NumberTerm.bare) ?? ""
        let isMarked = country == "CN" || (NumberTerm.bare(number).utf8.first ?? 0) > 0x39
        if isPatent, country.isEmpty || country == "CN", let chinese = ApplicationNumber.read(number),
            isMarked || chinese.checkDigit == .correct
        {
            add("CN", chinese.digits, chinese.printedCheckDigit.map(String.init) ?? "")
        } else if let id = RightNumber.applicationID(country: nil, number: number), id.hasPrefix("PCT") {
            add("", id, "")
        } else {
            addPlain(number, country, kind)
        }
    }

    /// A published document.
    init(publication number: String, country: String?, kind: String?) {
        let read =
            country.flatMap { PublicationNumber(country: $0, number: number, kind: kind) }
            ?? (country == nil ? PublicationNumber.read(number, assuming: nil) : nil)
        if let read {
            add(read.country, read.number, read.kind ?? kind.map(NumberTerm.bare) ?? "")
        } else {
            addPlain(number, country.map(NumberTerm.bare) ?? "", kind)
        }
    }

    /// Whatever letters and digits it has.
    private mutating func addPlain(_ number: String, _ country: String, _ kind: String?) {
        var bare = NumberTerm.bare(number)
        if !country.isEmpty, bare.utf8.count > country.utf8.count, bare.hasPrefix(country) {
            bare.removeFirst(country.count)
        }
        guard !bare.isEmpty else { return }
        let tail = kind.map(NumberTerm.bare) ?? ""
        add(country, bare, tail)
        let short = NumberTerm.withoutLeadingZeros(bare)
        if short != bare { add(country, short, tail) }
    }

    private mutating func add(_ country: String, _ number: String, _ tail: String) {
        let end = number + NumberTerm.separator + tail
        if !country.isEmpty { forms.append(country + end) }
        // A number typed without a country is looked for as a Chinese one too.
        if country != "CN" { forms.append(end) }
    }
}
