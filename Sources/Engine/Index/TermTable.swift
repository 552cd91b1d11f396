/// Gives byte strings numbers from 0 in the order in which they first come.
struct TermTable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// Number plus 1 of the string whose hash leads here, 0 for none; a power of two long.
    private var slots = [UInt32](repeating: 0, count: 64)

    var count: Int { ends.count }

    /// The memory the strings and their places take.
    var byteCount: Int { bytes.count + 8 * ends.count + 4 * slots.count }

    /// The number of a string that is a part of other bytes, a new one if it was not there.
    mutating func insert(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
        let hash = TermTable.hash(source, range)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot] - 1)
            if hashes[number] == hash, equals(number, source, range) { return UInt32(number) }
            slot = (slot + 1) & mask
        }
        bytes.append(contentsOf: source[range])
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        slots[slot] = UInt32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return UInt32(ends.count - 1)
    }

    /// The number of a string; nil when it is not there.
    func number(of string: [UInt8]) -> UInt32? {
        let hash = TermTable.hash(string, 0..<string.count)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot] - 1)
            if hashes[number] == hash, equals(number, string, 0..<string.count) { return UInt32(number) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The string of a number.
    func string(_ number: Int) -> [UInt8] { Array(bytes[range(number)]) }

    /// The numbers in the order of their strings.
    func sorted() -> [UInt32] {
        (0..<UInt32(count)).sorted { precedes(Int($0), Int($1)) }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = 0 }
    }

    func precedes(_ left: Int, _ right: Int) -> Bool {
        let first = range(left)
        let second = range(right)
        for offset in 0..<min(first.count, second.count) {
            let bytes = (bytes[first.lowerBound + offset], bytes[second.lowerBound + offset])
            if bytes.0 != bytes.1 { return bytes.0 < bytes.1 }
        }
        return first.count < second.count
    }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    private func equals(_ number: Int, _ source: [UInt8], _ other: Range<Int>) -> Bool {
        let own = range(number)
        guard own.count == other.count else { return false }
        for offset in 0..<own.count where bytes[own.lowerBound + offset] != source[other.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// FNV-1a of 32 bits, mixed, because only its low bits choose a slot.
    private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for index in range { hash = (hash ^ UInt32(source[index])) &* 0x0100_0193 }
        hash = (hash ^ hash >> 16) &* 0x85EB_CA6B
        return hash ^ hash >> 13
    }
}
