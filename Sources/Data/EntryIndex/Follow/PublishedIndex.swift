package import Index
import Synchronization

/// The newest snapshot of the index, shared between the follower that publishes and the searches that read.
package final class PublishedIndex: Sendable {
    private let newest = Mutex<Snapshot?>(nil)

    package init() {}

    /// The snapshot that a search starting now sees; nil while nothing was published.
    package var snapshot: Snapshot? {
        newest.withLock { $0 }
    }

    /// Puts a newer snapshot in the place of the last one; searches under way keep theirs.
    package func publish(_ snapshot: Snapshot) {
        newest.withLock { $0 = snapshot }
    }
}
