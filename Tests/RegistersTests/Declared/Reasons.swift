import Synchronization

/// Why an index was built again, as it was told.
final class Reasons: Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }

    func add(_ reason: String?) {
        if let reason { kept.withLock { $0.append(reason) } }
    }
}
