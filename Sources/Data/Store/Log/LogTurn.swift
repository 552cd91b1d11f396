internal import Bytes

/// What a logged write left behind, by which the next one sees whether anything came between.
///
/// The number alone would not do: after a crash or a fail-over that lost some writes it may come again.
struct LogTurn: Sendable, Equatable {
    /// How many logged writes there were.
    var number: Int64
    /// The root of the log then.
    var root: Digest256
}
