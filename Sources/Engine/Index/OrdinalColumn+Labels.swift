import Bytes

extension OrdinalColumn {
    /// The label of an ordinal; nil when there is no such ordinal.
    public func label(_ ordinal: UInt32) -> [UInt8]? {
        guard ordinal < labelCount else { return nil }
        return file.mapped.bytes(place(Int(ordinal)))
    }

    /// The ordinal of a label; nil when no document of the segment has it.
    public func ordinal(ofLabel label: [UInt8]) -> UInt32? {
        let rank = firstRank { compare($0, label) >= 0 }
        guard rank < labelCount else { return nil }
        let ordinal = self.ordinal(ofRank: rank)
        return file.mapped.compare(place(ordinal), with: label) == 0 ? UInt32(ordinal) : nil
    }

    /// The ordinals whose labels start with a prefix; only in lexicographic order they are a range.
    ///
    /// Nil in frequency order: ask `ordinals(withPrefix:)`.
    public func range(withPrefix prefix: [UInt8]) -> Range<UInt32>? {
        guard order == .lexicographic else { return nil }
        let ranks = ranks(withPrefix: prefix)
        return UInt32(ranks.lowerBound)..<UInt32(ranks.upperBound)
    }

    /// The ordinals whose labels lie between two labels, both included; nil in frequency order.
    public func range(from low: [UInt8], through high: [UInt8]) -> Range<UInt32>? {
        guard order == .lexicographic else { return nil }
        let start = firstRank { compare($0, low) >= 0 }
        let end = firstRank { compare($0, high) > 0 }
        return UInt32(start)..<UInt32(max(start, end))
    }

    /// The ordinals whose labels start with a prefix, ascending, in either order.
    public func ordinals(withPrefix prefix: [UInt8]) -> [UInt32] {
        ranks(withPrefix: prefix).map { UInt32(ordinal(ofRank: $0)) }.sorted()
    }

    private func ranks(withPrefix prefix: [UInt8]) -> Range<Int> {
        let start = firstRank { compare($0, prefix) >= 0 }
        let end = firstRank { rank in
            let place = place(ordinal(ofRank: rank))
            let head = place.lowerBound..<min(place.upperBound, place.lowerBound + prefix.count)
            return file.mapped.compare(head, with: prefix) > 0
        }
        return start..<max(start, end)
    }

    /// The first place in the order of labels at which something holds that then holds for all after it.
    private func firstRank(_ holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = labelCount
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func compare(_ rank: Int, _ label: [UInt8]) -> Int {
        file.mapped.compare(place(ordinal(ofRank: rank)), with: label)
    }

    /// The ordinal of the label that has a place in the order of labels.
    func ordinal(ofRank rank: Int) -> Int {
        guard let sorted else { return rank }
        return min(Int(truncatingIfNeeded: sorted[rank] & UInt64(UInt32.max)), max(0, labelCount - 1))
    }

    private func place(_ ordinal: Int) -> Range<Int> {
        let start = min(Int(truncatingIfNeeded: labelEnds[ordinal] & UInt64(Int.max >> 1)), file.mapped.count)
        let end = min(Int(truncatingIfNeeded: labelEnds[ordinal + 1] & UInt64(Int.max >> 1)), file.mapped.count)
        return labels + start..<labels + max(start, end)
    }
}
