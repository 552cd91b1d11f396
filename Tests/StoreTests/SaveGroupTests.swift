import SQLCore
import Synchronization
import TestWaiting
import Testing

@testable import Store

/// Saves that wait at the same time.
@Suite(.onEveryDatabase, .namingTheDatabase) struct SaveGroupTests {
    /// A database that counts the transactions that were asked to change rows.
    private final class Counted: Database {
        private let database: any Database
        private let count = Atomic(0)

        init(_ database: any Database) { self.database = database }

        var writes: Int { count.load(ordering: .relaxed) }
        var connections: [ConnectionCounts] { database.connections }

        func write<T: Sendable>(
            _ durability: Durability,
            _ body: @Sendable (borrowing Transaction) throws -> T
        ) async throws -> T {
            count.add(1, ordering: .relaxed)
            return try await database.write(durability, body)
        }

        func read<T: Sendable>(_ body: @Sendable (borrowing Transaction) throws -> T) async throws -> T {
            try await database.read(body)
        }

        func migrationLock<T: Sendable>(
            _ body: @Sendable (borrowing Transaction) throws -> T
        ) async throws -> T {
            try await database.migrationLock(body)
        }

        func flush() async throws { try await database.flush() }
        func integrityFindings() async throws -> [String] { try await database.integrityFindings() }
        func backup(toFile path: String) async throws { try await database.backup(toFile: path) }
        func notifications(_ channel: String) -> AsyncStream<Void> { database.notifications(channel) }
        func close() async throws { try await database.close() }
    }

    private func outlet(_ number: Int, code: String) -> EntryChange {
        EntryChange(
            register: "outlet",
            entry: "o/\(number)",
            expectedVersion: nil,
            draft: Draft(
                content: Array("{}".utf8),
                keys: [LookupKey(scope: "outlet", field: "code", value: code)]
            )
        )
    }

    @Test func `they share a commit, and one that is refused is undone by itself`() async throws {
        try await withStore { fixture in
            let database = Counted(fixture.database)
            var options = StoreOptions()
            // However slow the machine is, all of them fit into one transaction.
            options.writeTime = .seconds(60)
            let store = try await Store.open(database, options: options)
            let (_, (first, later)) = try await holding { gate in
                try await fixture.database.write { transaction in
                    _ = try LogWriter(in: transaction, time: 1, author: "slow")
                    gate.pass()
                }
            } while: {
                let first = Task { try await store.save([outlet(0, code: "0")], author: "anna") }
                try await eventually { await store.saves.count == 1 }
                // Two of each code: the second of them comes too late.
                let later = (1...20).map { number in
                    Task {
                        try await store.save([outlet(number, code: "\(1 + number % 10)")], author: "anna")
                    }
                }
                try await eventually { await store.saves.count == 21 }
                return (first, later)
            }
            #expect(try await first.value.logSize == 1)
            var refused = 0
            for save in later {
                do {
                    #expect(try await save.value.versions == [1])
                } catch StoreError.keyTaken {
                    refused += 1
                }
            }
            #expect(refused == 10)
            #expect(database.writes == 2)
            #expect(try await store.logHead().size == 11)
            #expect(try await store.verify().findings == [])
            #expect(try await store.entries(following: "", limit: 50).count == 11)
        }
    }

    @Test func `a save that nobody waits for any more does not take its neighbours along`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let cancelled = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await store.save([outlet(1, code: "1")], author: "anna")
            }
            cancelled.cancel()
            async let neighbour = store.save([outlet(2, code: "2")], author: "anna")
            await #expect(throws: CancellationError.self) { try await cancelled.value }
            let saved = try await neighbour
            #expect(saved.logSize == 1)
        }
    }
}
