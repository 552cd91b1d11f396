/// Which earlier claim a claim refers to, by its words.
enum ClaimReference {
    /// The first claim referred to; empty where none is, or where the number is not an earlier one.
    ///
    /// Knows 权利要求 1, 請求項１, claim 1, claims 1 to 3.
    static func parents(in text: String, of number: Int) -> [Int] {
        // A reference stands at the head of a claim; what comes later names other things.
        let scalars = Array(text.unicodeScalars.prefix(headLength))
        for word in words {
            guard let end = end(of: word, in: scalars) else { continue }
            var place = end
            while place < scalars.count, scalars[place].properties.isWhitespace || scalars[place] == "s" { place += 1 }
            var found = 0
            while place < scalars.count, found < 10_000, let digit = digit(scalars[place]) {
                found = found * 10 + digit
                place += 1
            }
            if found > 0, found < number { return [found] }
        }
        return []
    }

    private static func end(of word: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
        guard scalars.count >= word.count else { return nil }
        for start in 0...(scalars.count - word.count) where scalars[start...].starts(with: word, by: isSame) {
            return start + word.count
        }
        return nil
    }

    private static func isSame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        left == right || left.value | 0x20 == right.value && left.isASCII
    }

    /// The value of a digit, narrow or wide.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static let words = ["权利要求", "權利要求", "請求項", "claim"].map { Array($0.unicodeScalars) }
    private static let headLength = 300
}
