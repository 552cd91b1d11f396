/// The greatest weight that a term has in some documents, as one byte.
///
/// The weight of a term in a document is the frequency of BM25F before it saturates: for each text field the occurrences
/// times the field's weight by 1 - b + b x length / average length, summed. A peak is never below any of the weights that
/// it stands for; 0 stands for no document at all.
public enum Peak {
    /// How strongly the length of a field counts in peaks (b); a search that takes another still finds bounds.
    public static let lengthNormalisation = 0.75

    /// By code the least number that is not below what the code stands for: 0, then from 1/256 on in steps of a sixteenth
    /// of an octave, at last everything.
    public static let values: [Double] = {
        var values = [0.0]
        var octave = 1.0 / 256
        // 2 to the power of 1/16, rounded up, so that steps are never too small.
        let step = 1.044273782427414
        while values.count < 255 {
            var value = octave
            for _ in 0..<16 where values.count < 255 {
                values.append(value)
                value *= step
            }
            octave *= 2
        }
        return values + [.infinity]
    }()

    /// The greatest code of a single posting.
    public static let greatestHalf = 128

    /// By the code of a single posting the least number that is not below its weight: every other one of `values`.
    public static let halves: [Double] = (0...greatestHalf).map { values[min(2 * $0, 255)] }

    /// The least code whose value is not below a weight above 0.
    static func code(_ weight: Double) -> UInt8 {
        guard weight > values[1] else { return 1 }
        guard weight <= values[254] else { return 255 }
        // The octave, and as many sixteenths as a straight line from octave to octave says: never too many.
        let sixteenths = Int(weight.bitPattern >> 48) - Int(values[1].bitPattern >> 48)
        var code = 1 + sixteenths
        while values[code] < weight { code += 1 }
        return UInt8(code)
    }

    /// The code of a single posting, in eighths of an octave, by that of its weight.
    static func half(_ code: UInt8) -> UInt8 { code / 2 + code % 2 }
}
