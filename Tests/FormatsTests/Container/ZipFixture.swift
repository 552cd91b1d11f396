/// Writes zip files without compression, so that tests know every byte.
struct ZipFixture {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0
    /// Whether names are marked as UTF-8.
    private let marksNames: Bool

    init(marksNames: Bool = true) {
        self.marksNames = marksNames
    }

    /// A zip file of some texts by name.
    static func bytes(_ members: [(String, String)]) -> [UInt8] {
        var zip = ZipFixture()
        for (name, text) in members { zip.add(Array(name.utf8), Array(text.utf8)) }
        return zip.finished
    }

    mutating func add(_ name: [UInt8], _ content: [UInt8], flags: UInt16 = 0) {
        let flags = flags | (marksNames ? 0x0800 : 0)
        var facts: [UInt8] = []
        for field in [20, flags, 0, 0, 0x21] { facts += Self.little(field) }
        facts += Self.little(Self.checksum(content))
        facts += Self.little(UInt32(content.count)) + Self.little(UInt32(content.count))
        facts += Self.little(UInt16(name.count)) + Self.little(UInt16(0))
        directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20)) + facts
        directory += Array(repeating: 0, count: 10) + Self.little(UInt32(bytes.count)) + name
        bytes += Self.little(UInt32(0x0403_4B50)) + facts + name + content
        count += 1
    }

    var finished: [UInt8] {
        var end = Self.little(UInt32(0x0605_4B50)) + [0, 0, 0, 0]
        end += Self.little(count) + Self.little(count)
        end += Self.little(UInt32(directory.count)) + Self.little(UInt32(bytes.count)) + [0, 0]
        return bytes + directory + end
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in content {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}
