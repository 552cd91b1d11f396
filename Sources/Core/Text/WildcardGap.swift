/// Truncation signs that stand together.
struct WildcardGap: Equatable {
    /// The most characters that an unlimited sign inside a word reaches over.
    static let innerReach = 10

    var minimum = 0
    var maximum = 0
    var isUnlimited = false

    /// Takes one more sign; false when it is none.
    mutating func add(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2B, 0x2A: isUnlimited = true
        case 0x23:
            minimum += 1
            maximum += 1
        case 0x3F: maximum += 1
        default: return false
        }
        return true
    }

    /// The most characters reached over inside a word.
    var innerMaximum: Int { isUnlimited ? max(minimum, Self.innerReach) : maximum }

    /// The gap as parts of a pattern.
    func elements(isInner: Bool) -> [TermPattern.Element] {
        var elements = [TermPattern.Element](repeating: .one, count: minimum)
        if isUnlimited, !isInner {
            elements.append(.any(maximum: nil))
        } else if innerMaximum > minimum {
            elements.append(.any(maximum: innerMaximum - minimum))
        }
        return elements
    }
}
