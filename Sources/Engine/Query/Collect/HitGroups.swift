import Index

/// Brings hits with the same label of a column together: the first of them stands for all.
///
/// A hit without a label stands for itself.
///
/// **Cost** 4 bytes for each label of every segment that has a hit; some 100 for each label that a hit has.
struct HitGroups {
    private let place: Int
    private var segments: [Segment?]
    private let isSingle: Bool
    /// The group of each label met, where there are several segments.
    private var known: [[UInt8]: UInt32] = [:]
    /// The first hit of each group so far; empty where hits were only counted.
    private var firsts: [Candidate] = []
    private var counts: [Int] = []
    private var singles = 0
    /// Whether a group has hits of either side, by ``Side``; empty where nobody told the sides apart.
    private var sides: [UInt8] = []
    private var singlesOfSide: [Side: Int] = [:]

    /// One of two sorts of hits that are counted apart.
    enum Side: UInt8 {
        case others = 1
        case own = 2
    }

    /// The labels of one segment.
    private struct Segment {
        let column: OrdinalColumn
        /// By ordinal the group, plus 1; 0 where no hit of the segment had it yet.
        var groups: [UInt32]
    }

    /// No hit was met yet.
    ///
    /// - Throws: `SearchFailure.unknownColumn` when no column of single labels has this name.
    init(_ column: String, _ snapshot: Snapshot) throws(SearchFailure) {
        place = try snapshot.schema.ordinalColumn(column)
        guard case .ordinals(multiple: false, _) = snapshot.schema.columns[place].kind else {
            throw .unknownColumn(column)
        }
        segments = [Segment?](repeating: nil, count: snapshot.segments.count)
        isSingle = snapshot.segments.count == 1
    }

    /// How many groups there are, and hits that stand for themselves.
    var total: Int { counts.count + singles }

    /// How many groups have hits of a side, and hits of it that stand for themselves.
    func total(of side: Side) -> Int {
        sides.reduce(singlesOfSide[side, default: 0]) { $0 + ($1 & side.rawValue != 0 ? 1 : 0) }
    }

    /// Says of which side hits of a window are that were taken in before.
    mutating func mark(_ hits: Bitmap, _ side: Side, _ run: SegmentRun) {
        guard let segment = segments[run.place] else { return }
        if sides.count < counts.count { sides += [UInt8](repeating: 0, count: counts.count - sides.count) }
        hits.forEach(from: 0, to: run.window.count) { bit in
            let document = run.window.lowerBound + UInt32(truncatingIfNeeded: bit)
            guard let ordinal = segment.column.ordinal(document), segment.groups[Int(ordinal)] > 0 else {
                singlesOfSide[side, default: 0] += 1
                return
            }
            sides[Int(segment.groups[Int(ordinal)]) - 1] |= side.rawValue
        }
    }

    /// The hits of a hit's group.
    func size(of hit: Candidate) -> Int {
        guard let segment = segments[Int(hit.segment)], let ordinal = segment.column.ordinal(hit.document),
            segment.groups[Int(ordinal)] > 0
        else { return 1 }
        return counts[Int(segment.groups[Int(ordinal)]) - 1]
    }

    /// Counts the hits of a window.
    mutating func count(_ hits: Bitmap, _ run: SegmentRun) throws(IndexFailure) {
        try open(run.segment, at: run.place)
        hits.forEach(from: 0, to: run.window.count) { bit in
            _ = group(of: run.window.lowerBound + UInt32(truncatingIfNeeded: bit), in: run.place)
        }
    }

    /// Takes hits of a segment with their keys in; those that stand for themselves are offered to the first ones at once.
    mutating func add(_ hits: [Candidate], of run: SegmentRun, to top: inout TopHits) throws(IndexFailure) {
        try open(run.segment, at: run.place)
        for hit in hits {
            guard let group = group(of: hit.document, in: run.place) else {
                try top.offer(hit)
                continue
            }
            if group == firsts.count {
                firsts.append(hit)
            } else if try top.isBefore(hit, firsts[group]) {
                firsts[group] = hit
            }
        }
    }

    /// Offers what stands for each group.
    func offer(to top: inout TopHits) throws(IndexFailure) {
        for hit in firsts { try top.offer(hit) }
    }

    /// Keeps of hits in order the first of each group.
    mutating func keepFirsts(_ hits: inout [Candidate], _ snapshot: Snapshot) throws(IndexFailure) {
        for (place, segment) in snapshot.segments.enumerated() { try open(segment, at: place) }
        hits.removeAll { hit in
            guard let group = group(of: hit.document, in: Int(hit.segment)) else { return false }
            return counts[group] > 1
        }
    }

    private mutating func open(_ segment: SegmentReader, at number: Int) throws(IndexFailure) {
        guard segments[number] == nil, let column = try segment.ordinals(place) else { return }
        segments[number] = Segment(column: column, groups: [UInt32](repeating: 0, count: column.labelCount))
    }

    /// Counts a document in its group, which it begins where it is the first; nil where it stands for itself.
    private mutating func group(of document: UInt32, in segment: Int) -> Int? {
        guard let ordinal = segments[segment]?.column.ordinal(document) else {
            singles += 1
            return nil
        }
        var number = segments[segment]?.groups[Int(ordinal)] ?? 0
        if number == 0 {
            number = newGroup(ordinal, in: segment)
            segments[segment]?.groups[Int(ordinal)] = number
        }
        counts[Int(number) - 1] += 1
        return Int(number) - 1
    }

    /// The group of a label that no hit of the segment had yet, plus 1; another segment may have begun it.
    private mutating func newGroup(_ ordinal: UInt32, in segment: Int) -> UInt32 {
        let next = UInt32(counts.count + 1)
        if !isSingle, let label = segments[segment]?.column.label(ordinal) {
            if let group = known[label] { return group }
            known[label] = next
        }
        counts.append(0)
        return next
    }
}
