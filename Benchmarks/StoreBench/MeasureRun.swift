import Foundation
import Store

/// The measurements of one store whose outcome is a rate.
struct MeasureRun: Sendable {
    let store: Store
    let duration: Duration
    private let entries = BenchEntries()

    init(store: Store, duration: Duration) {
        self.store = store
        self.duration = duration
    }

    /// Saves of one entry each, safely on disk when they return.
    func saves(by writers: Int) async throws -> Figures {
        // So that no two measurements save the same entry.
        let name = UUID().uuidString
        return try await Figures.repeated(by: writers, for: duration) { [store, entries] writer, round in
            let change = entries.change("\(name)-\(writer)-\(round)", text: round)
            _ = try await store.save([change], author: "bench")
            return 1
        }
    }

    /// Batches as an import brings them: the next one is prepared while the one before is committed, and what they
    /// promise is made safe at the end.
    func batches() async throws -> Figures {
        let start = ContinuousClock.now
        let first = try await importedCount()
        let count = try await withThrowingTaskGroup(of: ImportOutcome.self) { group in
            var (place, count) = (first, 0)
            while ContinuousClock.now - start < duration {
                let items = (place..<place + 512).map { entries.item($0) }
                place += items.count
                let batch = ImportBatch(items) { _, entry, _ in throw Rejection("\(entry) has two sources") }
                let prepared = try await store.prepare(batch)
                if let outcome = try await group.next() { count += outcome.count { $0 == .imported } }
                group.addTask { [store] in try await store.commit(prepared) }
            }
            if let outcome = try await group.next() { count += outcome.count { $0 == .imported } }
            return count
        }
        try await store.flush()
        return Figures(count: count, seconds: (ContinuousClock.now - start) / .seconds(1))
    }

    /// Reads of an entry at random: the entry that has a number, then its content, as a page does.
    func reads(by readers: Int) async throws -> Figures {
        let count = try await importedCount()
        guard count > 0 else { throw BenchFailure("reads find nothing to read: measure batch before") }
        return try await Figures.repeated(by: readers, for: duration) { [store] _, _ in
            let key = BenchEntries.key(Int.random(in: 0..<count))
            guard let entry = try await store.entry(with: key), let found = try await store.entry(entry),
                !found.content.isEmpty
            else { throw BenchFailure("\(key.value) was not found") }
            return 1
        }
    }

    /// Jobs that are enqueued, claimed and finished, each in a transaction of its own.
    func jobs(by runners: Int) async throws -> Figures {
        try await Figures.repeated(by: runners, for: duration) { [store] _, _ in
            try await store.enqueue([NewJob(kind: "bench")])
            // Another runner may have the job that was enqueued here, and its own is then left for this one.
            guard let job = try await store.claimJob(lease: .seconds(30)) else { return 0 }
            return try await store.complete(job) ? 1 : 0
        }
    }

    /// Rows of who saw what, each safely on disk before the answer may leave.
    func disclosures(by viewers: Int) async throws -> Figures {
        try await Figures.repeated(by: viewers, for: duration) { [store] viewer, round in
            let disclosure = Disclosure(
                time: Int64(round),
                viewer: "account/\(viewer)",
                role: "staff",
                place: "",
                subject: "account/bench",
                action: "readAccount",
                fields: "name,email",
                reason: "bench",
                address: ""
            )
            try await store.disclose(disclosure)
            return 1
        }
    }

    private func importedCount() async throws -> Int {
        let counts = try await store.counts()
        return Int(counts.first { $0.register == BenchEntries.imported }?.entries ?? 0)
    }
}
