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

    /// A matching term as one dictionary has it.
    private struct Entry {
        var term: [UInt8]
        var segment: Int
        var info: TermInfo
        /// Whether it stands in one of the fields asked for.
        var isWanted: Bool
    }

    /// What is met while the dictionaries are read.
    private struct Found {
        /// Segment by segment, in each by term.
        var entries: [Entry] = []
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
        if catalogue.segments.count > 1 {
            found.entries.sort { $0.term.lexicographicallyPrecedes($1.term) }
        }
        let terms = merge(&found)
        if found.isCut { notes.append(.expansion(pattern, kept: terms.count)) }
        known[key] = terms
        return terms
    }

    /// The terms wanted in some segment, each once, as many as may be kept; the catalogue learns what is known of them.
    private func merge(_ found: inout Found) -> [[UInt8]] {
        var terms: [[UInt8]] = []
        var next = 0
        while next < found.entries.count {
            let term = found.entries[next].term
            let first = next
            while next < found.entries.count, found.entries[next].term == term { next += 1 }
            let alike = found.entries[first..<next]
            guard alike.contains(where: \.isWanted) else { continue }
            guard terms.count < options.maximumExpansion else {
                found.isCut = true
                break
            }
            terms.append(term)
            guard found.hasAllEntries else { continue }
            var infos = [TermInfo?](repeating: nil, count: catalogue.segments.count)
            for entry in alike { infos[entry.segment] = entry.info }
            catalogue.remember(term, infos)
        }
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
        var others = 0
        while try cursor.next() {
            scanned += 1
            if scanned > options.maximumScan {
                found.isCut = true
                found.hasAllEntries = false
                return
            }
            guard takesAll || matcher.matches(cursor.term) else { continue }
            let isWanted = !cursor.info.fields.isDisjoint(with: fields)
            if isWanted { kept += 1 } else { others += 1 }
            // A term of other fields alone may turn out to be wanted in another segment; of those only so many are kept.
            if isWanted || others <= options.maximumExpansion {
                found.entries.append(
                    Entry(term: cursor.term, segment: segment, info: cursor.info, isWanted: isWanted)
                )
            } else {
                found.hasAllEntries = false
            }
            // The terms kept in the end are among the first of every segment, so none of them lies behind.
            if kept > options.maximumExpansion { return }
        }
    }
}
