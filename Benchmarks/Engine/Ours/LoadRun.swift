import Dispatch
import Foundation
import Index
import Query
import Synchronization

/// How long two threads wait for their answers: alone, and while records are replaced, published and merged beside them.
struct LoadRun {
    /// What documents are made of.
    let form: any Form
    /// The folder of the index; it has other records afterwards.
    let folder: String
    /// How long each of the two parts lasts.
    let seconds: Int

    private static let threads = 2
    private static let tasks: [(set: QuerySet, task: Question.Task)] = [
        (.term, .top), (.and, .top), (.or, .top), (.or, .total), (.phrase, .top), (.near, .top), (.patent, .date),
        (.patent, .facets), (.wide, .facets), (.count, .count), (.long, .top), (.prefix, .count),
    ]

    /// The newest snapshot, and whether the searches are over.
    private final class Shared: Sendable {
        let searcher: Mutex<Searcher>
        let isOver = Atomic(false)

        init(_ searcher: Searcher) { self.searcher = Mutex(searcher) }
    }

    /// Measures both parts with the questions of a file and the updates on the standard input, and prints each task's
    /// p50 and p99 in microseconds, alone and beside the writer.
    func run(queries: String) throws {
        let questions = try questions(queries)
        let shared = Shared(Searcher(try Snapshot.open(folder)))
        _ = try ask(questions, shared, .now + .seconds(2))
        let alone = try ask(questions, shared, .now + .seconds(seconds))
        let writing = DispatchGroup()
        let outcome = Mutex<Result<Int, any Error>>(.success(0))
        // As in the product, where a queue of the follower writes.
        DispatchQueue(label: "writer", qos: .background).async(group: writing) { [self] in
            let result = Result { try write(shared) }
            outcome.withLock { $0 = result }
        }
        let beside = try ask(questions, shared, .now + .seconds(seconds))
        shared.isOver.store(true, ordering: .sequentiallyConsistent)
        writing.wait()
        let written = try outcome.withLock { $0 }.get()
        EngineBench.print("records\t\(written)\tsegments\t\(shared.searcher.withLock { $0.snapshot.segments.count })")
        for (number, (set, task)) in Self.tasks.enumerated() {
            let figures = [alone, beside].flatMap { Self.quantiles($0[number]) }.map { String(format: "%.0f", $0) }
            EngineBench.print("\(set.rawValue)\t\(task.rawValue)\t" + figures.joined(separator: "\t"))
        }
    }

    private func questions(_ file: String) throws -> [[Question]] {
        var payloads: [String: [String]] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: "\t", maxSplits: 1).map(String.init)
            if words.count == 2 { payloads[words[0], default: []].append(words[1]) }
        }
        return try Self.tasks.map { set, task in
            try (payloads[set.rawValue] ?? []).map { try Question(form, set, task, $0) }
        }
    }

    /// Asks one question of each task after the other until the time is over; returns the microseconds of each task.
    private func ask(_ questions: [[Question]], _ shared: Shared, _ end: ContinuousClock.Instant) throws -> [[Double]] {
        let all = Mutex<Result<[[Double]], any Error>>(.success(questions.map { _ in [] }))
        DispatchQueue.concurrentPerform(iterations: Self.threads) { thread in
            let result = Result { try ask(questions, shared, end, from: thread * 500) }
            all.withLock { all in
                all = Result { try zip(all.get(), result.get()).map { $0 + $1 } }
            }
        }
        return try all.withLock { $0 }.get()
    }

    private func ask(
        _ questions: [[Question]],
        _ shared: Shared,
        _ end: ContinuousClock.Instant,
        from first: Int
    ) throws -> [[Double]] {
        var times = questions.map { _ in [Double]() }
        var round = first
        while ContinuousClock.now < end, !shared.isOver.load(ordering: .sequentiallyConsistent) {
            for (number, questions) in questions.enumerated() where !questions.isEmpty {
                let start = ContinuousClock.now
                _ = try questions[round % questions.count].ask(shared.searcher.withLock { $0 })
                times[number].append(start.duration(to: .now) / .microseconds(1))
            }
            round += 1
        }
        return times
    }

    /// Replaces records as long as the searches go on, publishing every second; returns how many.
    private func write(_ shared: Shared) throws -> Int {
        let writer = try IndexWriter(folder: folder, schema: form.schema, analysisVersion: form.analysisVersion)
        var count = 0
        var published = ContinuousClock.now
        try DocumentStream(form, version: 3, threads: 1).forEach { document in
            guard !shared.isOver.load(ordering: .sequentiallyConsistent) else { return }
            try writer.add(document)
            count += 1
            if published.duration(to: .now) > .seconds(1) {
                let snapshot = try writer.commit(sequence: UInt64(1_000 + count))
                try snapshot.prepareLabelMaps(like: shared.searcher.withLock { $0.snapshot })
                let searcher = Searcher(snapshot)
                shared.searcher.withLock { $0 = searcher }
                published = .now
            }
        }
        let searcher = Searcher(try writer.commit(sequence: UInt64(1_001 + count)))
        shared.searcher.withLock { $0 = searcher }
        // Without a writer there is nothing to measure.
        shared.isOver.store(true, ordering: .sequentiallyConsistent)
        return count
    }

    private static func quantiles(_ times: [Double]) -> [Double] {
        let sorted = times.sorted()
        return [0.5, 0.99].map { sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))] }
    }
}
