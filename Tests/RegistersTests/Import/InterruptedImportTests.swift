import Bytes
import Domain
import Formats
import Foundation
import Store
import Synchronization
import Testing

@testable import Registers

/// An import that is stopped somewhere and started again ends as an undisturbed one.
struct InterruptedImportTests {
    /// Samples, changed samples and bad lines, some entries several times.
    private static func lines() throws -> String {
        let encoder = ExportRecord.encoder()
        var random = SampleRandom(seed: 11, .record, 0)
        return try (0..<240).map { number -> String in
            if number % 17 == 5 { return "{\"right\":\"patent\",\"titles\":[{\"text\":\"\(number)\"}]}" }
            var right = SampleMaker(seed: 5).record(random.below(90))
            if random.chance(30) { right.bibliography.keywords = ["\(number)"] }
            return String(decoding: try encoder.encode(ExportRecord(right: right, source: nil)), as: UTF8.self)
        }
        .joined(separator: "\n")
    }

    /// What an import leaves behind.
    private struct Outcome: Equatable {
        var digest: Digest256
        var rejects: [String]
        var counts: [Int]
        var log: Int64
    }

    private func outcome(_ place: Workplace, _ report: ImportReport) async throws -> Outcome {
        let file = report.files[0]
        #expect(try await place.store.verify().findings == [])
        return Outcome(
            digest: try await place.store.logicalDigest(),
            rejects: try place.rejects(file.rejects),
            counts: [file.read, file.imported, file.unchanged, file.rejected],
            log: try await place.store.logHead().size
        )
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `the end is the same however often it was stopped`(seed: UInt64)
        async throws
    {
        let text = try Self.lines()
        let undisturbed = try await withWorkplace { place in
            let report = try await place.importing()([place.write(text, to: "a.jsonl")])
            return try await outcome(place, report)
        }
        #expect(undisturbed.counts[0] == 240 && undisturbed.counts[3] == 14)
        try await withWorkplace { place in
            let file = try place.write(text, to: "a.jsonl")
            var random = SampleRandom(seed: seed, .record, 1)
            var stops = 0
            while stops < 6 {
                let batches = 1 + random.below(6)
                guard try await !stopped(after: batches, place.importing { $0.batch = 9 }, file) else {
                    stops += 1
                    continue
                }
                break
            }
            let report = try await place.importing { $0.batch = 5 }([file])
            let progress = try await outcome(place, report)
            #expect(progress == undisturbed, "seed \(seed), stopped \(stops) times")
        }
    }

    /// Imports until so many batches were prepared; whether it was stopped.
    private func stopped(after batches: Int, _ importing: ImportRecords, _ file: String) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                let seen = Mutex(0)
                do {
                    _ = try await importing([file]) { _ in
                        let count = seen.withLock { value in
                            value += 1
                            return value
                        }
                        // The task is this one, which is alive.
                        if count == batches { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
                    }
                    return false
                } catch is CancellationError {
                    return true
                }
            }
            return try await group.next() ?? false
        }
    }
}
