internal import SQLCore

extension Store {
    /// An entry as it stands, a tombstone included; nil when there never was one.
    ///
    /// - Throws: `StoreError.damaged` when its content cannot be expanded; `DatabaseError`.
    package func entry(_ entry: String, withTexts: Bool = true) async throws -> StoredEntry? {
        try await entries([entry], withTexts: withTexts).first ?? nil
    }

    /// Entries as they stand, in the order asked for, all of one moment; nil for those that never were.
    ///
    /// - Throws: `StoreError.damaged` when a content cannot be expanded; `DatabaseError`.
    package func entries(_ entries: [String], withTexts: Bool = false) async throws -> [StoredEntry?] {
        try await database.read { transaction in
            try self.compressors.with { compressor in
                let rows = try transaction.firsts(EntryStatements.row, groups: entries.map { .sought($0) }) {
                    number,
                    row in
                    try EntryRow(row, entry: entries[number])
                }
                let found = rows.compactMap(\.self)
                var stored = try Self.stored(found, withTexts, with: compressor, in: transaction).makeIterator()
                return rows.map { $0.flatMap { _ in stored.next() } }
            }
        }
    }

    /// The entries that follow `entry` in the order of their identifiers, tombstones included: for exports and checks.
    ///
    /// Start with the empty string; the last identifier of a block leads to the next one.
    package func entries(
        following entry: String,
        limit: Int,
        withTexts: Bool = false
    ) async throws -> [StoredEntry] {
        try await database.read { transaction in
            let rows = try transaction.all(EntryStatements.rowsAfter, [.text(entry), .integer(Int64(limit))]) {
                try EntryRow($0, entry: $0.text(10))
            }
            return try self.compressors.with { try Self.stored(rows, withTexts, with: $0, in: transaction) }
        }
    }

    /// The long texts of an entry as it stands, in the order of part and language.
    package func texts(of entry: String) async throws -> [EntryText] {
        try await database.read { transaction in
            try self.compressors.with {
                try Self.texts(of: entry, upTo: .max, with: $0, in: transaction)
            }
        }
    }

    /// The versions of an entry, oldest first; empty when there never was one.
    package func versions(of entry: String) async throws -> [VersionLine] {
        try await database.read { transaction in
            var lines = try transaction.all(EntryStatements.history, [.text(entry)]) {
                VersionLine(
                    version: try $0.integer(0),
                    sequence: try $0.integer(1),
                    time: try $0.integer(2),
                    digest: try $0.digest(3),
                    hasContent: try $0.integer(4) == 1
                )
            }
            let newest = try transaction.first(EntryStatements.row, [.text(entry)]) {
                try EntryRow($0, entry: entry)
            }
            if let newest {
                lines.append(
                    VersionLine(
                        version: newest.version,
                        sequence: newest.sequence,
                        time: newest.time,
                        digest: newest.digest,
                        hasContent: newest.content != nil
                    )
                )
            }
            return lines
        }
    }

    /// One version of an entry with its texts; nil when there is none or its content was erased.
    package func version(_ version: Int64, of entry: String) async throws -> StoredEntry? {
        try await database.read { transaction in
            let newest = try transaction.first(EntryStatements.row, [.text(entry)]) {
                try EntryRow($0, entry: entry)
            }
            guard let newest else { return nil }
            return try self.compressors.with { compressor -> StoredEntry? in
                let texts = try Self.texts(of: entry, upTo: version, with: compressor, in: transaction)
                if newest.version == version { return try newest.stored(with: compressor, texts: texts) }
                let old = try transaction.first(EntryStatements.oneVersion, [.text(entry), .integer(version)]) { row in
                    (
                        sequence: try row.integer(1), time: try row.integer(2), digest: try row.digest(3),
                        content: try row.bytesIfAny(6)
                    )
                }
                guard let old, let content = old.content else { return nil }
                return StoredEntry(
                    register: newest.register,
                    entry: entry,
                    version: version,
                    sequence: old.sequence,
                    time: old.time,
                    state: .live,
                    digest: old.digest,
                    content: try compressor.expand(content),
                    texts: texts
                )
            }
        }
    }

    /// The entry that has a number or name, or nil.
    package func entry(with key: LookupKey) async throws -> String? {
        try await owners(of: [key]).first ?? nil
    }

    /// The entries that have these numbers or names, in the order asked for; nil where none has.
    package func owners(of keys: [LookupKey]) async throws -> [String?] {
        try await database.read { transaction in
            try transaction.firsts(EntryStatements.owner, groups: keys.flatMap(\.sought)) { _, row in try row.text(0) }
        }
    }

    /// What each source said last about an entry, sorted by format and record key.
    package func sources(of entry: String) async throws -> [SourceRecord] {
        try await database.read { transaction in
            try self.compressors.with {
                try EntryBase(entry, with: $0, in: transaction)?.sources ?? []
            }
        }
    }

    /// How many records the sources of each format spoke of, by the name of the format.
    ///
    /// **Cost** reads the keys of all sources: for a page that few ask for, and then to be kept a while.
    package func sourceCounts() async throws -> [SourceCount] {
        try await database.read { transaction in
            try transaction.all(EntryStatements.sourceCounts) {
                SourceCount(format: try $0.text(0), records: try $0.integer(1))
            }
        }
    }

    /// How many entries each register has, by the name of the register.
    package func counts() async throws -> [RegisterCount] {
        try await database.read { transaction in
            try transaction.all(EntryStatements.counts) {
                RegisterCount(register: try $0.text(0), entries: try $0.integer(1), tombstones: try $0.integer(2))
            }
        }
    }

    static func texts(
        of entry: String,
        upTo version: Int64,
        with compressor: Compressor,
        in transaction: borrowing Transaction
    ) throws -> [EntryText] {
        try texts(groups: [.text(entry), .integer(version)], with: compressor, in: transaction).first ?? []
    }

    /// Rows as entries, with the texts of those that live where they are wanted.
    private static func stored(
        _ rows: [EntryRow],
        _ withTexts: Bool,
        with compressor: Compressor,
        in transaction: borrowing Transaction
    ) throws -> [StoredEntry] {
        guard withTexts else { return try rows.map { try $0.stored(with: compressor, texts: []) } }
        let living = rows.filter { $0.state == .live }.flatMap { [Value.text($0.entry), .integer($0.version)] }
        var texts = try texts(groups: living, with: compressor, in: transaction).makeIterator()
        return try rows.map { row in
            try row.stored(with: compressor, texts: row.state == .live ? texts.next() ?? [] : [])
        }
    }

    /// The texts of many entries, each up to a version.
    private static func texts(
        groups: [Value],
        with compressor: Compressor,
        in transaction: borrowing Transaction
    ) throws -> [[EntryText]] {
        try transaction.all(EntryStatements.texts, groups: groups) { _, row in
            let body = try row.bytes(3)
            let bytes = try row.integer(2) == 1 ? try compressor.expand(body) : body
            return EntryText(
                part: try row.text(0),
                language: try row.text(1),
                text: String(decoding: bytes, as: UTF8.self)
            )
        }
    }
}
