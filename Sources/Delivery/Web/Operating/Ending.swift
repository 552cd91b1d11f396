import Synchronization

/// Whether the node was told to end.
final class Ending: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Whether it was told to end; it does not come back from that.
    var hasBegun: Bool { flag.load(ordering: .relaxed) }

    func begin() { flag.store(true, ordering: .relaxed) }
}
