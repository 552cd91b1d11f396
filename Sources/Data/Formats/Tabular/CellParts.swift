import Domain

/// A number in a cell together with its date and country, in whatever order they stand.
struct CellParts {
    private(set) var date: PartialDate?
    private(set) var country: String?
    /// The number without country, as printed; nil when there is none.
    private(set) var number: String?

    init(_ text: String) {
        var rest: [Substring] = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "，" }) {
            if date == nil, let found = Self.date(part) {
                date = found
            } else if country == nil, part.utf8.count == 2, CountryCode.isKnown(part.uppercased()) {
                country = part.uppercased()
            } else if part.utf8.contains(where: { (0x30...0x39).contains($0) }) {
                // Words such as the language of publication have no digits and no part in the number.
                rest.append(part)
            }
        }
        guard !rest.isEmpty else { return }
        var number = rest.joined(separator: " ")
        let lead = number.prefix(2).uppercased()
        if country == nil, lead != "WO", CountryCode.isKnown(lead), number.dropFirst(2).first?.isLetter == false {
            country = lead
            number = PlainText.line(String(number.dropFirst(2))) ?? number
        }
        self.number = number
    }

    /// A whole date with its signs, `2012.01.16`; eight digits alone may be a number.
    private static func date(_ part: Substring) -> PartialDate? {
        let signs = part.utf8.count { [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains($0) }
        let isChinese = part.contains("年") && part.contains("日")
        guard isChinese || signs == 2, part.first?.isNumber == true, part.utf8.count <= 20,
            let date = FieldDate.read(String(part)), date.day != nil
        else { return nil }
        return date
    }
}
