package import Domain
import Foundation
package import Store
import Synchronization

/// What the installation holds at present: records and samples of each register, and the day of the data.
///
/// The figures of one snapshot are counted once and kept; while the index grows they are counted anew at most once a
/// second.
package final class Overview: Sendable {
    /// The figures of one snapshot.
    package struct Figures: Sendable, Hashable {
        /// The log sequence they are of.
        package var sequence: UInt64
        /// The day of that line of the log in UTC, `YYYY-MM-DD`; nil while the log is empty.
        package var date: String?
        package var registers: [Register: RecordCount]

        package init(sequence: UInt64, date: String?, registers: [Register: RecordCount]) {
            self.sequence = sequence
            self.date = date
            self.registers = registers
        }

        /// All registers together.
        package var total: RecordCount {
            registers.values.reduce(into: RecordCount()) { sum, count in
                sum.records += count.records
                sum.samples += count.samples
            }
        }
    }

    private struct Kept {
        var figures: Figures
        var counted: ContinuousClock.Instant
    }

    private struct KeptSources {
        var sources: [SourceCount]
        var counted: ContinuousClock.Instant
    }

    private let search: Search
    private let store: Store
    private let kept = Mutex<Kept?>(nil)
    private let keptSources = Mutex<KeptSources?>(nil)

    package init(search: Search, store: Store) {
        self.search = search
        self.store = store
    }

    /// The figures of the newest snapshot, or of one that is at most a second older.
    ///
    /// - Throws: `Failure.unavailable` while there is no index; `Failure.tooMany` when too many searches wait.
    package func callAsFunction() async throws -> Figures {
        let last = kept.withLock { $0 }
        if let last {
            let isNew = search.newestSequence == last.figures.sequence
            if isNew || last.counted.duration(to: .now) < .seconds(1) { return last.figures }
        }
        let answer = try await search(SearchQuestion(text: "", limit: 0))
        let figures = Figures(
            sequence: answer.sequence,
            date: try await date(of: answer.sequence),
            registers: answer.registers
        )
        kept.withLock { $0 = Kept(figures: figures, counted: .now) }
        return figures
    }

    /// The sequence that a search starting now would answer from; nil while there is no index.
    package var newestSequence: UInt64? { search.newestSequence }

    /// How many records the sources of each format spoke of, samples left out; at most a minute old.
    ///
    /// - Throws: What the store throws.
    package func sources() async throws -> [SourceCount] {
        if let last = keptSources.withLock({ $0 }), last.counted.duration(to: .now) < .seconds(60) {
            return last.sources
        }
        let sources = try await store.sourceCounts().filter { $0.format != RecordAnswer.Source.sampleFormat }
        keptSources.withLock { $0 = KeptSources(sources: sources, counted: .now) }
        return sources
    }

    private func date(of sequence: UInt64) async throws -> String? {
        let line = Int64(clamping: sequence)
        guard line > 0, let before = try await store.cursor(at: line - 1),
            let change = try await store.changes(after: before, limit: 1).changes.first
        else { return nil }
        return Self.day(of: change.time)
    }

    /// The day of a moment in UTC, `YYYY-MM-DD`; the moment in microseconds since 1970.
    package static func day(of time: Int64) -> String {
        let moment = Date(timeIntervalSince1970: Double(time) / 1_000_000)
        return moment.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
    }
}
