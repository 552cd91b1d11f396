import Foundation
import Synchronization

/// Counts answers and how long they took, for each route.
final class RequestMeter: Sendable {
    /// What was counted of one route.
    struct Series: Sendable, Hashable {
        /// Answers by class of status, `1xx` first.
        var classes = [Int](repeating: 0, count: 5)
        /// Answers that took at most so long as the bound of the same place says, and no less than the bound before;
        /// the last one counts those beyond all bounds.
        var buckets = [Int](repeating: 0, count: RequestMeter.bounds.count + 1)
        /// All times together in seconds.
        var seconds = 0.0

        var count: Int { buckets.reduce(0, +) }
    }

    /// Upper bounds of the classes of time in seconds.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// Since when it has counted.
    let start = Date()

    private let counted = Mutex<[Route?: Series]>([:])

    /// Counts an answer whose last byte was handed over; no route is one of those that lead nowhere.
    func count(_ route: Route?, status: Int, _ elapsed: Duration) {
        let seconds = elapsed.milliseconds / 1_000
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        counted.withLock { counted in
            counted[route, default: Series()].classes[min(max(status / 100, 1), 5) - 1] += 1
            counted[route, default: Series()].buckets[bucket] += 1
            counted[route, default: Series()].seconds += seconds
        }
    }

    /// What was counted since the start, by the template of the route.
    var series: [(route: String, series: Series)] {
        counted.withLock { $0 }.map { (route: $0.key?.template ?? "none", series: $0.value) }
            .sorted { $0.route < $1.route }
    }
}
