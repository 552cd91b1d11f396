internal import Foundation

/// The growing waits between tries: from 10 ms, doubled up to 2 s.
///
/// Each is up to a half longer by chance, so that many nodes do not come back in step.
struct PostgresPause {
    private var seconds = 0.01

    /// Lets the thread wait.
    mutating func take() {
        Thread.sleep(forTimeInterval: seconds * .random(in: 1...1.5))
        seconds = min(seconds * 2, 2)
    }
}
