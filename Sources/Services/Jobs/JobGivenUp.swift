/// Thrown by work that no further try can help: its job rests as failed at once.
package struct JobGivenUp: Error, Hashable, CustomStringConvertible {
    /// Why, in words that may be logged.
    package let description: String

    /// Gives a job up for this reason.
    package init(_ reason: String) {
        description = reason
    }
}
