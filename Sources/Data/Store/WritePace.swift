internal import Synchronization

/// How many records a transaction takes so that it holds the log no longer than wanted: learnt from the last ones.
final class WritePace: Sendable {
    private let target: Duration
    private let range: ClosedRange<Int>
    private let count: Mutex<Int>

    init(_ options: StoreOptions) {
        target = options.writeTime
        range = options.recordsPerWrite
        count = Mutex(min(max(256, options.recordsPerWrite.lowerBound), options.recordsPerWrite.upperBound))
    }

    /// How many records the next transaction may take.
    var next: Int { count.withLock { $0 } }

    /// Learns from a transaction that took `elapsed` for `records`.
    func learn(records: Int, elapsed: Duration) {
        guard records > 0, elapsed > .zero else { return }
        let fitting = Double(records) * (target / elapsed)
        count.withLock { current in
            // A transaction that was cut short by the end of a batch says little about a longer one.
            guard records * 2 >= current || fitting < Double(current) else { return }
            let bounded = min(max(fitting, Double(range.lowerBound)), Double(range.upperBound))
            // Down at once, up by at most twice.
            current = min(Int(bounded), current * 2)
            current = max(range.lowerBound, current)
        }
    }
}
