import Index
import Synchronization

/// The label maps of one snapshot, each made when a wide facet first asks for it.
final class LabelMaps: Sendable {
    private let maps = Mutex<[Int: LabelMap]>([:])

    /// The map of a column; two threads may make the same one at once, and the first to finish is kept.
    func map(column: Int, _ snapshot: Snapshot) throws(IndexFailure) -> LabelMap {
        if let known = maps.withLock({ $0[column] }) { return known }
        let made = try LabelMap(column: column, snapshot)
        return maps.withLock { maps in
            if let known = maps[column] { return known }
            maps[column] = made
            return made
        }
    }
}
