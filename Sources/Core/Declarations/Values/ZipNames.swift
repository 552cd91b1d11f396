/// The names of the parts of a zip file; nothing is unpacked.
enum ZipNames {
    /// The most parts that are read; a file with more has none.
    static let most = 10_000

    /// The names in the central directory; none where there is no directory, or it is not as it should be.
    ///
    /// **Source** APPNOTE.TXT of PKWARE, sections 4.3.12 and 4.3.16.
    static func all(in bytes: [UInt8]) -> Set<String> {
        // The directory ends the file, but for a comment of up to 65,535 bytes.
        let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        guard bytes.count >= 22 else { return [] }
        let first = max(0, bytes.count - 22 - 65_535)
        guard
            let place = stride(from: bytes.count - 22, through: first, by: -1).first(where: {
                bytes[$0..<$0 + 4].elementsEqual(end)
            })
        else { return [] }
        let count = number(2, at: place + 10, of: bytes)
        guard count <= most else { return [] }
        var next = number(4, at: place + 16, of: bytes)
        var names: Set<String> = []
        for _ in 0..<count {
            guard next + 46 <= bytes.count, bytes[next..<next + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else {
                return []
            }
            let length = number(2, at: next + 28, of: bytes)
            guard next + 46 + length <= bytes.count else { return [] }
            names.insert(String(decoding: bytes[(next + 46)..<(next + 46 + length)], as: UTF8.self))
            next += 46 + length + number(2, at: next + 30, of: bytes) + number(2, at: next + 32, of: bytes)
        }
        return names
    }

    /// A number of some bytes, the least first.
    private static func number(_ count: Int, at place: Int, of bytes: [UInt8]) -> Int {
        (0..<count).reduce(0) { $0 + Int(bytes[place + $1]) << (8 * $1) }
    }
}
