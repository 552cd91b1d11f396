/// A class of goods (1 to 34) or services (35 to 45) of the Nice Classification.
package struct NiceClass: Hashable, Sendable, Comparable {
    /// 1 to 45.
    package let number: Int

    /// Takes a class number, nil outside 1...45.
    package init?(_ number: Int) {
        guard (1...45).contains(number) else { return nil }
        self.number = number
    }

    /// Reads `9`, `09`, `009`, `第9类`, `Class 9`, `IC 009`, nil for anything else.
    package static func read(_ text: String) -> NiceClass? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? NiceClass(reading: text)
    }

    /// Reads `9`, `09`, `009`, `第9类`, `Class 9`, `IC 009`.
    ///
    /// - Throws: `Misread` when the text has another shape or the number lies outside 1...45.
    package init(reading text: String) throws(Misread) {
        var rest = FieldCharacters(text).withoutBlanks[...]
        guard !rest.isEmpty else { throw Misread(.nice, .empty, text: text) }
        let hasWord = text.contains("第") && text.contains("类")
        if hasWord, rest.first == FieldCharacters.other, rest.last == FieldCharacters.other {
            rest = rest.dropFirst().dropLast()
        } else {
            _ = rest.drop(prefix: "CLASS") || rest.drop(prefix: "INTCL") || rest.drop(prefix: "IC")
            rest.drop(anyOf: ".:")
        }
        guard rest.count <= 3, let number = rest.decimal else {
            throw Misread(.nice, .shape(example: "9"), text: text)
        }
        guard let nice = NiceClass(number) else {
            throw Misread(.nice, .range(Bilingual("类别应为1—45", "it is not in 1 to 45")), text: text)
        }
        self = nice
    }

    /// The normal form, without leading zero.
    package var text: String { String(number) }

    /// Two digits, so that text order is number order.
    package var key: String { number < 10 ? "0\(number)" : String(number) }

    /// Whether the class is one of services.
    package var isService: Bool { number >= 35 }

    package static func < (left: NiceClass, right: NiceClass) -> Bool { left.number < right.number }
}

extension NiceClass: CustomStringConvertible {
    package var description: String { text }
}
