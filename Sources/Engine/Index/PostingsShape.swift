/// Which parts the list of a term has, by the documents that have the term and those of the segment.
struct PostingsShape: Sendable {
    /// The documents that share one peak.
    static let rangeLength = 256
    /// Lists of fewer documents are written as varints and nothing else.
    static let shortList = 8
    /// From one document in so many on, a list has its documents as a bitmap too.
    private static let denseShare = 16

    /// Whether the list is written as varints.
    let isShort: Bool
    /// The blocks of postings; 1 for a short list.
    let blockCount: Int
    /// The words of the bitmap; 0 where there is none.
    let wordCount: Int
    /// The peaks of ranges; 0 where there are none.
    let rangeCount: Int

    init(documentFrequency: Int, documentCount: Int) {
        isShort = documentFrequency < PostingsShape.shortList
        blockCount = (documentFrequency + PostingsCursor.blockSize - 1) / PostingsCursor.blockSize
        let isDense = !isShort && documentFrequency * PostingsShape.denseShare >= documentCount
        wordCount = isDense ? (documentCount + 63) / 64 : 0
        let ranges = PostingsShape.rangeCount(documentCount)
        rangeCount = !isShort && documentFrequency >= ranges ? ranges : 0
    }

    /// The ranges of so many documents, the last one perhaps shorter.
    static func rangeCount(_ documentCount: Int) -> Int { (documentCount + rangeLength - 1) / rangeLength }

    /// The bytes in front of the skip entries.
    var headLength: Int { isShort ? 0 : 1 + 8 * wordCount + rangeCount }
    /// The bytes of the skip entries.
    var skipLength: Int { blockCount > 1 ? blockCount * PostingsShape.skipSize : 0 }

    static let skipSize = 16
    /// The bytes in front of the gaps of a block.
    static let blockHead = 5
}
