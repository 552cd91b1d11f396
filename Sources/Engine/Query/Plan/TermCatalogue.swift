import Index

/// What the dictionaries of a snapshot say of the terms of one search, each asked once per segment.
///
/// For one thread: every search makes its own.
final class TermCatalogue {
    /// The segments of the snapshot; other calls name them by their place here.
    let segments: [SegmentReader]

    /// The row of each term in `entries`.
    private var rows: [[UInt8]: Int] = [:]
    /// Row by row one entry per segment; nil where the segment lacks the term.
    private var entries: [TermInfo?] = []

    init(_ snapshot: Snapshot) {
        segments = snapshot.segments
    }

    /// The entry of a term in one segment; nil when it lacks the term.
    func entry(of term: [UInt8], in segment: Int) throws(IndexFailure) -> TermInfo? {
        entries[try row(of: term) + segment]
    }

    /// The documents with a term, deleted ones included, over all segments.
    func documentFrequency(of term: [UInt8]) throws(IndexFailure) -> Int {
        let row = try row(of: term)
        return entries[row..<row + segments.count].reduce(0) { $0 + ($1?.documentFrequency ?? 0) }
    }

    /// Takes over entries found elsewhere, one per segment.
    func remember(_ term: [UInt8], _ found: [TermInfo?]) {
        guard rows[term] == nil else { return }
        rows[term] = entries.count
        entries += found
    }

    private func row(of term: [UInt8]) throws(IndexFailure) -> Int {
        if let row = rows[term] { return row }
        var found: [TermInfo?] = []
        for segment in segments { found.append(try segment.term(term)) }
        let row = entries.count
        rows[term] = row
        entries += found
        return row
    }
}
