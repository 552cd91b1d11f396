import Synchronization

/// The label maps of one snapshot, each made when somebody first asks for it.
final class LabelMaps: Sendable {
    private let maps = Mutex<[Int: LabelMap]>([:])

    /// The columns whose maps were made.
    var columns: [Int] { maps.withLock { $0.keys.sorted() } }

    /// The map of a column; two threads may make the same one at once, and the first to finish is kept.
    func map(_ column: Int, _ segments: [SegmentReader]) throws(IndexFailure) -> LabelMap? {
        if let known = maps.withLock({ $0[column] }) { return known }
        var columns: [OrdinalColumn] = []
        for segment in segments {
            guard let labels = try segment.ordinals(column) else { return nil }
            columns.append(labels)
        }
        let made = LabelMap(columns)
        return maps.withLock { maps in
            if let known = maps[column] { return known }
            maps[column] = made
            return made
        }
    }
}
