internal import Bytes
package import Domain
import Foundation
import Store

/// What an account keeps: records, searches and groups of queries, which browsers keep without one.
extension Accounts {
    /// Something that an account keeps, with the id that its page names it by.
    package struct KeptLine: Sendable, Hashable {
        /// Base64url.
        package let id: String
        package let item: KeptItem
    }

    /// What an account keeps, the newest first.
    package func kept(_ caller: Caller) async throws -> [KeptLine] {
        try permit(.readHeldData, caller)
        return try await store.kept(of: caller.account).map {
            KeptLine(id: Base64URL.text(of: $0.id), item: try Self.item($0, caller.account))
        }
    }

    /// Puts things among those that the account keeps; where it has one already, both are merged, see `KeptItem.merged`.
    ///
    /// - Returns: How many of them were not there.
    /// - Throws: `AccountRefusal.kept` where it would be more than an account may keep, and then nothing is kept.
    @discardableResult
    package func keep(_ collection: KeptCollection, _ caller: Caller) async throws -> Int {
        try permit(.manageOwnKept, caller)
        let items = Dictionary(
            collection.items.map { (Self.id(of: $0), $0) },
            uniquingKeysWith: { $0.merged(with: $1) }
        )
        let (account, most) = (caller.account, options.kept)
        let isThere = try await store.keep(of: account) { rows in
            let known = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
            let count = rows.count + items.keys.count { known[$0] == nil }
            let written = try items.map { id, item in
                let merged = try known[id].map { try Self.item($0, account).merged(with: item) } ?? item
                return KeptRow(id: id, content: try Self.content(of: merged), keptAt: merged.time ?? 0)
            }
            let rest = rows.filter { items[$0.id] == nil }
            let bytes = (rest + written).reduce(0) { $0 + $1.content.count }
            guard count <= most.things, bytes <= most.bytes else {
                throw AccountRefusal.kept(things: most.things, bytes: most.bytes)
            }
            return written.filter { known[$0.id] != $0 }
        }
        guard isThere else { throw AccountRefusal.stale }
        return items.count
    }

    /// Removes one thing that the account keeps, by the id of its line, or all; what is none of them is passed over.
    package func dropKept(_ id: String?, _ caller: Caller) async throws {
        try permit(.manageOwnKept, caller)
        guard let id else {
            _ = try await store.dropKept(nil, of: caller.account)
            return
        }
        guard let bytes = Base64URL.bytes(of: id) else { return }
        _ = try await store.dropKept(bytes, of: caller.account)
    }

    // MARK: Rows

    private static func id(of item: KeptItem) -> [UInt8] {
        sha256(Array((item.kind.rawValue + "\n" + item.key).utf8)).bytes
    }

    private static func content(of item: KeptItem) throws -> [UInt8] {
        try CanonicalJSON.encode(KeptCollection([item]))
    }

    private static func item(_ row: KeptRow, _ account: String) throws -> KeptItem {
        guard let item = (try? JSONDecoder().decode(KeptCollection.self, from: Data(row.content)))?.items.first else {
            throw StoreError.damaged("something that \(account) keeps is not what it should be")
        }
        return item
    }
}
