/// A truncated word: folded bytes with gaps between them, to be matched against whole terms.
///
/// A gap counts characters. The pattern never stands for a term that begins with the byte 0 (stems and joined terms).
public struct TermPattern: Sendable, Hashable {
    /// One part of a pattern.
    public enum Element: Sendable, Hashable {
        /// These bytes exactly.
        case bytes([UInt8])
        /// Exactly one character.
        case one
        /// Any number of characters, none too, up to `maximum` where given.
        case any(maximum: Int?)
    }

    /// The parts in order; neighbouring bytes are one part.
    public let elements: [Element]

    /// Makes a pattern from its parts.
    public init(_ elements: [Element]) {
        var merged: [Element] = []
        for element in elements {
            if case .bytes(let more) = element, case .bytes(let bytes) = merged.last {
                merged[merged.count - 1] = .bytes(bytes + more)
            } else {
                merged.append(element)
            }
        }
        self.elements = merged
    }

    /// The bytes with which every term begins that matches; empty when the pattern begins with a gap.
    public var literalPrefix: [UInt8] {
        if case .bytes(let bytes) = elements.first { bytes } else { [] }
    }

    /// The term itself, when the pattern has no gap.
    var onlyTerm: [UInt8]? {
        guard elements.count == 1, case .bytes(let bytes) = elements[0] else { return nil }
        return bytes
    }

    /// The pattern with its only term cut as terms of an index are.
    func limited(to maximumBytes: Int) -> TermPattern {
        guard let term = onlyTerm, term.count > maximumBytes - 3 else { return self }
        var bytes: [UInt8] = []
        for scalar in String(decoding: term, as: UTF8.self).unicodeScalars where bytes.count + 4 <= maximumBytes {
            UTF8Bytes.append(scalar.value, to: &bytes)
        }
        return TermPattern([.bytes(bytes)])
    }

    /// Whether the whole term matches.
    ///
    /// **Cost** O(elements x length squared) at worst: no backtracking.
    public func matches(_ term: some RandomAccessCollection<UInt8>) -> Bool {
        guard let first = term.first, first != 0 else { return false }
        let term = Array(term)
        var reached: Set<Int> = [0]
        for element in elements {
            var next: Set<Int> = []
            for start in reached { Self.advance(element, from: start, in: term, to: &next) }
            if next.isEmpty { return false }
            reached = next
        }
        return reached.contains(term.count)
    }

    private static func advance(_ element: Element, from start: Int, in term: [UInt8], to ends: inout Set<Int>) {
        switch element {
        case .bytes(let bytes):
            if term[start...].starts(with: bytes) { ends.insert(start + bytes.count) }
        case .one:
            if let end = characterEnd(start, in: term) { ends.insert(end) }
        case .any(let maximum):
            var offset = start
            var left = maximum ?? Int.max
            ends.insert(offset)
            while left > 0, let end = characterEnd(offset, in: term) {
                ends.insert(end)
                offset = end
                left -= 1
            }
        }
    }

    private static func characterEnd(_ start: Int, in term: [UInt8]) -> Int? {
        guard start < term.count else { return nil }
        var end = start + 1
        while end < term.count, term[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
