import Index

extension Range<UInt32> {
    /// The blocks of 4,096 documents of this window, the first and the last perhaps cut.
    var blocks: some Sequence<Range<UInt32>> {
        sequence(state: lowerBound) { lower in
            guard lower < upperBound else { return nil }
            defer { lower = blockEnd(after: lower) }
            return lower..<blockEnd(after: lower)
        }
    }

    /// Where the block of 4,096 documents around a document ends, cut to this window.
    private func blockEnd(after document: UInt32) -> UInt32 {
        let size = UInt32(NumberColumn.blockSize)
        return Swift.min((document / size + 1) * size, upperBound)
    }
}

extension NumberColumn {
    /// Whether some document of a window may have a number of a range, as far as the blocks' least and greatest tell.
    func mayHold(_ range: ClosedRange<Int64>, in window: Range<UInt32>) -> Bool {
        window.blocks.contains { block in
            let summary = summary(ofBlock: Int(block.lowerBound) / Self.blockSize)
            return summary.presentCount > 0 && summary.minimum <= range.upperBound
                && summary.maximum >= range.lowerBound
        }
    }

    /// The documents of a block; only the last one may be shorter.
    func length(ofBlock block: Int) -> Int {
        min(Self.blockSize, documentCount - block * Self.blockSize)
    }
}
