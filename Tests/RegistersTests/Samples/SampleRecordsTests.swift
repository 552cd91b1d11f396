import Domain
import Store
import Testing

@testable import Registers

struct SampleRecordsTests {
    @Test func `samples go in once, in whatever pieces`() async throws {
        try await withWorkplace { place in
            let samples = SampleRecords(store: place.store, isAllowed: true)
            #expect(try await samples.storeIsEmpty())
            #expect(try await samples(0..<100, seed: 1, batch: 30) == 100)
            #expect(try await !samples.storeIsEmpty())
            #expect(try await samples(50..<150, seed: 1, batch: 7) == 50)
            #expect(try await place.store.counts().reduce(0) { $0 + $1.entries } == 150)
            let right = try #require(
                try await place.store.right(SampleMaker(seed: 1).record(120).entryID?.description ?? "")
            )
            #expect(right == SampleMaker(seed: 1).record(120))
            #expect(try await place.store.verify().findings == [])
        }
    }

    @Test func `production mode refuses them`() async throws {
        try await withWorkplace { place in
            let samples = SampleRecords(store: place.store, isAllowed: false)
            await #expect(throws: Failure.notAllowed(action: "sample records in production mode")) {
                try await samples(0..<10, seed: 1)
            }
            let isEmpty = try await samples.storeIsEmpty()
            #expect(isEmpty)
        }
    }

    @Test func `a range beyond the last record is refused`() async throws {
        try await withWorkplace { place in
            let samples = SampleRecords(store: place.store, isAllowed: true)
            await #expect(throws: Failure.self) { try await samples(9_999_999..<10_000_001, seed: 1) }
            let isEmpty = try await samples.storeIsEmpty()
            #expect(isEmpty)
        }
    }
}
