package import Index
package import Query
import Synchronization

/// The newest snapshot of the index, shared between the follower that publishes and the searches that read.
package final class PublishedIndex: Sendable {
    private let newest = Mutex<Searcher?>(nil)
    private let newestStanding = Mutex(IndexStanding())
    private let diverged = Atomic(false)
    private let options: SearchOptions

    /// - Parameter options: the limits of every search.
    package init(options: SearchOptions = SearchOptions()) {
        self.options = options
    }

    /// What answers a search that starts now; nil while nothing was published.
    package var searcher: Searcher? {
        newest.withLock { $0 }
    }

    /// The snapshot that a search starting now sees; nil while nothing was published.
    package var snapshot: Snapshot? { searcher?.snapshot }

    /// Whether the snapshot is of lines that are not in the log any more, as after a fail-over that lost some: until the
    /// next one, what searches find is to be taken for nothing that the log vouches for.
    package var isDiverged: Bool { diverged.load(ordering: .acquiring) }

    /// Returns when a snapshot holds line `sequence` of the log, or after `limit`.
    package func wait(for sequence: UInt64, atMost limit: Duration) async {
        let deadline = ContinuousClock.now + limit
        while isDiverged || (snapshot?.sequence ?? 0) < sequence, ContinuousClock.now < deadline, !Task.isCancelled {
            // Waking early is harmless; cancellation ends the loop.
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    /// What is being done to the index now.
    package var standing: IndexStanding { newestStanding.withLock { $0 } }

    /// Says that a snapshot is being copied from another node.
    package func note(bytes: Int, of total: Int, from origin: String) {
        newestStanding.withLock { $0.work = .copying(from: origin, bytes: bytes, of: total) }
    }

    /// Says how far the log was taken in.
    func note(lines: Int64, of size: Int64) {
        newestStanding.withLock { if !$0.isWhole { $0.work = .building(lines: lines, of: size) } }
    }

    /// Says that the end of the log was reached.
    func noteWhole() {
        newestStanding.withLock { $0 = IndexStanding(work: .following, isWhole: true) }
    }

    /// Says that the log no longer has the lines of the snapshot.
    func noteDiverged() { diverged.store(true, ordering: .releasing) }

    /// Says that the index is built anew; until it is whole, searches have the snapshot before.
    func noteRebuilding() { newestStanding.withLock { $0 = IndexStanding() } }

    /// Puts a newer snapshot in the place of the last one; searches under way keep theirs.
    package func publish(_ snapshot: Snapshot) {
        let searcher = Searcher(snapshot, options: options)
        newest.withLock { $0 = searcher }
        diverged.store(false, ordering: .releasing)
    }
}
