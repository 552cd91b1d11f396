package import Domain
import EntryIndex
import Store

/// Records that were asked for together.
package struct SeveralRecords: Sendable {
    /// A record with how it was asked for.
    package struct Found: Sendable {
        /// The id or number as it was given.
        package var typed: String
        package var id: EntryID
        /// The newest version with its long texts, as it may be published.
        package var right: Right
        /// When the version was saved; microseconds since 1970, UTC.
        package var time: Int64
    }

    /// In the order asked for, each record once.
    package var found: [Found] = []
    /// What is the id or a number of no record that is here.
    package var missing: [String] = []
}

extension FindRecord {
    /// The records of some ids or numbers of any register, with their long texts.
    ///
    /// - Parameter names: Ids, or numbers as people print them; a few, because each is looked for under every key.
    /// - Returns: What was found, and what was not.
    /// - Throws: What the store throws; `DecodingError` for damaged content.
    package func several(_ names: [String]) async throws -> SeveralRecords {
        var ids: [String?] = []
        for name in names {
            if EntryID(name) != nil {
                ids.append(name)
            } else {
                let keys = Register.allCases.flatMap { Self.keys($0, name) }
                ids.append(try await store.owners(of: keys).lazy.compactMap(\.self).first)
            }
        }
        let entries = try await store.entries(ids.map { $0 ?? "" }, withTexts: true)
        var several = SeveralRecords()
        for (name, entry) in zip(names, entries) {
            guard let entry, !entry.isTombstone, let id = EntryID(entry.entry) else {
                several.missing.append(name)
                continue
            }
            if several.found.contains(where: { $0.id == id }) { continue }
            let right = try RightContent.right(of: entry).masked
            several.found.append(.init(typed: name, id: id, right: right, time: entry.time))
        }
        return several
    }
}
