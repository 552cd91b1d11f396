/// Compares bytes with a part of other bytes: negative, 0 or positive as the first are less, equal or greater.
func compareBytes(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let common = min(left.count, right.count)
    var index = 0
    while index < common {
        let difference = Int(left[index]) - Int(right[index])
        if difference != 0 { return difference }
        index += 1
    }
    return left.count - right.count
}

/// The hash of an identifier as it stands on disk: FNV-1a of 64 bits, mixed once more.
///
/// Source: draft-eastlake-fnv for the constants; the mixing steps are those of the 64-bit murmur finaliser.
func stableHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
}
