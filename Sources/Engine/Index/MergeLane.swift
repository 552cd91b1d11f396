import Bytes

/// One segment of a merge: its terms, and the postings of the current term under the new numbers of live documents.
struct MergeLane {
    /// The terms; the current one has not been passed yet.
    var terms: TermCursor
    /// The new number of the current document.
    private(set) var document: UInt32 = 0

    private let source: SegmentReader
    private let newOf: [UInt32]
    private var cursor: PostingsCursor

    /// Starts at the first term; nil when there is none.
    ///
    /// `newOf` holds for each document of the segment its new number, the greatest number for deleted ones.
    init?(_ source: SegmentReader, _ newOf: [UInt32]) throws(IndexFailure) {
        self.source = source
        self.newOf = newOf
        terms = try source.terms()
        guard try terms.next() else { return nil }
        cursor = try source.postings(terms.info)
    }

    /// Goes to the first live document of the current term; false when it has none.
    mutating func startTerm() throws(IndexFailure) -> Bool {
        try source.restart(&cursor, with: terms.info)
        return try advance()
    }

    /// Goes to the next live document of the current term; false after the last one.
    mutating func advance() throws(IndexFailure) -> Bool {
        while try cursor.next() {
            document = newOf[Int(cursor.document)]
            if document != .max { return true }
        }
        return false
    }

    /// Writes the current document.
    mutating func write(_ postings: inout PostingsWriter) throws(IndexFailure) {
        try cursor.loadPositionStarts()
        try postings.startDocument(document)
        var rest = cursor.masks[cursor.index]
        var place = Int(cursor.codeStarts[cursor.index])
        while rest != 0 {
            postings.addField(UInt32(rest.trailingZeroBitCount), code: cursor.codes[place])
            let numbers = cursor.positionState.numbers(ofCode: place)
            try cursor.forEachChunk(of: numbers) { (gaps, places) in postings.addGaps(gaps[places]) }
            rest &= rest - 1
            place += 1
        }
    }
}
