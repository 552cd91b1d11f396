/// What a PNG file says of itself (W3C Portable Network Graphics, third edition, sections 5 and 11.2.1).
enum PNGFile {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Width and height in pixels; nil where the bytes do not begin as a PNG file does.
    static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 24, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else {
            return nil
        }
        return (number(bytes, at: 16), number(bytes, at: 20))
    }

    /// Whether the bytes are a PNG file that lacks its end: libraries read such a one without a word.
    static func isCut(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: signature) else { return false }
        var place = signature.count
        // A chunk is the length of its data, its type, the data and a checksum.
        while place + 12 <= bytes.count {
            if bytes[place + 4..<place + 8].elementsEqual("IEND".utf8) { return false }
            place += 12 + number(bytes, at: place)
        }
        return true
    }

    private static func number(_ bytes: [UInt8], at place: Int) -> Int {
        bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
