import Bytes
import Domain
import Foundation
import Index
import Query
import SQLiteDriver
import Store

@testable import EntryIndex

/// A store with its index in a temporary folder that goes with the value.
final class IndexedStore {
    let folder: String
    let store: Store
    let published: PublishedIndex
    private(set) var follower: IndexFollower
    private var options: IndexFollower.Options

    init(options: IndexFollower.Options = IndexFollower.Options()) async throws {
        folder = NSTemporaryDirectory() + "entry-index-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: folder + "/store.sqlite")
        store = try await Store.open(database)
        let published = PublishedIndex()
        self.published = published
        self.options = options
        follower = IndexFollower(folder: folder + "/index", store: store, published: published, options: options)
    }

    deinit {
        // A folder left behind in the temporary files harms nothing.
        try? FileManager.default.removeItem(atPath: folder)
    }

    var index: String { folder + "/index" }

    /// Lets go of the index and begins a new follower, as a new process would.
    func restart(options: IndexFollower.Options? = nil) async throws {
        await follower.close()
        if let options { self.options = options }
        follower = IndexFollower(folder: index, store: store, published: published, options: self.options)
    }

    /// Saves rights under these identifiers, replacing what is there.
    func save(_ rights: [(id: String, right: Right)]) async throws {
        var changes: [EntryChange] = []
        for (id, right) in rights {
            var draft = try RightContent.draft(of: right)
            // Numbers of random records may meet; they are no part of what is tested here.
            draft.keys = []
            let register = right.register.rawValue
            changes.append(EntryChange(register: register, entry: id, expectedVersion: nil, draft: draft))
        }
        for start in stride(from: 0, to: changes.count, by: 200) {
            let part = Array(changes[start..<min(changes.count, start + 200)])
            _ = try await store.save(part, author: "test")
        }
    }

    func save(_ id: String, _ right: Right) async throws { try await save([(id, right)]) }

    func searcher() throws -> Searcher {
        guard let snapshot = published.snapshot else { throw IndexFailure.missing(folder: index) }
        return Searcher(snapshot)
    }

    /// The identifiers of the records that a tree finds, in order.
    static func ids(_ tree: QueryTree, in searcher: Searcher) throws -> [String] {
        let list = try searcher.matches(SearchRequest(tree, sort: .identifier))
        return try list.identifiers(0..<list.count)
    }

    /// The identifiers of the records that a query finds, in order.
    func ids(_ query: String) throws -> [String] {
        let parsed = try QueryLanguage().parse(query)
        return try Self.ids(QueryCompiler().compile(parsed.expression).tree, in: searcher())
    }
}
