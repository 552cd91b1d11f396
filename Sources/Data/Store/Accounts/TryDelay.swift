/// How long whoever failed has to wait before the next try.
package struct TryDelay: Sendable, Hashable {
    /// Failures that cost nothing.
    package var free: Int64
    /// The wait after the first failure that costs something, in microseconds; doubled with each further one.
    package var first: Int64
    /// The longest wait, in microseconds.
    package var longest: Int64
    /// After how long without a try everything is forgotten, in microseconds.
    package var memory: Int64

    package init(free: Int64, first: Int64, longest: Int64, memory: Int64) {
        self.free = free
        self.first = first
        self.longest = longest
        self.memory = memory
    }

    /// The wait after so many failures, in microseconds.
    package func wait(after failures: Int64) -> Int64 {
        guard failures > free else { return 0 }
        let doublings = failures - free - 1
        guard doublings < 40 else { return longest }
        let (wait, isTooLong) = first.multipliedReportingOverflow(by: 1 << doublings)
        return isTooLong ? longest : min(longest, wait)
    }
}
