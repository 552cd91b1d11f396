/// Pictures made byte by byte.
package enum TestPicture {
    /// A TIFF file of two tones, uncompressed, every other column black (TIFF 6.0, sections 2 and 3).
    package static func tiff(width: Int, height: Int) -> [UInt8] {
        let row = (width + 7) / 8
        let entries: [(UInt16, UInt16, Int)] = [
            (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 0), (273, 4, 8 + 2 + 9 * 12 + 4),
            (277, 3, 1), (278, 4, height), (279, 4, row * height),
        ]
        var bytes: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, UInt8(entries.count), 0]
        for (tag, type, value) in entries {
            bytes += little(Int(tag), 2) + little(Int(type), 2) + little(1, 4) + little(value, 4)
        }
        return bytes + [0, 0, 0, 0] + [UInt8](repeating: 0b1010_1010, count: row * height)
    }

    /// A PNG file of eight bits a sample, its rows stored without compression (at most 65,535 bytes).
    package static func png(width: Int, height: Int, colour: UInt8, rows: [UInt8]) -> [UInt8] {
        let header = big(width, 4) + big(height, 4) + [8, colour, 0, 0, 0]
        // RFC 1950 and RFC 1951: one stored block, then Adler-32.
        var (low, high) = (1, 0)
        for byte in rows {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        let stored: [UInt8] = [0x78, 1, 1] + little(rows.count, 2) + little(~rows.count & 0xFFFF, 2)
        let data = stored + rows + big(high << 16 | low, 4)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("IDAT", data)
            + chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(type.utf8) + data
        var crc: UInt32 = ~0
        for byte in content {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return big(data.count, 4) + content + big(Int(~crc), 4)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }
}
