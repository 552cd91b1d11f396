import Discovery
import EntryIndex
import Federation
import Foundation
import Identity
import Logging
import Registers
import SQLiteDriver
import ServiceLifecycle
import Store
import Web

/// A store with sample records, and nodes over it: each with an index folder and a server of its own.
final class SharedStore: Sendable {
    let folder: String
    let store: Store

    init(samples: Int) async throws {
        folder = NSTemporaryDirectory() + "huizhi-federation-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try await Store.open(SQLiteDatabase(path: StoreFolder(path: folder).database))
        try await add(0..<samples)
    }

    deinit {
        // A folder left behind in the temporary files harms nothing.
        try? FileManager.default.removeItem(atPath: folder)
    }

    func add(_ numbers: Range<Int>) async throws {
        _ = try await SampleRecords(store: store, isAllowed: true)(numbers, seed: 7)
    }
}

/// One node over a shared store.
struct TestNode: Sendable {
    let folder: String
    let published = PublishedIndex()
    let follower: IndexFollower
    private let shared: SharedStore

    init(_ shared: SharedStore, _ name: String) {
        self.shared = shared
        folder = shared.folder + "/" + name
        follower = IndexFollower(folder: folder, store: shared.store, published: published)
    }

    /// Copies a snapshot from siblings without long pauses.
    func copy(from siblings: [Sibling], retries: Int = 2) -> CopySnapshot {
        var options = CopySnapshot.Options()
        options.retries = retries
        options.pause = .milliseconds(10)
        return CopySnapshot(siblings: siblings, follower: follower, index: published, options: options)
    }

    /// Serves on a free port while `work` runs.
    func serving<Value: Sendable>(
        _ offer: SnapshotOffer.Options = SnapshotOffer.Options(),
        _ work: (Sibling, SnapshotOffer) async throws -> Value
    ) async throws -> Value {
        let pool = SearchPool(options: .init(threads: 2))
        let search = Search(store: shared.store, index: published, pool: pool)
        let snapshots = SnapshotOffer(folder: folder, index: published, options: offer)
        var options = WebServer.Options()
        options.port = 0
        options.drainSeconds = 0
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let declared = RegisterEntries(
            store: shared.store,
            definitions: DefinitionCache(store: shared.store)
        )
        let server = try WebServer(
            services: .init(
                search: search,
                findRecord: FindRecord(store: shared.store),
                overview: Overview(search: search, store: shared.store),
                classes: Classes(search: search, store: shared.store),
                aliases: Aliases(search: search, store: shared.store),
                plans: PlansInForce(definitions: DefinitionCache(store: shared.store)),
                indicators: Figures(store: shared.store, definitions: DefinitionCache(store: shared.store)),
                accounts: try Accounts(store: shared.store, key: nil),
                verifyAudit: VerifyAudit(store: shared.store),
                standing: NodeStanding(
                    store: shared.store,
                    index: published,
                    registers: PublishedIndex(),
                    pool: pool
                ),
                snapshots: snapshots,
                registerEntries: declared,
                listEntries: ListEntries(entries: declared, index: PublishedIndex(), pool: pool),
                publishDefinitions: PublishDefinitions(
                    store: shared.store,
                    cache: DefinitionCache(store: shared.store)
                )
            ),
            options: options,
            logger: logger
        )
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let service = server.application { port.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: logger))
        let running = Task { try await group.run() }
        var chosen = ports.makeAsyncIterator()
        let address = "http://127.0.0.1:\(await chosen.next() ?? 0)"
        let result: Result<Value, any Error>
        do { result = .success(try await work(try Sibling(address), snapshots)) } catch { result = .failure(error) }
        await group.triggerGracefulShutdown()
        try await running.value
        return try result.get()
    }
}
