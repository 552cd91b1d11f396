package import Domain
package import Store

/// Publishes editions of the table of aliases, and says which there are.
///
/// An edition is a version of one definition: a later one replaces the earlier, and all are kept.
package struct PublishAliases: Sendable {
    private let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// An edition as it is kept.
    package struct Edition: Codable, Sendable, Hashable {
        /// Which version, from 1.
        package var version: Int64
        /// The day on which it was published, in China.
        package var published: String
        /// The edition's name, where it has one.
        package var edition: String?
        /// Lines that put a spelling under its holder.
        package var same: Int
        /// Lines that tell two names apart.
        package var different: Int
    }

    /// What an edition would change in the one in force.
    package struct Plan: Sendable {
        package var table: AliasTable
        /// The version in force; 0 for none.
        package var follows: Int64
        package var added: [AliasEntry]
        package var removed: [AliasEntry]
    }

    /// What publishing a text would change; nothing is changed.
    ///
    /// - Parameters:
    ///   - text: As `AliasTable.init(text:)` reads it.
    ///   - edition: The edition's name in the place of one that the text names.
    ///   - isReplacing: Whether a text that was exported from another version than the one in force is taken as well; what
    ///     was published since then goes.
    /// - Returns: The plan.
    /// - Throws: `Failure.invalid` naming the line and the remedy, `Failure.conflict` for a text that was exported from
    ///   another version; what the store throws.
    package func plan(_ text: String, edition: String? = nil, isReplacing: Bool = false) async throws -> Plan {
        var table = try AliasTable(text: text)
        if let edition { table = try AliasTable(table.entries, edition: edition) }
        let (before, version) = try await inForce()
        // Where no table is published no line can be lost.
        if !isReplacing, version > 0, let exported = AliasTable.version(ofExport: text), exported != version {
            throw Failure.conflict(
                reason:
                    "the file was exported from version \(exported), and the table is now at version \(version); export "
                    + "it again, or import with --replace"
            )
        }
        let (old, new) = (Set(before.entries), Set(table.entries))
        return Plan(
            table: table,
            follows: version,
            added: table.entries.filter { !old.contains($0) },
            removed: before.entries.filter { !new.contains($0) }
        )
    }

    /// Publishes what was planned.
    ///
    /// - Returns: The edition in force; the one before where the text is the same.
    /// - Throws: `Failure.conflict` where another edition was published since the plan was made; what the store throws.
    package func callAsFunction(_ plan: Plan) async throws -> Edition {
        let day = try day()
        let decision = AliasDecision(.accepted, day: day, edition: .init(plan.table, follows: plan.follows))
        guard let definition = try await store.decide([], decision) else {
            throw Failure.unavailable(reason: "no edition was published")
        }
        return try Self.edition(definition)
    }

    /// All editions, the oldest first.
    ///
    /// - Throws: What the store throws; `Failure.invalid` for a definition that is damaged.
    package func editions() async throws -> [Edition] {
        try await store.definitionHistory(kind: AliasTable.definitionKind, name: AliasTable.definitionName)
            .map(Self.edition)
    }

    /// The text of an edition.
    ///
    /// - Parameter version: Its version; nil for the one in force.
    /// - Returns: The text as it is kept, with a remark that says which version it is.
    /// - Throws: `Failure.notFound` where there is none.
    package func text(version: Int64? = nil) async throws -> String {
        let (kind, name) = (AliasTable.definitionKind, AliasTable.definitionName)
        let found =
            if let version {
                try await store.definition(kind: kind, name: name, version: version)
            } else {
                try await store.definitions(kind: kind).first { $0.name == name }
            }
        guard let found else {
            let which = version.map { "version \($0) of the table of aliases" } ?? "a table of aliases"
            throw Failure.notFound(what: "\(which); `huizhi aliases list` shows what there is")
        }
        return AliasTable.exported(found.text, version: found.version)
    }

    /// The table in force with its version; an empty one and 0 where there is none.
    func inForce() async throws -> (table: AliasTable, version: Int64) {
        let definitions = try await store.definitions(kind: AliasTable.definitionKind)
        guard let definition = definitions.first(where: { $0.name == AliasTable.definitionName }) else {
            return (.empty, 0)
        }
        return (try AliasTable(text: definition.text), definition.version)
    }

    func day() throws -> String {
        guard let day = PartialDate(inChinaAt: store.now) else {
            throw Failure.unavailable(reason: "the clock of this machine shows no day of the calendar")
        }
        return day.description
    }

    static func edition(_ definition: Definition) throws -> Edition {
        let table = try AliasTable(text: definition.text)
        let same = table.entries.count { $0.verdict == .same }
        return Edition(
            version: definition.version,
            published: PartialDate(inChinaAt: definition.publishedAt)?.description ?? "",
            edition: table.edition,
            same: same,
            different: table.entries.count - same
        )
    }
}
