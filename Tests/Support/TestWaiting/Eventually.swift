/// Waits until something is so; long, because what is asked is whether it comes to be, not when.
public func eventually(_ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(600)
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw NeverCame() }
        try await Task.sleep(for: .milliseconds(10))
    }
}

/// What was waited for did not happen.
struct NeverCame: Error, CustomStringConvertible {
    let description = "it never came to be"
}
