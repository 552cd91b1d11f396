import Synchronization

/// The label maps of one snapshot, each made when somebody first asks for it, or because the snapshot before had it.
final class LabelMaps: Sendable {
    /// Snapshots for which a map is made again without having been asked for.
    private static let patience = 100

    private struct Entry {
        var map: LabelMap
        /// Snapshots since somebody asked for the map.
        var idle: Int
    }

    private let entries = Mutex<[Int: Entry]>([:])

    /// The map of a column; two threads may make the same one at once, and the first to finish is kept.
    func map(_ column: Int, _ segments: [SegmentReader]) throws(IndexFailure) -> LabelMap? {
        let known = entries.withLock { entries in
            entries[column]?.idle = 0
            return entries[column]?.map
        }
        if let known { return known }
        return try make(column, segments, idle: 0)
    }

    /// The map of a column if there is one already; for who could do without, so that it is no reason to keep it.
    func known(_ column: Int) -> LabelMap? { entries.withLock { $0[column]?.map } }

    /// Makes the maps that were asked of an earlier snapshot, or not long before it.
    func prepare(like earlier: LabelMaps, _ segments: [SegmentReader]) throws(IndexFailure) {
        let wanted = earlier.entries.withLock { $0.mapValues(\.idle) }
        for (column, idle) in wanted where idle < Self.patience { _ = try make(column, segments, idle: idle + 1) }
    }

    private func make(_ column: Int, _ segments: [SegmentReader], idle: Int) throws(IndexFailure) -> LabelMap? {
        var columns: [OrdinalColumn] = []
        for segment in segments {
            guard let labels = try segment.ordinals(column) else { return nil }
            columns.append(labels)
        }
        let made = LabelMap(columns)
        return entries.withLock { entries in
            if let known = entries[column]?.map { return known }
            entries[column] = Entry(map: made, idle: idle)
            return made
        }
    }
}
