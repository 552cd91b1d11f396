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
        var entries = try await store.entries(names.map { EntryID($0) == nil ? "" : $0 }, withTexts: true)
        // What no record is named may still be one's number, also with a register in front.
        let open = names.indices.filter { entries[$0] == nil }
        var owners: [String] = []
        for place in open {
            let keys = Self.keys(names[place])
            owners.append(try await store.owners(of: keys).lazy.compactMap(\.self).first ?? "")
        }
        for (place, entry) in zip(open, try await store.entries(owners, withTexts: true)) { entries[place] = entry }
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

    /// The keys of a number in every register, or in the one that stands in front of it: `patent/CN299000229U`.
    private static func keys(_ name: String) -> [LookupKey] {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2, let register = Register(rawValue: parts[0]) { return keys(register, parts[1]) }
        return Register.allCases.flatMap { keys($0, name) }
    }
}
