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

    /// The terms met while the dictionaries are read.
    private struct Found {
        /// One entry per segment.
        var entries: [[UInt8]: [TermInfo?]] = [:]
        /// The terms that stand in one of the fields asked for, in some segment.
        var wanted: Set<[UInt8]> = []
        /// Whether a scan stopped before its end, so that wanted terms may be missing.
        var isCut = false
        /// Whether every entry of every wanted term was met.
        var hasAllEntries = true
    }

    private let catalogue: TermCatalogue
    private let options: SearchOptions
    private var known: [Key: [[UInt8]]] = [:]
    private(set) var notes: [BoundNote] = []

    init(_ catalogue: TermCatalogue, _ options: SearchOptions) {
        self.catalogue = catalogue
        self.options = options
    }

    /// The terms of at least one of these fields that match, in byte order.
    mutating func terms(of pattern: Pattern, in fields: FieldMask) throws(IndexFailure) -> [[UInt8]] {
        if let only = pattern.onlyTerm { return [only] }
        let key = Key(pattern: pattern, fields: fields)
        if let terms = known[key] { return terms }
        var found = Found()
        for segment in catalogue.segments.indices { try scan(pattern, fields, segment, &found) }
        var terms = found.wanted.sorted { $0.lexicographicallyPrecedes($1) }
        if terms.count > options.maximumExpansion {
            terms.removeLast(terms.count - max(0, options.maximumExpansion))
            found.isCut = true
        }
        if found.isCut { notes.append(.expansion(pattern, kept: terms.count)) }
        if found.hasAllEntries {
            for term in terms { catalogue.remember(term, found.entries[term] ?? []) }
        }
        known[key] = terms
        return terms
    }

    /// Adds the matching terms of one segment, at most one more than may be kept.
    private func scan(
        _ pattern: Pattern,
        _ fields: FieldMask,
        _ segment: Int,
        _ found: inout Found
    ) throws(IndexFailure) {
        var matcher = PatternMatcher(pattern)
        let takesAll = pattern.isPurePrefix
        let prefix = pattern.literalPrefix
        // Reserved terms begin with the byte 0 and are no words.
        var cursor = try catalogue.segments[segment].terms(prefix: prefix, from: prefix.isEmpty ? [1] : prefix)
        var scanned = 0
        var kept = 0
        while try cursor.next() {
            scanned += 1
            if scanned > options.maximumScan {
                found.isCut = true
                found.hasAllEntries = false
                return
            }
            guard takesAll || matcher.matches(cursor.term) else { continue }
            let isWanted = !cursor.info.fields.isDisjoint(with: fields)
            record(cursor, isWanted, segment, &found)
            if isWanted { kept += 1 }
            // The terms kept in the end are among the first of every segment, so none of them lies behind.
            if kept > options.maximumExpansion { return }
        }
    }

    private func record(_ cursor: TermCursor, _ isWanted: Bool, _ segment: Int, _ found: inout Found) {
        let term = cursor.term
        if isWanted { found.wanted.insert(term) }
        if found.entries[term] == nil {
            // A term of other fields alone may turn out to be wanted in a later segment; of those only so many are kept.
            guard found.entries.count / 2 <= options.maximumExpansion else {
                found.hasAllEntries = false
                return
            }
            found.entries[term] = [TermInfo?](repeating: nil, count: catalogue.segments.count)
        }
        found.entries[term]?[segment] = cursor.info
    }
}
