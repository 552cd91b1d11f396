/// An address without what stands before its first unit.
struct AddressText {
    /// The characters from the first unit on.
    let scalars: ArraySlice<Unicode.Scalar>
    /// Six digits that stood before or behind the address.
    let postcode: String?
    /// Whether any character is Chinese.
    let hasHan: Bool

    /// Drops a leading postcode, 中国 or CN, and signs.
    init(_ text: String) {
        let all = Array(text.unicodeScalars)
        var rest = all[...]
        var postcode: String?
        hasHan = all.contains(where: \.isHan)
        var dropped = true
        while dropped {
            let count = rest.count
            let digits = rest.prefix(while: \.isNarrowDigit)
            if digits.count == 6 { postcode = Self.text(digits) }
            rest = rest.dropFirst(digits.count).drop { !$0.isHan && !$0.isNarrowLetter && !$0.isNarrowDigit }
            for lead in Self.leads where rest.starts(with: lead) {
                rest = rest.dropFirst(lead.count)
            }
            dropped = rest.count < count
        }
        self.postcode = postcode ?? all.split { !$0.isNarrowDigit }.first { $0.count == 6 }.map(Self.text)
        scalars = rest
    }

    /// The words of a Latin address, lower case.
    var words: [String] {
        scalars.split { !$0.isNarrowLetter }.map { Self.text($0).lowercased() }
    }

    /// Whether the Latin text says that it is in China.
    var namesChina: Bool {
        let words = words
        return words.contains("china") || words.last == "cn"
    }

    private static let leads = ["中华人民共和国", "中国", "中國", "CN ", "CN,"].map { Array($0.unicodeScalars) }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}

extension Unicode.Scalar {
    /// Whether this is a unified ideograph of the basic plane or its first extension.
    package var isHan: Bool { (0x3400...0x9FFF).contains(value) }

    /// Whether this is an ASCII digit.
    var isNarrowDigit: Bool { (0x30...0x39).contains(value) }

    /// Whether this is an ASCII letter.
    var isNarrowLetter: Bool { (0x41...0x5A).contains(value & ~0x20) }
}
