package import Index
package import Query
import Synchronization

/// The newest snapshot of the index, shared between the follower that publishes and the searches that read.
package final class PublishedIndex: Sendable {
    private let newest = Mutex<Searcher?>(nil)
    private let options: SearchOptions

    /// - Parameter options: the limits of every search.
    package init(options: SearchOptions = SearchOptions()) {
        self.options = options
    }

    /// What answers a search that starts now; nil while nothing was published.
    ///
    /// One searcher serves all searches of a snapshot, because it keeps what it learnt about the snapshot's labels.
    package var searcher: Searcher? {
        newest.withLock { $0 }
    }

    /// The snapshot that a search starting now sees; nil while nothing was published.
    package var snapshot: Snapshot? { searcher?.snapshot }

    /// Returns when a snapshot holds line `sequence` of the log, or after `limit`.
    package func wait(for sequence: UInt64, atMost limit: Duration) async {
        let deadline = ContinuousClock.now + limit
        while (snapshot?.sequence ?? 0) < sequence, ContinuousClock.now < deadline, !Task.isCancelled {
            // Waking early is harmless; cancellation ends the loop.
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Puts a newer snapshot in the place of the last one; searches under way keep theirs.
    package func publish(_ snapshot: Snapshot) {
        let searcher = Searcher(snapshot, options: options)
        newest.withLock { $0 = searcher }
    }
}
