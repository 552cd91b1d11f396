import App
import Synchronization

/// Shows on standard error how the index becomes whole: what is copied, what is built, and what went wrong.
final class IndexProgressLine: Sendable {
    private struct Lines {
        var copying: ProgressLine?
        var building: ProgressLine?
    }

    private let lines = Mutex(Lines())

    /// Shows how far it is; a note stands on a line of its own.
    func show(_ progress: IndexProgress) {
        switch progress {
        case .copying(let sibling, let bytes, let total):
            let line = line(\.copying, unit: "MB")
            line.show(count: bytes / 1_000_000, share: Self.share(Int64(bytes), Int64(total)), label: sibling)
        case .building(let done, let size):
            line(\.building, unit: "log lines").show(count: Int(done), share: Self.share(done, size), label: "index")
        case .note(let text):
            end()
            Console.note("huizhi: " + text)
        }
    }

    /// Removes what is shown.
    func end() {
        let shown = lines.withLock { lines in
            defer { lines = Lines() }
            return lines
        }
        shown.copying?.end()
        shown.building?.end()
    }

    private func line(_ place: any WritableKeyPath<Lines, ProgressLine?> & Sendable, unit: String) -> ProgressLine {
        lines.withLock { lines in
            let line = lines[keyPath: place] ?? ProgressLine(unit: unit)
            lines[keyPath: place] = line
            return line
        }
    }

    private static func share(_ done: Int64, _ total: Int64) -> Double { Double(done) / Double(max(1, total)) }
}
