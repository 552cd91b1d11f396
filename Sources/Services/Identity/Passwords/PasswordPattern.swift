/// Patterns that make a password easy to guess however long it is.
enum PasswordPattern {
    /// Rows and columns of the keyboard, the alphabet and the digits.
    private static let lines = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()_+",
        "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/",
        "!qaz", "@wsx", "#edc", "$rfv", "%tgb", "^yhn", "&ujm",
    ].map { Array($0) }

    /// Pairs of neighbours, forwards and backwards.
    private static let neighbours: [[Set<String>]] = [
        lines.map { line in Set(zip(line, line.dropFirst()).map { "\($0)\($1)" }) },
        lines.map { line in Set(zip(line.dropFirst(), line).map { "\($0)\($1)" }) },
    ]

    /// The shortest row that counts as one.
    private static let shortestRow = 3
    /// The longest unit whose repetition counts as a pattern: `abc123abc123`.
    private static let longestUnit = 6
    /// How many letters beside a date are taken as initials: `zw19900101`.
    private static let mostInitials = 3

    /// Whether a password is nothing but a pattern.
    static func matches(_ password: String) -> Bool {
        let text = Array(password.lowercased())
        if isRows(text) || isRepeated(text) { return true }
        let stem = Array(CommonPasswords.stem(of: password.lowercased()))
        if stem.count > shortestRow, isRows(stem) { return true }
        return isNumberOfPerson(text)
    }

    /// Whether it is made of nothing but rows of neighbours or of one character: `qwerty123456`, `aaaabbbb`.
    private static func isRows(_ text: [Character]) -> Bool {
        var start = 0
        while start < text.count {
            let length = rowLength(text[start...])
            guard length >= shortestRow else { return false }
            start += length
        }
        return !text.isEmpty
    }

    /// How many characters from the start are one row, at least 1.
    private static func rowLength(_ text: ArraySlice<Character>) -> Int {
        // Lazy: a row is short, and what follows is not looked at.
        let pairs = zip(text, text.dropFirst()).lazy.map { "\($0)\($1)" }
        let same = zip(text, text.dropFirst()).prefix { $0 == $1 }.count
        let row = neighbours.joined().map { set in pairs.prefix { set.contains($0) }.count }.max() ?? 0
        return 1 + max(same, row)
    }

    /// Whether a short unit is repeated, the last time perhaps only in part: `abababababa`.
    private static func isRepeated(_ text: [Character]) -> Bool {
        (1...longestUnit).contains { unit in
            text.count >= 2 * unit && zip(text, text.dropFirst(unit)).allSatisfy { $0 == $1 }
        }
    }

    /// Whether it is a date or a mobile number, perhaps with initials before or behind it: `zw19900101`.
    private static func isNumberOfPerson(_ text: [Character]) -> Bool {
        let head = text.prefix { isLetter($0) }.count
        let tail = text.reversed().prefix { isLetter($0) }.count
        guard head + tail <= mostInitials else { return false }
        let body = text.dropFirst(head).dropLast(tail)
        guard body.allSatisfy({ isDigit($0) || "-/._ 年月日号".contains($0) }) else { return false }
        let groups = body.split { !isDigit($0) }.map { String($0) }
        return isDate(groups) || isMobile(groups.joined())
    }

    /// Whether groups of digits are a day of the last or this century, in any order that people use.
    private static func isDate(_ groups: [String]) -> Bool {
        if groups.count == 1, let digits = groups.first {
            let cuts: [[Int]] = digits.count == 8 ? [[4, 2, 2], [2, 2, 4]] : digits.count == 6 ? [[2, 2, 2]] : []
            return cuts.contains { cut in
                var rest = Substring(digits)
                return isDay(
                    cut.map { length in
                        defer { rest = rest.dropFirst(length) }
                        return String(rest.prefix(length))
                    }
                )
            }
        }
        return isDay(groups)
    }

    private static func isDay(_ parts: [String]) -> Bool {
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, parts.allSatisfy({ $0.count <= 4 }) else { return false }
        func fits(_ year: Int, _ first: Int, _ second: Int) -> Bool {
            let isYear = parts[year].count == 2 || (1900...2099).contains(numbers[year])
            let low = min(numbers[first], numbers[second])
            let high = max(numbers[first], numbers[second])
            return isYear && (1...12).contains(low) && (1...31).contains(high)
        }
        return fits(0, 1, 2) || fits(2, 0, 1)
    }

    /// Whether digits are a mobile number of China's mainland, perhaps with 86 before it.
    private static func isMobile(_ digits: String) -> Bool {
        let number = digits.count == 13 && digits.hasPrefix("86") ? digits.dropFirst(2) : Substring(digits)
        return number.count == 11 && number.first == "1"
            && number.dropFirst().first.map { "3456789".contains($0) } ?? false
    }

    private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
