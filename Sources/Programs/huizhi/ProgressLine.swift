import Foundation
import Synchronization

/// One line on standard error that shows how far a long work has come, with rate and time left.
///
/// Silent when standard error is no terminal, so that logs stay readable.
final class ProgressLine: Sendable {
    private struct State {
        var lastDrawn = ContinuousClock.now - .seconds(1)
        var isDrawn = false
    }

    private let isTerminal: Bool
    private let started = ContinuousClock.now
    private let state = Mutex(State())
    private let unit: String

    /// - Parameter unit: what is counted, as `records`.
    init(unit: String) {
        self.unit = unit
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    /// Shows `done` of `total`; a total that is not known shows the rate alone.
    ///
    /// - Parameters:
    ///   - count: how many have been done, for the rate.
    ///   - share: from 0 to 1, for the bar and the time left; nil when unknown.
    ///   - label: what is being worked on.
    func show(count: Int, share: Double?, label: String) {
        guard isTerminal else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - state.lastDrawn > .milliseconds(100) else { return false }
            state.lastDrawn = now
            state.isDrawn = true
            return true
        }
        guard isDue else { return }
        let seconds = Self.seconds(now - started)
        var line = "\r\u{1B}[K"
        if let share = share.map({ min(max($0, 0), 1) }) {
            let filled = Int(share * 24)
            line += "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] "
            line += "\(Int(share * 100)) % "
        }
        line += "\(count) \(unit)"
        if seconds > 0.5 { line += ", \(Int(Double(count) / seconds))/s" }
        if let share, share > 0.01, seconds > 1 { line += ", \(Self.clock(seconds / share - seconds)) left" }
        FileHandle.standardError.write(Data((line + "  " + label.suffix(40)).utf8))
    }

    /// Removes the line.
    func end() {
        guard isTerminal, state.withLock({ $0.isDrawn }) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(max(0, seconds))
        return whole >= 3600
            ? "\(whole / 3600) h \(whole % 3600 / 60) min"
            : whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
    }
}
