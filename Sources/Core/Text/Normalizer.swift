import CICU

/// ICU's normalisation of short sequences of scalars, and the dropping of marks.
enum Normalizer {
    /// The longest sequence that is folded at once; longer ones are folded in pieces.
    static let maximumScalars = 64

    /// NFKC case folding without default ignorables, marks dropped, letters composed again; no simplification.
    static func fold(_ scalars: [UInt32]) -> [UInt32] {
        let folded = run(Int32(CICU_NFKC_CASEFOLD), scalars)
        // Everything below U+00C0 is its own decomposition.
        guard folded.contains(where: { $0 >= 0xC0 }) else { return folded }
        let parts = inPieces(folded, Int32(CICU_NFD))
        let kept = parts.filter { !isDroppedMark($0) }.map(CharacterRules.baseLetter)
        return inPieces(kept, Int32(CICU_NFC))
    }

    /// Whether a character is folded together with what stands before it.
    static func extends(_ scalar: UInt32) -> Bool {
        !cicu_has_boundary_before(scalar)
    }

    /// Marks above, below and through letters, points and harakat; not the voicing marks of kana, nuktas or viramas.
    private static func isDroppedMark(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x300 else { return false }
        switch cicu_combining_class(scalar) {
        case 1, 10...36, 200...240: return true
        default: return false
        }
    }

    private static func inPieces(_ scalars: [UInt32], _ form: Int32) -> [UInt32] {
        guard scalars.count > maximumScalars else { return run(form, scalars) }
        var result: [UInt32] = []
        for start in stride(from: 0, to: scalars.count, by: maximumScalars) {
            result += run(form, Array(scalars[start..<min(start + maximumScalars, scalars.count)]))
        }
        return result
    }

    private static func run(_ form: Int32, _ scalars: [UInt32]) -> [UInt32] {
        let capacity = scalars.count * 18 + 18
        var output = [UInt32](repeating: 0, count: capacity)
        // The function reads `scalars.count` scalars and writes at most `capacity`.
        let written = unsafe cicu_normalize(form, scalars, Int32(scalars.count), &output, Int32(capacity))
        guard written >= 0 else { return scalars }
        output.removeLast(capacity - Int(written))
        return output
    }
}
