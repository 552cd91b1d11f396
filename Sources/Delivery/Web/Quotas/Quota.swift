import Domain

/// How much may be asked: so much at once, and as much again within a time, evenly.
package struct Quota: Sendable, Hashable {
    /// What may be asked at once, in costs of requests, see `Route.cost`.
    package let calls: Int
    /// Within how many seconds what was asked may all be asked again.
    package let seconds: Int

    /// The most calls and seconds; what is counted in nanoseconds then stays a whole number of 64 bits.
    package static let most = 1_000_000_000

    /// What may be asked; nil unless both are from 1 to ``most``.
    package init?(calls: Int, seconds: Int) {
        guard (1...Self.most).contains(calls), (1...Self.most).contains(seconds) else { return nil }
        self.calls = calls
        self.seconds = seconds
    }

    /// Reads `CALLS/SECONDS`, such as `6000/60`; `none` is no limit.
    ///
    /// - Throws: `Failure.invalid` naming `field`.
    package static func read(_ text: String, field: String) throws -> Quota? {
        if text == "none" { return nil }
        let halves = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard halves.count == 2, let quota = Quota(calls: halves[0], seconds: halves[1]) else {
            throw Failure.invalid(
                field: field,
                reason: "\"\(text)\" is no quota; write CALLS/SECONDS such as 6000/60, or none for no limit"
            )
        }
        return quota
    }
}
