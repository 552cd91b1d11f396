/// A JSON text taken apart into nodes, in the order of the text, for ``JSONValue`` to read from.
///
/// Strict: what it takes is JSON of RFC 8259 in UTF-8. It does not take everything that is: names with escapes, numbers
/// beyond 64 bits and texts nested deeper than 200 are left to a general reader, as are all explanations of faults.
///
/// **Shape** An object's node is followed by its members, name and value by turns, an array's by its elements; `next`
/// leads past all of them.
final class JSONText: Sendable {
    /// Why the text was not taken; a general reader says what is wrong with it, if anything is.
    struct Fault: Error {}

    enum Kind: UInt8, Sendable { case object, array, string, escaped, number, yes, no, null }

    struct Node: Sendable {
        let kind: Kind
        /// The bytes of the value; of a string those between the quotation marks.
        let start: Int32
        var end: Int32
        /// The place of the node after this one and all it holds.
        var next: Int32
        /// The first eight bytes of a name; how many elements an array has.
        var lead: UInt64
    }

    let bytes: [UInt8]
    let nodes: [Node]

    /// Takes a text apart.
    ///
    /// - Throws: ``Fault``.
    init(_ bytes: [UInt8]) throws(Fault) {
        guard bytes.count < Int32.max else { throw Fault() }
        do { _ = try UTF8Span(validating: bytes.span) } catch { throw Fault() }
        var parser = JSONParser(bytes)
        try parser.parse()
        self.bytes = bytes
        nodes = parser.nodes
    }

    /// The first eight bytes of a name as one number.
    static func lead(of name: String) -> UInt64 {
        var lead: UInt64 = 0
        var shift: UInt64 = 64
        for byte in name.utf8 {
            shift -= 8
            lead |= UInt64(byte) << shift
            if shift == 0 { break }
        }
        return lead
    }

    /// The place of a member's value; nil when the object has no such member.
    func member(_ name: String, of object: Int) -> Int? {
        let lead = Self.lead(of: name)
        let length = name.utf8.count
        var place = object + 1
        let end = Int(nodes[object].next)
        while place < end {
            let node = nodes[place]
            if node.lead == lead, Int(node.end - node.start) == length,
                length <= 8 || name.utf8.elementsEqual(bytes[Int(node.start)..<Int(node.end)])
            {
                return place + 1
            }
            place = Int(nodes[place + 1].next)
        }
        return nil
    }

    /// A string.
    ///
    /// - Throws: ``Fault`` when the value is none.
    func string(_ place: Int) throws(Fault) -> String {
        let node = nodes[place]
        let range = Int(node.start)..<Int(node.end)
        switch node.kind {
        case .string: return String(decoding: bytes[range], as: UTF8.self)
        case .escaped: return try unescaped(range)
        default: throw Fault()
        }
    }

    /// An integer.
    ///
    /// - Throws: ``Fault`` when the value is none, or too large.
    func integer<Integer: FixedWidthInteger>(_ place: Int) throws(Fault) -> Integer {
        let node = nodes[place]
        guard node.kind == .number,
            let value = Integer(String(decoding: bytes[Int(node.start)..<Int(node.end)], as: UTF8.self))
        else { throw Fault() }
        return value
    }

    private func unescaped(_ range: Range<Int>) throws(Fault) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            // The parser saw that a character follows every backslash.
            let escape = bytes[index]
            index += 1
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                let scalar = try scalar(at: &index, before: range.upperBound)
                result.append(contentsOf: String(Character(scalar)).utf8)
            default: throw Fault()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character of `XXXX` or of a pair `XXXX\uXXXX`.
    private func scalar(at index: inout Int, before end: Int) throws(Fault) -> Unicode.Scalar {
        let first = try unit(at: &index, before: end)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { throw Fault() }
        index += 2
        let second = try unit(at: &index, before: end)
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw Fault() }
        return scalar
    }

    private func unit(at index: inout Int, before end: Int) throws(Fault) -> UInt32 {
        guard index + 4 <= end else { throw Fault() }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32(byte & 0x0F + 9)
            default: throw Fault()
            }
        }
        index += 4
        return value
    }
}
