/// Takes a JSON text apart into nodes.
struct JSONParser {
    private(set) var nodes: [JSONText.Node] = []
    private let bytes: [UInt8]
    private var index = 0

    /// How deep values may be nested.
    private static let deepest = 200

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 12)
    }

    /// Reads one value and nothing after it.
    ///
    /// - Throws: `JSONText.Fault`.
    mutating func parse() throws(JSONText.Fault) {
        try value(depth: 0)
        skipBlanks()
        guard index == bytes.count else { throw JSONText.Fault() }
    }

    private mutating func value(depth: Int) throws(JSONText.Fault) {
        guard depth < Self.deepest else { throw JSONText.Fault() }
        skipBlanks()
        guard index < bytes.count else { throw JSONText.Fault() }
        switch bytes[index] {
        case UInt8(ascii: "\""): try string(isName: false)
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number()
        }
    }

    // MARK: Structures

    private mutating func object(depth: Int) throws(JSONText.Fault) {
        let place = begin(.object)
        guard try !ends(UInt8(ascii: "}")) else { return close(place) }
        repeat {
            skipBlanks()
            try string(isName: true)
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw JSONText.Fault() }
            try value(depth: depth + 1)
        } while try goesOn(until: UInt8(ascii: "}"))
        close(place)
    }

    private mutating func array(depth: Int) throws(JSONText.Fault) {
        let place = begin(.array)
        guard try !ends(UInt8(ascii: "]")) else { return close(place) }
        var count: UInt64 = 0
        repeat {
            try value(depth: depth + 1)
            count += 1
        } while try goesOn(until: UInt8(ascii: "]"))
        nodes[place].lead = count
        close(place)
    }

    private mutating func begin(_ kind: JSONText.Kind) -> Int {
        nodes.append(JSONText.Node(kind: kind, start: Int32(index), end: 0, next: 0, lead: 0))
        index += 1
        return nodes.count - 1
    }

    private mutating func close(_ place: Int) {
        nodes[place].end = Int32(index)
        nodes[place].next = Int32(nodes.count)
    }

    private mutating func ends(_ sign: UInt8) throws(JSONText.Fault) -> Bool {
        skipBlanks()
        return take(sign)
    }

    private mutating func goesOn(until sign: UInt8) throws(JSONText.Fault) -> Bool {
        skipBlanks()
        if take(UInt8(ascii: ",")) { return true }
        guard take(sign) else { throw JSONText.Fault() }
        return false
    }

    // MARK: Values

    private mutating func string(isName: Bool) throws(JSONText.Fault) {
        guard take(UInt8(ascii: "\"")) else { throw JSONText.Fault() }
        let start = index
        var kind = JSONText.Kind.string
        while true {
            guard index < bytes.count else { throw JSONText.Fault() }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            guard byte >= 0x20 else { throw JSONText.Fault() }
            if byte == UInt8(ascii: "\\") {
                guard !isName, index + 1 < bytes.count else { throw JSONText.Fault() }
                kind = .escaped
                index += 1
            }
            index += 1
        }
        append(kind, from: start, lead: isName ? lead(start..<index) : 0)
        index += 1
    }

    private func lead(_ range: Range<Int>) -> UInt64 {
        var lead: UInt64 = 0
        var shift: UInt64 = 64
        for byte in bytes[range].prefix(8) {
            shift -= 8
            lead |= UInt64(byte) << shift
        }
        return lead
    }

    private mutating func word(_ word: StaticString, _ kind: JSONText.Kind) throws(JSONText.Fault) {
        let start = index
        for scalar in word.description.utf8 {
            guard take(scalar) else { throw JSONText.Fault() }
        }
        append(kind, from: start, lead: 0)
    }

    private mutating func number() throws(JSONText.Fault) {
        let start = index
        _ = take(UInt8(ascii: "-"))
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[index - whole] != UInt8(ascii: "0") else { throw JSONText.Fault() }
        if take(UInt8(ascii: ".")), digits() == 0 { throw JSONText.Fault() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw JSONText.Fault() }
        }
        append(.number, from: start, lead: 0)
    }

    private mutating func digits() -> Int {
        let start = index
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        return index - start
    }

    private mutating func append(_ kind: JSONText.Kind, from start: Int, lead: UInt64) {
        nodes.append(
            JSONText.Node(
                kind: kind,
                start: Int32(start),
                end: Int32(index),
                next: Int32(nodes.count + 1),
                lead: lead
            )
        )
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }
}
