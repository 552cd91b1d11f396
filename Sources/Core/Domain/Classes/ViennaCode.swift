/// A code of the Vienna Classification of the figurative elements of marks.
///
/// **Shape** `7.1.1`: category 1...29, division and section 1...99, without leading zeros; may be cut off.
package struct ViennaCode: Hashable, Sendable {
    /// Category, division and section, as many as were given.
    package let parts: [Int]
    /// Whether the print marks an auxiliary section, `A7.1.2`; not part of the code.
    package let isAuxiliary: Bool

    /// Reads `7.1.1`, `07.01.01`, `7．1．1` or `A7.1.2`, nil for anything else.
    package static func read(_ text: String) -> ViennaCode? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? ViennaCode(reading: text)
    }

    /// Reads `7.1.1`, `07.01.01`, `7．1．1` or `A7.1.2`.
    ///
    /// - Throws: `Misread` when the text has another shape or a part lies outside its range.
    package init(reading text: String) throws(Misread) {
        var rest = FieldCharacters(text).withoutBlanks[...]
        isAuxiliary = rest.drop(prefix: "A")
        let pieces = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { $0.count <= 2 ? $0.decimal : nil }
        guard (1...3).contains(pieces.count), numbers.count == pieces.count else {
            throw Misread(.vienna, .shape(example: "7.1.1"), text: text)
        }
        guard (1...29).contains(numbers[0]), numbers.allSatisfy({ $0 > 0 }) else {
            throw Misread(
                .vienna,
                .range(Bilingual("类应为1—29，组、小组从1起", "its category is not in 1 to 29, or a part is zero")),
                text: text
            )
        }
        parts = numbers
    }

    /// The normal form, `7.1.1`.
    package var text: String { parts.map(String.init).joined(separator: ".") }

    /// Two digits a part; the key of a category or division is a prefix of those below it.
    package var key: String { parts.map { $0 < 10 ? "0\($0)" : String($0) }.joined() }
}

extension ViennaCode: CustomStringConvertible {
    package var description: String { text }
}
