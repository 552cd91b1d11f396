/// One place of a JSON text that is being built.
enum CanonicalSlot {
    case string(String)
    /// A number, `true`, `false` or `null`, as it is written.
    case literal(String)
    case object(CanonicalObject)
    case array(CanonicalArray)
    /// A value in an encoder of its own, finished when it is written.
    case later(CanonicalEncoder)

    /// Appends the canonical text.
    func write(to output: inout [UInt8]) {
        switch self {
        case .string(let string): CanonicalJSON.append(string: string, to: &output)
        case .literal(let text): output.append(contentsOf: text.utf8)
        case .object(let object): object.write(to: &output)
        case .array(let array): array.write(to: &output)
        case .later(let encoder): encoder.slot.write(to: &output)
        }
    }
}

/// The members of an object in the order in which they were set.
final class CanonicalObject {
    var members: [(key: String, slot: CanonicalSlot)] = []

    /// Appends the members sorted; of a name that was set twice the last one counts.
    func write(to output: inout [UInt8]) {
        let order = members.indices.sorted { left, right in
            let (first, second) = (members[left].key, members[right].key)
            return Self.isEqual(first, second) ? left < right : Self.precedes(first, second)
        }
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for (position, index) in order.enumerated() {
            let isOverwritten =
                position + 1 < order.count && Self.isEqual(members[index].key, members[order[position + 1]].key)
            guard !isOverwritten else { continue }
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            CanonicalJSON.append(string: members[index].key, to: &output)
            output.append(UInt8(ascii: ":"))
            members[index].slot.write(to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    /// Equality of code units; `==` of strings would take two spellings of one letter for the same name.
    private static func isEqual(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    /// Order of UTF-16 code units, which differs from that of UTF-8 beyond U+FFFF.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf16.lexicographicallyPrecedes(right.utf16)
    }
}

/// The elements of an array.
final class CanonicalArray {
    var slots: [CanonicalSlot] = []

    /// Appends the elements in order.
    func write(to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, slot) in slots.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            slot.write(to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }
}
