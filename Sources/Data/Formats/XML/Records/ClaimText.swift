/// One claim as its file gives it.
struct SourceClaim: Hashable {
    /// Whole text, its leading number included.
    var text: String
    /// Whether the file marks a reference to another claim.
    var hasReference = false
    /// The numbers that the file gives apart from the text; more than one where cancelled claims share an entry.
    var numbers: ClosedRange<Int>?
}

extension SourceClaim {
    /// Reads `00025`, or `01-24` for cancelled claims.
    static func numbers(_ text: String?) -> ClosedRange<Int>? {
        let parts = (text ?? "").split(separator: "-").map { Int($0) }
        guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first <= last else {
            return nil
        }
        return first...last
    }
}

/// Reads what claims say about their numbers and about each other.
enum ClaimText {
    /// The text without the number it begins with, `1.`, `1、` or `1-24.`.
    ///
    /// Digits that are not the claim's own number stay: "3 wheels".
    static func withoutNumber(_ text: String, numbers: ClosedRange<Int>) -> String {
        var rest = Array(text.utf8)[...]
        let number = rest.prefix { (0x30...0x39).contains($0) || numbers.count > 1 && ($0 == 0x2D || $0 == 0x20) }
        let printed = String(decoding: number, as: UTF8.self).filter { $0 != " " }
        guard SourceClaim.numbers(printed) == numbers else { return text }
        rest = rest.dropFirst(number.count).drop { $0 == 0x20 }
        let isBlankAfterNumber = rest.startIndex > number.endIndex
        let mark = marks.first { rest.starts(with: $0) }
        guard mark != nil || isBlankAfterNumber else { return text }
        rest = rest.dropFirst(mark?.count ?? 0).drop { $0 == 0x20 || $0 == 0x0A }
        // `1.5 mm` is a measure, not a number with its point.
        if !isBlankAfterNumber, let next = rest.first, (0x30...0x39).contains(next) { return text }
        return String(decoding: rest, as: UTF8.self)
    }

    /// Whether a claim stands in the file only to say that it was cancelled.
    static func isCancelled(_ text: String) -> Bool {
        guard text.utf8.count < 40 else { return false }
        let words = text.lowercased()
        return words.contains("canceled") || words.contains("cancelled")
    }

    /// Whether a claim refers to another one in its words: "claim 1", 权利要求1, 請求項１.
    static func refersToClaim(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for term in chineseTerms {
            for end in ends(of: term, in: bytes) where isChineseReference(bytes, termStart: end - term.count, end: end)
            {
                return true
            }
        }
        return ends(of: englishTerm, in: bytes).contains { isEnglishReference(bytes, end: $0) }
    }

    private static let marks = [".", "．", "、", ",", "，", ":", "："].map { Array($0.utf8) }
    private static let chineseTerms = ["权利要求", "權利要求", "請求項", "请求项"].map { Array($0.utf8) }
    private static let chineseWords = ["前述", "上述", "任一", "任意", "以上", "所述", "任一项", "任意一项"]
        .map { Array($0.utf8) }
    private static let englishTerm = Array("laim".utf8)
    private static let englishWords = ["preceding", "previous", "foregoing", "aforementioned"].map { Array($0.utf8) }

    /// Indices after each occurrence of a term.
    private static func ends(of term: [UInt8], in bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: term[0]) {
            if bytes[start...].starts(with: term) { found.append(start + term.count) }
            index = start + 1
        }
        return found
    }

    /// A digit of either width follows, or a word such as 前述 stands before.
    private static func isChineseReference(_ bytes: [UInt8], termStart: Int, end: Int) -> Bool {
        let rest = bytes[end...].drop { $0 == 0x20 || $0 == 0x0A }
        if let next = rest.first, (0x30...0x39).contains(next) { return true }
        let wide = Array(rest.prefix(3))
        if wide.count == 3, wide[0] == 0xEF, wide[1] == 0xBC, (0x90...0x99).contains(wide[2]) { return true }
        return chineseWords.contains { bytes[..<termStart].suffix($0.count).elementsEqual($0) }
    }

    /// "claim 3", "claims 1 to 3", or "any of the preceding claims".
    private static func isEnglishReference(_ bytes: [UInt8], end: Int) -> Bool {
        let start = end - englishTerm.count - 1
        guard start >= 0, bytes[start] | 0x20 == UInt8(ascii: "c") else { return false }
        var rest = bytes[end...]
        if rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
        let blanks = rest.prefix { $0 == 0x20 || $0 == 0x0A }
        if !blanks.isEmpty, let next = rest.dropFirst(blanks.count).first, (0x30...0x39).contains(next) { return true }
        let before = bytes[max(0, start - 20)..<start]
        return englishWords.contains { word in before.indices.contains { before[$0...].starts(with: word) } }
    }
}
