import Bytes
package import Domain
import EntryIndex
import Registers
package import Store

/// Finds one record by its name or by any of its numbers; everybody may.
package struct FindRecord: Sendable {
    let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// The record under a name.
    ///
    /// - Parameters:
    ///   - register: Where to look.
    ///   - number: What follows the register in the record's name, or any number of the record as people print it.
    /// - Returns: The record, or where it is, or that it was withdrawn.
    /// - Throws: `Failure.notFound` when no record has the name or number; what the store throws.
    package func callAsFunction(_ register: Register, _ number: String) async throws -> RecordLookup {
        let name = register.rawValue + "/" + number
        // A name holds nothing but ASCII letters, digits and hyphens; a number may hold more.
        if let id = EntryID(name), let entry = try await store.entry(name, withTexts: true) {
            return entry.isTombstone ? .withdrawn(id) : .found(try await answer(id, entry))
        }
        return .known(as: try await owner(register, number))
    }

    /// The record that has a number.
    ///
    /// - Throws: `Failure.notFound` when none has; what the store throws.
    func owner(_ register: Register, _ number: String) async throws -> EntryID {
        let owners = try await store.owners(of: Self.keys(register, number))
        guard let owner = owners.lazy.compactMap(\.self).first, let id = EntryID(owner) else {
            throw Failure.notFound(what: register.rawValue + "/" + number)
        }
        return id
    }

    /// The records of some entries as they may be published, in the order given, without their long texts; one that
    /// was withdrawn is left out.
    ///
    /// - Throws: What the store throws; `DecodingError` for damaged content.
    package func records(_ ids: [String]) async throws -> [(id: EntryID, right: Right)] {
        try await store.entries(ids, withTexts: false).compactMap { entry in
            guard let entry, !entry.isTombstone, let id = EntryID(entry.entry) else { return nil }
            return (id, try RightContent.right(of: entry).masked)
        }
    }

    /// The records of this node among the documents that a record names, of the first ``namedDocuments``.
    ///
    /// - Throws: What the store throws; `DecodingError` for damaged content.
    package func named(by right: Right) async throws -> NamedRecords {
        let keys = Array(NamedRecords.keys(of: right).prefix(Self.namedDocuments))
        guard !keys.isEmpty else { return NamedRecords() }
        let scope = right.register.rawValue
        let owners = try await store.owners(
            of: keys.map { LookupKey(scope: scope, field: $0.field.rawValue, value: $0.value) }
        )
        let ids = Array(Set(owners.compactMap(\.self)))
        let rights = Dictionary(
            try await records(ids).map { ($0.id.description, NamedRecords.Record(id: $0.id, right: $0.right)) },
            uniquingKeysWith: { first, _ in first }
        )
        let pairs = zip(keys, owners).compactMap { key, owner in owner.flatMap { rights[$0] }.map { (key, $0) } }
        return NamedRecords(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }

    private func answer(_ id: EntryID, _ entry: StoredEntry) async throws -> RecordAnswer {
        let statements = try SourceStatement.ordered(await store.sources(of: entry.entry))
        let right = try RightContent.right(of: entry).masked
        return RecordAnswer(
            id: id,
            right: right,
            version: entry.version,
            sequence: entry.sequence,
            time: entry.time,
            digest: entry.digest.description,
            versions: try await store.versions(of: entry.entry),
            sources: statements.map(RecordAnswer.Source.init),
            outlook: LegalOutlook(right, on: try today())
        )
    }

    /// The day in China, whose offices count by it.
    private func today() throws -> PartialDate {
        guard let day = PartialDate(inChinaAt: store.now) else {
            throw Failure.unavailable(reason: "the clock of this machine shows no day of the calendar")
        }
        return day
    }

    /// The keys under which a number may stand, in every form that it may mean.
    static func keys(_ register: Register, _ number: String) -> [LookupKey] {
        let bare = String(
            decoding: number.uppercased().utf8.filter {
                (48...57).contains($0) || (65...90).contains($0) || $0 == 45
            },
            as: UTF8.self
        )
        guard !bare.isEmpty, bare.utf8.count <= longestNumber else { return [] }
        var values = [bare]
        func add(_ value: String?) {
            if let value, !values.contains(value) { values.append(value) }
        }
        for key in ApplicationNumber.read(bare)?.lookupKeys ?? [] { add(key) }
        add(PublicationNumber.read(bare)?.id)
        add(RightNumber.applicationID(country: nil, number: bare))
        add("CN" + bare)
        return IdentityKey.Field.allCases.flatMap { field in
            values.map { LookupKey(scope: register.rawValue, field: field.rawValue, value: $0) }
        }
    }

    /// Documents that a record names which are looked up in the store; a page shows the others without their state.
    private static let namedDocuments = 60
    /// No number of any office comes near it; characters.
    private static let longestNumber = 64
}
