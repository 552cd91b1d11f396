import Index

extension Range<UInt32> {
    /// Where the block of 4,096 documents around a document ends, cut to this window.
    func blockEnd(after document: UInt32) -> UInt32 {
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
