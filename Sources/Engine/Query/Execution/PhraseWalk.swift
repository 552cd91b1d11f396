import Index

/// Finds out whether a phrase of single terms stands in a field, going from one of its places to the next.
///
/// No place is written down: each term moves on only as far as the others ask for.
struct PhraseWalk {
    /// One term of the phrase.
    private struct Slot {
        let stream: Int
        /// Positions behind the start of the phrase.
        let offset: Int
        /// Where the term stands.
        var position = 0
        /// The numbers of its positions behind that one.
        var rest = 0..<0
    }

    private var slots: [Slot]

    /// A phrase of some terms, each a stream with how far it stands behind the start.
    init(_ terms: [(stream: Int, offset: Int)]) {
        slots = terms.map { Slot(stream: $0.stream, offset: $0.offset) }
    }

    /// Whether the phrase stands in any of these fields of a document; documents must be asked for in ascending order.
    mutating func matches(
        _ document: UInt32,
        mask: UInt32,
        _ streams: inout [TermStream]
    ) throws(IndexFailure) -> Bool {
        var fields = mask
        for slot in slots.indices {
            let stream = slots[slot].stream
            guard try streams[stream].seek(document) else { return false }
            fields &= try streams[stream].mask()
            if fields == 0 { return false }
        }
        while fields != 0 {
            let field = FieldID(rawValue: UInt8(truncatingIfNeeded: fields.trailingZeroBitCount))
            fields &= fields &- 1
            if try stands(in: field, &streams) { return true }
        }
        return false
    }

    private mutating func stands(in field: FieldID, _ streams: inout [TermStream]) throws(IndexFailure) -> Bool {
        for slot in slots.indices {
            let stream = slots[slot].stream
            slots[slot].rest = try streams[stream].positionNumbers(field)
            slots[slot].position = -1
            guard try move(slot, to: 0, &streams[stream]) else { return false }
        }
        var start = slots[0].position - slots[0].offset
        var slot = 1
        while slot < slots.count {
            let wanted = start + slots[slot].offset
            guard try move(slot, to: wanted, &streams[slots[slot].stream]) else { return false }
            if slots[slot].position == wanted {
                slot += 1
                continue
            }
            // The phrase begins there at the earliest, so the first term has to be looked for again.
            let earliest = slots[slot].position - slots[slot].offset + slots[0].offset
            guard try move(0, to: earliest, &streams[slots[0].stream]) else { return false }
            start = slots[0].position - slots[0].offset
            slot = 1
        }
        return true
    }

    /// Moves a term on to the first of its positions that is not below another; false where none is left.
    private mutating func move(_ slot: Int, to position: Int, _ stream: inout TermStream) throws(IndexFailure) -> Bool {
        var (own, rest) = (slots[slot].position, slots[slot].rest)
        while own < position {
            guard rest.lowerBound < rest.upperBound else { return false }
            own += Int(try stream.gap(rest.lowerBound)) + 1
            rest = (rest.lowerBound + 1)..<rest.upperBound
        }
        slots[slot].position = own
        slots[slot].rest = rest
        return true
    }
}
