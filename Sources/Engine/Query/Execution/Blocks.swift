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
    /// The documents of a block; only the last one may be shorter.
    func length(ofBlock block: Int) -> Int {
        min(Self.blockSize, documentCount - block * Self.blockSize)
    }
}
