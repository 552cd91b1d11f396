/// A class of the Locarno Classification for industrial designs.
///
/// **Shape** `06-01`: class 01...32 and subclass 00...99, two digits each; the class may stand alone.
package struct LocarnoSymbol: Hashable, Sendable {
    /// 1 to 32.
    package let `class`: Int
    /// 0 to 99; nil when only the class is given.
    package let subclass: Int?
    /// What a national office appends, such as `C0293`; not part of the symbol.
    package let nationalSuffix: String?

    /// Reads `14-02`, `1402`, `14.02`, `LOC (10) Cl. 14-02`, `21-01-C0293`, nil for anything else.
    package static func read(_ text: String) -> LocarnoSymbol? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? LocarnoSymbol(reading: text)
    }

    /// Reads `14-02`, `1402`, `14.02`, `LOC (10) Cl. 14-02`, `21-01-C0293`.
    ///
    /// - Throws: `Misread` when the text has another shape or the class lies beyond 32.
    package init(reading text: String) throws(Misread) {
        var rest = FieldCharacters(text).withoutBlanks[...]
        Self.dropEdition(&rest)
        let digits = rest.takeDigits()
        var subclassDigits = digits.dropFirst(2)
        let separators = rest.prefix { "-./".utf8.contains($0) }.count
        if (1...2).contains(digits.count), separators == 1 {
            rest.removeFirst()
            subclassDigits = rest.takeDigits()
        }
        guard let number = digits.prefix(2).decimal, subclassDigits.count <= 2, digits.count <= 4, digits.count != 3,
            let suffix = Self.nationalSuffix(rest), separators == 0 || digits.count > 2 || !subclassDigits.isEmpty
        else { throw Misread(.locarno, .shape(example: "06-01"), text: text) }
        guard (1...32).contains(number) else {
            throw Misread(.locarno, .range(Bilingual("大类应为01—32", "its class is not in 01 to 32")), text: text)
        }
        self.class = number
        subclass = subclassDigits.decimal
        nationalSuffix = suffix.isEmpty ? nil : suffix
    }

    /// The normal form, `06-01`, or `06` for a class alone.
    package var text: String {
        guard let subclass else { return Self.twoDigits(self.class) }
        return "\(Self.twoDigits(self.class))-\(Self.twoDigits(subclass))"
    }

    /// Sort key; the key of a class is a prefix of its subclasses' keys.
    package var key: String { Self.twoDigits(self.class) + (subclass.map(Self.twoDigits) ?? "") }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Drops `LOC (10) CL.` before a symbol.
    private static func dropEdition(_ rest: inout ArraySlice<UInt8>) {
        guard rest.drop(prefix: "LOC") else { return }
        if rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
            rest = rest[(end + 1)...]
        }
        _ = rest.drop(prefix: "CL")
        rest.drop(anyOf: ".:")
    }

    /// What follows the symbol: nothing, or a separator with letters and digits; nil for anything else.
    private static func nationalSuffix(_ rest: ArraySlice<UInt8>) -> String? {
        guard rest.first != nil else { return "" }
        var suffix = rest
        suffix.drop(anyOf: "-")
        guard suffix.count < rest.count, suffix.first?.isLetter == true else { return nil }
        return suffix.allSatisfy { $0.isLetter || $0.isDigit } ? suffix.text : nil
    }
}

extension LocarnoSymbol: CustomStringConvertible {
    package var description: String { text }
}
