/// A small deterministic generator (SplitMix64; Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
///
/// Every sample record has a generator of its own, seeded by the run's seed and the record's number, so that record 7
/// is the same whether ten or ten million are made.
struct SampleRandom: RandomNumberGenerator, Sendable {
    /// What a generator is for; records, families and firms must not draw the same numbers.
    enum Purpose: UInt64, Sendable {
        case record, family, firm, change
    }

    private var state: UInt64

    init(seed: UInt64, _ purpose: Purpose, _ number: Int) {
        let stream = UInt64(number) << 2 | purpose.rawValue
        state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ (stream &+ 1) &* 0xD1B5_4A32_D192_ED03
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// A number from 0 up to, not including, `limit`.
    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(max(1, limit)))
    }

    /// A number within a range, each as likely.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in `percent` of 100 draws.
    mutating func chance(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// A number from 0 up to, not including, `limit` by the law of Zipf and Mandelbrot: small ones are more frequent.
    ///
    /// The inverse of the continuous distribution with density 1/(x + flat), which needs no table whatever the limit.
    /// About as many of the first numbers as `flat` says are as likely as the very first; 1 is Zipf's law.
    mutating func skewed(_ limit: Int, flat: Int = 1) -> Int {
        let unit = Double(next() >> 11) * 0x1p-53
        let drawn = Double(flat) * (Self.power(Double(limit + flat) / Double(flat), unit) - 1)
        return min(limit - 1, Int(drawn))
    }

    /// One of a list, each as likely.
    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[below(list.count)]
    }

    /// One of a list, early ones far more often.
    mutating func pickSkewed<Element>(_ list: [Element]) -> Element {
        list[skewed(list.count)]
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// base^exponent for base > 1 and 0 <= exponent < 1 by repeated square roots.
    ///
    /// The same bits on every machine, which the mathematics library of the system does not promise. Sixteen steps
    /// tell 65,536 places apart.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        var result = 1.0
        var root = base
        var rest = exponent
        for _ in 0..<16 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
        }
        return result
    }
}
