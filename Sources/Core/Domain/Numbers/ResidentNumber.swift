/// Recognises citizens' identity numbers, so that they are never stored, searched or shown, and reads one that is to be checked.
///
/// **Shape** Eighteen characters: six digits of region, eight of birth date, three of order, check character `0`...`9`
/// or `X`. Before 1999 fifteen digits without century and check.
///
/// **Source** GB 11643-1999.
package enum ResidentNumber {
    /// Whether a field holds nothing but an identity number, blanks and width aside.
    package static func looksLikeResidentID(_ text: String) -> Bool {
        let characters = FieldCharacters(text).withoutBlanks.filter { $0 != UInt8(ascii: "-") }
        return isEighteen(characters[...]) || isFifteen(characters[...])
    }

    /// The eighteen characters of a number that is to be checked, upper case; nil where length, day of birth or check are not
    /// right.
    ///
    /// The region may be any: 示例 numbers have 990000, which is none.
    package static func read(_ text: String) -> String? {
        let characters = FieldCharacters(text).withoutBlanks
        return hasCheck(characters[...]) ? characters.text : nil
    }

    /// Whether an eighteen-character identity number stands anywhere in a text.
    package static func isContained(in text: String) -> Bool {
        let characters = FieldCharacters(text).bytes
        var start = characters.startIndex
        while start < characters.endIndex {
            let run = characters[start...].prefix { $0.isDigit || $0.isLetter }
            if run.count == 18, isEighteen(run) { return true }
            start += max(run.count, 1)
        }
        return false
    }

    private static func isEighteen(_ characters: ArraySlice<UInt8>) -> Bool {
        hasCheck(characters) && hasRegion(Array(characters))
    }

    private static func hasCheck(_ characters: ArraySlice<UInt8>) -> Bool {
        let body = Array(characters.prefix(17))
        guard characters.count == 18, body.allSatisfy(\.isDigit),
            let birth = body[6..<14].decimal, isBirthDate(birth)
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + $1.0.digitValue * $1.1 }
        return characters.last == Array("10X98765432".utf8)[sum % 11]
    }

    private static func isFifteen(_ characters: ArraySlice<UInt8>) -> Bool {
        let digits = Array(characters)
        guard digits.count == 15, digits.allSatisfy(\.isDigit), hasRegion(digits), let birth = digits[6..<12].decimal
        else { return false }
        return isBirthDate(19_000_000 + birth)
    }

    private static func hasRegion(_ digits: [UInt8]) -> Bool {
        guard let code = digits.prefix(2).decimal else { return false }
        return Province.all.contains { $0.code.hasPrefix(String(code)) } || code == 83
    }

    private static func isBirthDate(_ number: Int) -> Bool {
        (1850...2099).contains(number / 10_000)
            && PartialDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil
    }
}
