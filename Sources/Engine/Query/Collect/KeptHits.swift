import Index

/// The hits of one segment, kept for a second pass over them.
///
/// **Cost** Of each window 4 bytes a hit where there are few, else one bit a document.
struct KeptHits {
    /// Documents handed out at once where windows have few of them.
    private static let partLength = 4_096

    /// The hits of the windows that have few, ascending.
    private var listed: [UInt32] = []
    /// The other windows.
    private var windows: [(documents: Range<UInt32>, hits: Bitmap)] = []
    /// How many hits there are.
    private(set) var count = 0

    /// Keeps the hits of a window that has few of them.
    mutating func add(_ documents: [UInt32]) {
        listed += documents
        count += documents.count
    }

    /// Keeps the hits of a window, which are so many.
    mutating func add(_ hits: Bitmap, count: Int, in window: Range<UInt32>) {
        windows.append((window, hits))
        self.count += count
    }

    /// Calls with each hit once, some thousands at a time, each time ascending; never with none.
    ///
    /// - Parameter body: Returns whether it wants more.
    /// - Returns: False when the body wanted no more.
    /// - Throws: What the body throws.
    func forEachPart(_ body: ([UInt32]) throws(SearchFailure) -> Bool) throws(SearchFailure) -> Bool {
        for start in stride(from: 0, to: listed.count, by: Self.partLength) {
            guard try body(Array(listed[start..<min(start + Self.partLength, listed.count)])) else { return false }
        }
        var blockHits = Bitmap(length: 0)
        var documents: [UInt32] = []
        for (window, hits) in windows {
            for block in window.blocks {
                blockHits.copy(hits, block, of: window)
                blockHits.list(from: block.lowerBound, into: &documents)
                if documents.isEmpty { continue }
                guard try body(documents) else { return false }
            }
        }
        return true
    }
}
