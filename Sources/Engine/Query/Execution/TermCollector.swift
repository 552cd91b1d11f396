import Index

/// Collects the documents of many terms of one segment, one term after another.
struct TermCollector {
    /// The documents so far, one bit each.
    private(set) var documents: Bitmap

    private let segment: SegmentReader
    private let mask: UInt32
    /// Kept from term to term for its memory.
    private var cursor: PostingsCursor?

    init(_ segment: SegmentReader, _ fields: FieldMask) {
        self.segment = segment
        mask = fields.rawValue
        documents = Bitmap(length: segment.documentCount)
    }

    /// Adds the documents that have a term in one of the fields.
    mutating func add(_ info: TermInfo) throws(IndexFailure) {
        var cursor: PostingsCursor
        if let kept = self.cursor.take() {
            cursor = kept
            try segment.restart(&cursor, with: info)
        } else {
            cursor = try segment.postings(info)
        }
        let isInAnyField = info.fields.rawValue & ~mask == 0
        while try cursor.nextBlock() {
            if isInAnyField {
                documents.insert(cursor.documents, in: 0..<cursor.count, first: 0)
            } else {
                try cursor.loadMasks()
                documents.insert(cursor.documents, masks: cursor.masks, in: 0..<cursor.count, mask: mask, first: 0)
            }
        }
        self.cursor = cursor
    }
}
