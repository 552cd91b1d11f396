import Store
import Testing

@testable import Registers

struct WithdrawRecordsTests {

    /// Two patents in a store, under the ids that their numbers give them.
    private func withPatents(_ body: (Workplace, WithdrawRecords) async throws -> Void) async throws {
        try await withWorkplace { place in
            let file = try place.write([patent(1), patent(2)], to: "a.jsonl")
            #expect(try await place.importing()([file]).imported == 2)
            try await body(place, WithdrawRecords(store: place.store))
        }
    }

    @Test func `a plan tells apart what is there, what was withdrawn and what never was, and changes nothing`()
        async throws
    {
        try await withPatents { place, withdraw in
            let ids = try await place.store.entries(following: "", limit: 5).map(\.entry)
            try #require(ids.count == 2)
            let first = try await withdraw.plan([ids[0]], erases: false)
            #expect(try await withdraw(first, reason: "sent by mistake") == 1)
            let size = try await place.store.logHead().size

            let plan = try await withdraw.plan([ids[1], ids[0], "patent/CN1", ids[1]], erases: false)
            #expect(plan.entries == [ids[1]])
            #expect(plan.unknown == ["patent/CN1"])
            #expect(plan.already.map(\.id) == [ids[0]])
            #expect(plan.already.map(\.reason) == ["sent by mistake"])
            #expect(plan.already.map(\.sequence) == [3])
            #expect(plan.already.map(\.erased) == [false])
            #expect(try await place.store.logHead().size == size)
        }
    }

    @Test func `withdrawing twice is the same as once`() async throws {
        try await withPatents { place, withdraw in
            let ids = try await place.store.entries(following: "", limit: 5).map(\.entry)
            let plan = try await withdraw.plan(ids, erases: false)
            #expect(try await withdraw(plan, reason: nil) == 2)
            #expect(try await withdraw(plan, reason: nil) == 0)
            #expect(try await place.store.logHead().size == 4)
            #expect(
                try await place.store.counts() == [RegisterCount(register: "patent", entries: 0, tombstones: 2)]
            )
            #expect(try await place.store.verify().findings == [])
        }
    }

    @Test func `a withdrawn record comes back with its file, one that was erased after it does not`() async throws {
        try await withPatents { place, withdraw in
            let ids = try await place.store.entries(following: "", limit: 5).map(\.entry)
            _ = try await withdraw(try await withdraw.plan(ids, erases: false), reason: nil)
            // Erasing what was withdrawn makes it final: a second line of the log, and no content to lose.
            #expect(try await withdraw(try await withdraw.plan([ids[0]], erases: true), reason: nil) == 1)
            #expect(try await place.store.versions(of: ids[0]).map(\.version) == [1, 2, 3])
            #expect(
                try await place.store.counts() == [RegisterCount(register: "patent", entries: 0, tombstones: 2)]
            )

            let report = try await place.importing()([place.path("a.jsonl")])
            #expect([report.imported, report.rejected] == [1, 1])
            let states = try await place.store.entries(ids).map { $0?.state }
            #expect(states == [.erased, .live])
            #expect(try await place.store.verify().findings == [])
        }
    }

    @Test func `samples that were withdrawn do not come back by themselves`() async throws {
        try await withWorkplace { place in
            let samples = SampleRecords(store: place.store, isAllowed: true)
            _ = try await samples(0..<20, seed: 1)
            let ids = try await place.store.entries(following: "", limit: 50).map(\.entry)
            let withdraw = WithdrawRecords(store: place.store)
            #expect(try await withdraw(try await withdraw.plan(ids, erases: false), reason: nil) == 20)
            let isEmpty = try await samples.storeIsEmpty()
            #expect(!isEmpty)
        }
    }
}
