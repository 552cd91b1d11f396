/// What the folding of one code point is, packed into 32 bits.
///
/// **Shape** bits 0-20 the folded scalar, bits 21-25 its kind, bit 26 "joins what stands before", bit 27 "becomes none
/// or several".
struct FoldEntry {
    let bits: UInt32

    init(_ bits: UInt32) { self.bits = bits }

    init(scalar: UInt32, kind: CharacterKind, extends: Bool = false, isComplex: Bool = false) {
        bits = scalar | UInt32(kind.rawValue) << 21 | (extends ? 1 << 26 : 0) | (isComplex ? 1 << 27 : 0)
    }

    var scalar: UInt32 { bits & 0x1F_FFFF }

    var kind: CharacterKind { CharacterKind(rawValue: UInt8(truncatingIfNeeded: bits >> 21) & 0x1F) ?? .separator }

    /// The character may change, or vanish into, what stands before it: the two are folded together.
    var extends: Bool { bits & (1 << 26) != 0 }

    /// The character folds to none or to several.
    var isComplex: Bool { bits & (1 << 27) != 0 }

    /// Neither of the two slow cases.
    var isSimple: Bool { bits & (3 << 26) == 0 }
}
