import Index

/// Finds the dictionary terms that truncated words stand for, over all segments of a snapshot.
///
/// The terms kept are the first ones in byte order of all segments together, so a bounded answer does not depend on how
/// documents are spread over segments.
struct PatternExpansion {
    private struct Key: Hashable {
        var pattern: Pattern
        var fields: FieldMask
    }

    private let snapshot: Snapshot
    private let options: SearchOptions
    private var known: [Key: [[UInt8]]] = [:]
    private(set) var notes: [BoundNote] = []

    init(_ snapshot: Snapshot, _ options: SearchOptions) {
        self.snapshot = snapshot
        self.options = options
    }

    /// The terms of at least one of these fields that match, in byte order.
    mutating func terms(of pattern: Pattern, in fields: FieldMask) throws(IndexFailure) -> [[UInt8]] {
        if let only = pattern.onlyTerm { return [only] }
        let key = Key(pattern: pattern, fields: fields)
        if let terms = known[key] { return terms }
        var found: Set<[UInt8]> = []
        var isCut = false
        for segment in snapshot.segments {
            isCut = try collect(pattern, fields, in: segment, into: &found) || isCut
        }
        var terms = found.sorted { $0.lexicographicallyPrecedes($1) }
        if terms.count > options.maximumExpansion {
            terms.removeLast(terms.count - max(0, options.maximumExpansion))
            isCut = true
        }
        if isCut { notes.append(.expansion(pattern, kept: terms.count)) }
        known[key] = terms
        return terms
    }

    /// Adds the matching terms of one segment, at most one more than may be kept; says whether the scan was cut short.
    private func collect(
        _ pattern: Pattern,
        _ fields: FieldMask,
        in segment: SegmentReader,
        into found: inout Set<[UInt8]>
    ) throws(IndexFailure) -> Bool {
        var matcher = PatternMatcher(pattern)
        let takesAll = pattern.isPurePrefix
        let prefix = pattern.literalPrefix
        // Reserved terms begin with the byte 0 and are no words.
        var cursor = try segment.terms(prefix: prefix, from: prefix.isEmpty ? [1] : prefix)
        var scanned = 0
        var kept = 0
        while try cursor.next() {
            scanned += 1
            if scanned > options.maximumScan { return true }
            guard !cursor.info.fields.isDisjoint(with: fields) else { continue }
            guard takesAll || matcher.matches(cursor.term) else { continue }
            found.insert(cursor.term)
            kept += 1
            if kept > options.maximumExpansion { return false }
        }
        return false
    }
}
