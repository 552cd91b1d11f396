/// Where a request stands with one quota, as the headers of its answer say.
///
/// **Source** IETF draft-ietf-httpapi-ratelimit-headers-10 (2025): `RateLimit-Policy` and `RateLimit`.
struct QuotaLimit: Sendable, Hashable {
    /// What is counted together.
    enum Name: String, Sendable {
        /// Everybody in one network who is nobody in particular.
        case network
        /// Somebody who is signed in, on the pages of the account.
        case account
        /// A key for programs.
        case key
        /// The same, on one day in China.
        case keyDay = "key-day"
    }

    var name: Name
    /// What may be asked within the window, and the seconds of it.
    var most, window: Int
    /// What may be asked still.
    var rest: Int
    /// Seconds until all may be asked again.
    var reset: Int

    /// The value of `RateLimit-Policy`.
    static func policy(_ limits: [QuotaLimit]) -> String {
        limits.map { "\"\($0.name.rawValue)\";q=\($0.most);w=\($0.window)" }.joined(separator: ", ")
    }

    /// The value of `RateLimit`.
    static func standing(_ limits: [QuotaLimit]) -> String {
        limits.map { "\"\($0.name.rawValue)\";r=\($0.rest);t=\($0.reset)" }.joined(separator: ", ")
    }
}
