import Foundation

/// How much random suites do.
enum TestLength {
    /// Whether many more cases are asked for.
    static let isLong = ProcessInfo.processInfo.environment["HUIZHI_LONG"] == "1"
}
