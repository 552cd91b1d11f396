/// A value of 256 bits, such as a SHA-256, that can be added and subtracted modulo 2^256.
///
/// Sums of digests identify a set whatever the order in which its members came and went.
public struct Digest256: Sendable, Hashable, CustomStringConvertible {
    /// Four words of 64 bits, the least significant first.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// The digest of which every bit is zero: the sum of nothing.
    public init() {
        words = (0, 0, 0, 0)
    }

    /// Reads 32 bytes, the most significant first.
    ///
    /// Nil when there are more or fewer than 32.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        func word(_ start: Int) -> UInt64 {
            var value: UInt64 = 0
            for index in start..<start + 8 { value = value << 8 | UInt64(bytes[index]) }
            return value
        }
        words = (word(24), word(16), word(8), word(0))
    }

    /// Reads 64 hexadecimal digits in either case.
    ///
    /// Nil for any other text.
    public init?(hex: some StringProtocol) {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in hex.utf8 {
            guard let value = Digest256.hexValue(digit) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        guard high == nil else { return nil }
        self.init(bytes)
    }

    /// The 32 bytes, the most significant first.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(32)
        for word in [words.3, words.2, words.1, words.0] {
            for place in (0..<8).reversed() { result.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place))) }
        }
        return result
    }

    /// The value as 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Adds modulo 2^256.
    public static func &+ (left: Digest256, right: Digest256) -> Digest256 {
        var result = Digest256()
        var carry: UInt64 = 0
        func add(_ first: UInt64, _ second: UInt64) -> UInt64 {
            let (partial, firstOverflow) = first.addingReportingOverflow(second)
            let (sum, secondOverflow) = partial.addingReportingOverflow(carry)
            carry = firstOverflow || secondOverflow ? 1 : 0
            return sum
        }
        result.words.0 = add(left.words.0, right.words.0)
        result.words.1 = add(left.words.1, right.words.1)
        result.words.2 = add(left.words.2, right.words.2)
        result.words.3 = add(left.words.3, right.words.3)
        return result
    }

    /// Subtracts modulo 2^256.
    public static func &- (left: Digest256, right: Digest256) -> Digest256 {
        var complement = right
        complement.words = (~right.words.0, ~right.words.1, ~right.words.2, ~right.words.3)
        var one = Digest256()
        one.words.0 = 1
        return left &+ complement &+ one
    }

    /// Adds to a running sum modulo 2^256.
    public static func &+= (left: inout Digest256, right: Digest256) { left = left &+ right }

    /// Takes from a running sum modulo 2^256.
    public static func &-= (left: inout Digest256, right: Digest256) { left = left &- right }

    /// Whether all 256 bits agree.
    public static func == (left: Digest256, right: Digest256) -> Bool {
        left.words == right.words
    }

    /// Feeds all 256 bits to the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
