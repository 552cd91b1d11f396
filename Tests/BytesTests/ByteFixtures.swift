import Bytes
import Foundation

/// A path for one test at which nothing stands yet; what then stands there is removed afterwards.
func withPath<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "huizhi-bytes-" + UUID().uuidString
    // What cannot be removed stays in a temporary folder and disturbs no other test.
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

/// A mapped file with some bytes.
func withFile<Result>(_ bytes: [UInt8], _ body: (MappedFile) throws -> Result) throws -> Result {
    try withPath { path in
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try body(try MappedFile(path))
    }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
