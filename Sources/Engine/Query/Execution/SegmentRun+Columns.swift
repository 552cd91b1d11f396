import Index

extension SegmentRun {
    /// Marks the documents whose number lies in the range.
    func mark(_ column: NumberColumn, _ range: ClosedRange<Int64>, within: Bitmap?, in result: inout Bitmap) {
        for block in window.blocks {
            let number = Int(block.lowerBound) / NumberColumn.blockSize
            let summary = column.summary(ofBlock: number)
            guard summary.presentCount > 0, summary.minimum <= range.upperBound, summary.maximum >= range.lowerBound
            else { continue }
            let start = Int(block.lowerBound - window.lowerBound)
            let end = start + block.count
            let isWhole = summary.minimum >= range.lowerBound && summary.maximum <= range.upperBound
            if isWhole, summary.presentCount == column.length(ofBlock: number) {
                result.insert(from: start, to: end)
            } else if let within, within.count(from: start, to: end) * 8 < end - start {
                // The first block of a window may begin within one of the column's.
                let first = Int(block.lowerBound) % NumberColumn.blockSize - start
                let test = column.test(range, ofBlock: number)
                result.insert(within, from: start, to: end) { test.holds(first + $0) }
            } else {
                mark(column, range, block, from: start, in: &result)
            }
        }
        if let within { result.formIntersection(within) }
    }

    private func mark(
        _ column: NumberColumn,
        _ range: ClosedRange<Int64>,
        _ block: Range<UInt32>,
        from start: Int,
        in result: inout Bitmap
    ) {
        // A value outside the range stands for a missing one; the full range has no such value and asks each document.
        guard let missing = range.valueOutside else {
            for bit in 0..<block.count where column.value(block.lowerBound + UInt32(bit)) != nil {
                result.insert(start + bit)
            }
            return
        }
        column.fill(block, missing: missing, into: &numbers)
        for bit in 0..<block.count where range.contains(numbers[bit]) { result.insert(start + bit) }
    }

    /// Marks the documents with a label of the set, or with any label when there is no set.
    func mark(_ column: OrdinalColumn, _ set: OrdinalSet?, within: Bitmap?, in result: inout Bitmap) {
        for block in window.blocks {
            let start = Int(block.lowerBound - window.lowerBound)
            let end = start + block.count
            if let within, within.count(from: start, to: end) * 8 < end - start {
                let first = window.lowerBound
                switch set {
                case .range(let range):
                    result.insert(within, from: start, to: end) { column.hasOrdinal(first + UInt32($0), in: range) }
                case .bits(let words):
                    result.insert(within, from: start, to: end) { column.hasOrdinal(first + UInt32($0), among: words) }
                case nil:
                    result.insert(within, from: start, to: end) { column.ordinal(first + UInt32($0)) != nil }
                }
            } else {
                column.fill(block, starts: &starts, ordinals: &ordinals)
                mark(set, count: end - start, from: start, in: &result)
            }
        }
        if let within { result.formIntersection(within) }
    }

    private func mark(_ set: OrdinalSet?, count: Int, from start: Int, in result: inout Bitmap) {
        guard let set else {
            for bit in 0..<count where starts[bit] < starts[bit + 1] { result.insert(start + bit) }
            return
        }
        for bit in 0..<count {
            for place in Int(starts[bit])..<Int(starts[bit + 1]) where set.contains(ordinals[place]) {
                result.insert(start + bit)
                break
            }
        }
    }
}

extension ClosedRange<Int64> {
    /// A value that the range does not hold; nil for the range of all values.
    fileprivate var valueOutside: Int64? {
        if lowerBound > .min { return lowerBound - 1 }
        return upperBound < .max ? upperBound + 1 : nil
    }
}
