/// A number with a fixed count of digits behind the point, as money and quantities need it: no binary fraction ever stands for it.
package struct ExactNumber: Sendable, Hashable {
    /// The most digits behind the point.
    package static let mostDecimals = 6

    /// The number in units of its last digit: 12.50 with two decimals is 1250.
    package let units: Int64
    /// How many digits stand behind the point, 0 to ``mostDecimals``.
    package let decimals: Int

    /// Names a number.
    package init(units: Int64, decimals: Int) {
        self.units = units
        self.decimals = min(max(decimals, 0), Self.mostDecimals)
    }

    /// Reads `-1234.5`, also with separators between thousands and in full width; nil for what is no number, has more digits
    /// behind the point or more than 18 in all.
    ///
    /// - Parameters:
    ///   - text: what a person or program wrote.
    ///   - decimals: how many digits the number has behind its point; zeros that it lacks are added.
    package init?(_ text: String, decimals: Int) {
        var digits: [UInt8] = []
        var behind: Int?
        // Digits since the last separator between thousands; nil before the first.
        var group: Int?
        var isNegative = false
        for scalar in text.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            switch value {
            case 0x30...0x39:
                digits.append(UInt8(value - 0x30))
                behind = behind.map { $0 + 1 }
                if behind == nil { group = group.map { $0 + 1 } }
            case 0x2D where digits.isEmpty && !isNegative && behind == nil: isNegative = true
            case 0x2E where behind == nil && !digits.isEmpty: behind = 0
            // 1,234 is a thousand and more, 1,5 is none: elsewhere that is one and a half.
            case 0x2C where behind == nil && (group.map { $0 == 3 } ?? (1...3).contains(digits.count)): group = 0
            default: return nil
            }
        }
        let missing = decimals - (behind ?? 0)
        guard !digits.isEmpty, behind != 0, group.map({ $0 == 3 }) ?? true, missing >= 0, decimals <= Self.mostDecimals
        else { return nil }
        digits += [UInt8](repeating: 0, count: missing)
        let significant = digits.drop { $0 == 0 }
        guard significant.count <= 18 else { return nil }
        let magnitude = significant.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        self.init(units: isNegative ? -magnitude : magnitude, decimals: decimals)
    }
}

extension ExactNumber: CustomStringConvertible {
    /// The number as it is stored: `-1234.50`.
    package var description: String {
        var digits = String(units.magnitude)
        if decimals > 0 {
            digits = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return units < 0 ? "-" + digits : digits
    }
}
