import Domain
import Store

@testable import EntryIndex

/// Random records in a store and its index, with updates and tombstones, as the evaluator reads them.
struct RandomCorpus {
    let index: IndexedStore
    /// The records that are there in the end, by identifier.
    let records: [ReferenceRecord]

    init(seed: UInt64, records count: Int) async throws {
        var options = IndexFollower.Options()
        options.block = 37
        options.publishEvery = 90
        index = try await IndexedStore(options: options)
        var maker = RecordMaker(seed: seed)
        var present: [String: Right] = [:]
        for round in 0..<4 {
            // A new batch, changes of earlier records, some of them twice, and withdrawals.
            var batch: [(id: String, right: Right)] = []
            for number in (round * count / 4)..<((round + 1) * count / 4) {
                let right = maker.record(number)
                batch.append((Self.id(right, number), right))
            }
            let ids = present.keys.sorted()
            for _ in 0..<(ids.isEmpty ? 0 : count / 8) {
                let id = maker.random.pick(ids)
                guard let old = present[id] else { continue }
                batch.append((id, Self.changed(old, by: &maker)))
            }
            for (id, right) in batch { present[id] = right }
            try await Self.save(batch, in: index)
            let doomed = (0..<(ids.isEmpty ? 0 : count / 40)).map { _ in maker.random.pick(ids) }
            for id in doomed { present[id] = nil }
            try await index.store.withdraw(doomed, as: .withdrawn, author: "test")
            try await index.follower.catchUp()
        }
        records = present.keys.sorted().compactMap { id in
            present[id].map { ReferenceRecord(id: id, right: $0) }
        }
    }

    /// Saves some at a time, an entry once in each part.
    private static func save(_ batch: [(id: String, right: Right)], in index: IndexedStore) async throws {
        var part: [(id: String, right: Right)] = []
        for (id, right) in batch {
            if part.count == 15 || part.contains(where: { $0.id == id }) {
                try await index.save(part)
                part = []
            }
            part.append((id, right))
        }
        try await index.save(part)
    }

    private static func id(_ right: Right, _ number: Int) -> String { "\(right.register.rawValue)/R\(10_000 + number)" }

    /// The record with other texts.
    private static func changed(_ right: Right, by maker: inout RecordMaker) -> Right {
        var right = right
        right.bibliography.titles = [LocalizedText(lang: "zh", text: maker.text(1...5))]
        right.bibliography.abstracts = [LocalizedText(lang: "en", text: maker.text(2...12))]
        return right
    }
}
