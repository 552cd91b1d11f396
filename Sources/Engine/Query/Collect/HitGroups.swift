import Index

/// Brings hits with the same label of a column together: the first of them stands for all.
///
/// A hit without a label stands for itself.
///
/// **Cost** 4 bytes for each label that any document has, 32 for each that a hit has.
struct HitGroups {
    private let place: Int
    private var columns: [OrdinalColumn?] = []
    /// One numbering of the labels of all segments; nil where one segment's own will do.
    private let map: LabelMap?
    /// By label the place of its group, plus 1; 0 where no hit had it yet.
    private var places: [UInt32]
    /// The first hit of each group so far.
    private var firsts: [Candidate] = []
    private var counts: [Int] = []
    private var singles = 0

    /// No hit was met yet.
    ///
    /// - Throws: `SearchFailure.unknownColumn` when no column of single labels has this name; `SearchFailure.index`.
    init(_ column: String, _ snapshot: Snapshot) throws(SearchFailure) {
        place = try snapshot.schema.ordinalColumn(column)
        guard case .ordinals(multiple: false, _) = snapshot.schema.columns[place].kind else {
            throw .unknownColumn(column)
        }
        do throws(IndexFailure) {
            for segment in snapshot.segments { columns.append(try segment.ordinals(place)) }
            map = columns.count > 1 ? try snapshot.labelMap(place) : nil
        } catch {
            throw .index(error)
        }
        places = [UInt32](repeating: 0, count: map?.count ?? columns.first??.labelCount ?? 0)
    }

    /// How many groups there are, and hits that stand for themselves.
    var total: Int { counts.count + singles }

    /// The hits of a hit's group.
    func size(of hit: Candidate) -> Int {
        guard let label = label(of: hit), places[label] > 0 else { return 1 }
        return counts[Int(places[label]) - 1]
    }

    /// Counts the hits of a window.
    mutating func count(_ hits: Bitmap, _ run: SegmentRun) {
        hits.forEach(from: 0, to: run.window.count) { bit in
            let document = run.window.lowerBound + UInt32(truncatingIfNeeded: bit)
            _ = group(of: Candidate(hasKey: false, key: 0, segment: UInt32(run.place), document: document))
        }
    }

    /// Takes hits with their keys in; those that stand for themselves are offered to the first ones at once.
    mutating func add(_ hits: [Candidate], to top: inout TopHits) throws(IndexFailure) {
        for hit in hits {
            guard let group = group(of: hit) else {
                try top.offer(hit)
                continue
            }
            if try top.isBefore(hit, firsts[group]) { firsts[group] = hit }
        }
    }

    /// Offers what stands for each group.
    func offer(to top: inout TopHits) throws(IndexFailure) {
        for hit in firsts { try top.offer(hit) }
    }

    /// Whether no hit of its group was met before this one.
    mutating func isFirst(_ hit: Candidate) -> Bool {
        guard let group = group(of: hit) else { return true }
        return counts[group] == 1
    }

    /// Counts a hit in its group, which it begins where it is the first; nil where it stands for itself.
    private mutating func group(of hit: Candidate) -> Int? {
        guard let label = label(of: hit) else {
            singles += 1
            return nil
        }
        if places[label] == 0 {
            firsts.append(hit)
            counts.append(0)
            places[label] = UInt32(counts.count)
        }
        let group = Int(places[label]) - 1
        counts[group] += 1
        return group
    }

    private func label(of hit: Candidate) -> Int? {
        let segment = Int(hit.segment)
        guard let ordinal = columns[segment]?.ordinal(hit.document) else { return nil }
        guard let map else { return Int(ordinal) }
        return Int(map.numbers[segment][Int(ordinal)])
    }
}
