/// The limits of a searcher.
public struct SearchOptions: Sendable, Hashable {
    /// Terms that one truncated word may stand for; default 10,000; the first ones in byte order are kept.
    public var maximumExpansion: Int
    /// Dictionary terms looked at per segment for one truncated word; default 20,000,000.
    public var maximumScan: Int
    /// Forms of one word that are scored; default 256; the most frequent ones are kept; all of them match.
    public var maximumScoredForms: Int
    /// Spans kept for one part of a proximity query in one field of one document; default 100,000.
    public var maximumSpans: Int
    /// Buckets of one histogram; default 100,000; the least buckets are kept.
    public var maximumBuckets: Int
    /// Documents matched at once, rounded up to a multiple of 64; default 65,536.
    ///
    /// Deadlines and cancellation are looked at in between.
    public var windowLength: Int
    /// Hits, or labels of one facet, in one answer; default 1,000,000.
    public var maximumLimit: Int
    /// Cells of one matrix, 8 bytes each; default 1,000,000; where numbers stand along a side, the least buckets are kept.
    public var maximumCells: Int

    /// Makes options; every limit has a default.
    public init(
        maximumExpansion: Int = 10_000,
        maximumScan: Int = 20_000_000,
        maximumScoredForms: Int = 256,
        maximumSpans: Int = 100_000,
        maximumBuckets: Int = 100_000,
        windowLength: Int = 65_536,
        maximumLimit: Int = 1_000_000,
        maximumCells: Int = 1_000_000
    ) {
        self.maximumExpansion = maximumExpansion
        self.maximumScan = maximumScan
        self.maximumScoredForms = maximumScoredForms
        self.maximumSpans = maximumSpans
        self.maximumBuckets = maximumBuckets
        self.windowLength = windowLength
        self.maximumLimit = maximumLimit
        self.maximumCells = maximumCells
    }

    /// The window length in use: a multiple of 64 from 64 to 2^30, so that windows begin at whole words of bits.
    var alignedWindowLength: UInt32 {
        UInt32((min(max(1, windowLength), 1 << 30) + 63) & ~63)
    }
}
