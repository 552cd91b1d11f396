import Store

/// Follows the log and notes when each line was seen.
actor LogWatcher {
    private let store: Store
    private var cursor: LogCursor
    private var seen: [Int64: ContinuousClock.Instant] = [:]
    private var failure: (any Error)?

    /// Begins after a line.
    init(_ store: Store, from cursor: LogCursor) {
        self.store = store
        self.cursor = cursor
    }

    /// Reads the log to its end; a failure is kept for whoever asks for the lines.
    func look() async {
        do {
            while true {
                let page = try await store.changes(after: cursor)
                guard !page.changes.isEmpty else { return }
                let now = ContinuousClock.now
                for change in page.changes { seen[change.sequence] = now }
                cursor = page.cursor
            }
        } catch {
            failure = error
        }
    }

    /// When each line was seen.
    ///
    /// - Throws: what went wrong while looking.
    func lines() throws -> [Int64: ContinuousClock.Instant] {
        if let failure { throw failure }
        return seen
    }
}
