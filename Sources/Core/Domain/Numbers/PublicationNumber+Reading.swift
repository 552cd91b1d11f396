extension PublicationNumber {
    /// Reads a publication number as anyone prints it, nil when it is none.
    ///
    /// `assumed` is the country of a number that is printed without one.
    package static func read(_ text: String, assuming assumed: String? = "CN") -> PublicationNumber? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? PublicationNumber(reading: text, assuming: assumed)
    }

    /// Reads a publication number as anyone prints it: `CN 106844774 A`, `US 8,930,553 B2`, `WO 02/14184 A1`.
    ///
    /// - Parameters:
    ///   - text: country, number and kind; the kind may be missing.
    ///   - assumed: the country of a number that is printed without one.
    /// - Throws: `Misread` when there is no country, or a Chinese number has another length or kind.
    package init(reading text: String, assuming assumed: String? = "CN") throws(Misread) {
        var rest = FieldCharacters(text).lettersAndDigits[...]
        guard !rest.isEmpty else { throw Misread(.publicationNumber, .empty, text: text) }
        var country = assumed
        let lead = rest.prefix { $0.isLetter }
        if lead.count >= 2, CountryCode.isKnown(lead.prefix(2).text) {
            country = lead.prefix(2).text
            rest.removeFirst(2)
        }
        let kind = Self.takeKind(from: &rest)
        let letters = rest.prefix { $0.isLetter }
        let digits = rest.dropFirst(letters.count)
        guard let country, letters.count <= 3, !digits.isEmpty, digits.allSatisfy(\.isDigit), digits.count <= 15,
            let number = PublicationNumber(country: country, number: rest.text, kind: kind)
        else { throw Misread(.publicationNumber, Self.shape, text: text) }
        if country == "CN" { try number.checkChinese(letters: letters.count, digits: digits, text: text) }
        self = number
    }

    private static var shape: Misread.Reason { .shape(example: "CN110083831A") }

    /// Takes a letter with at most one digit from the end, where digits stand before it.
    private static func takeKind(from rest: inout ArraySlice<UInt8>) -> String? {
        let tail = rest.suffix(2)
        let start: Int
        if tail.count == 2, tail[tail.startIndex].isLetter, tail[tail.startIndex + 1].isDigit {
            start = tail.startIndex
        } else if let last = rest.last, last.isLetter {
            start = rest.endIndex - 1
        } else {
            return nil
        }
        guard rest[..<start].contains(where: \.isDigit) else { return nil }
        let kind = rest[start...].text
        rest = rest[..<start]
        return kind
    }

    private func checkChinese(letters: Int, digits: ArraySlice<UInt8>, text: String) throws(Misread) {
        let hasKnownKind = kind.map { KindCode.words(country: "CN", kind: $0) != nil } ?? true
        guard letters == 0, (7...9).contains(digits.count), hasKnownKind else {
            throw Misread(.publicationNumber, Self.shape, text: text)
        }
        let startsRight = digits.count == 8 || digits.first.map { "123".utf8.contains($0) } == true
        guard startsRight else {
            throw Misread(
                .publicationNumber,
                .range(Bilingual("首位种类号应为1、2或3", "its first digit is none of 1, 2, 3")),
                text: text
            )
        }
    }
}
