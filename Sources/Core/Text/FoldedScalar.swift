/// One character after folding, with the bytes of the original text that it stands for.
///
/// Where one original character becomes several, each of them covers all its bytes; where several become one, that one
/// covers them all.
struct FoldedScalar {
    /// The Unicode scalar value after folding.
    var scalar: UInt32
    /// The first byte in the original text.
    var start: UInt32
    /// The byte after the last one in the original text.
    var end: UInt32
    /// What the character is to the analysis.
    var kind: CharacterKind
}
