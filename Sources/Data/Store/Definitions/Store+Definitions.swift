internal import Bytes
internal import Foundation
internal import SQLCore

extension Store {
    /// Publishes a definition under the migration lock; the one in force when its text is the same.
    package func publish(kind: String, name: String, text: String) async throws -> Definition {
        let now = options.now()
        return try await database.migrationLock { transaction in
            try Self.publish(kind: kind, name: name, text: text, now: now, in: transaction)
        }
    }

    /// Publishes definitions together, where none of them has another version than the one they follow.
    ///
    /// - Parameters:
    ///   - new: kind, name, text, and the version that was looked at; 0 for none.
    ///   - publication: who publishes them, and why.
    ///   - event: what is noted with it, where something is.
    /// - Returns: whether they were published; false where somebody else published meanwhile, and then none is.
    /// - Throws: `DatabaseError`.
    package func publish(
        _ new: [(kind: String, name: String, text: String, follows: Int64)],
        as publication: Publication,
        _ event: AccountEvent? = nil
    ) async throws -> Bool {
        let now = options.now()
        let note = String(decoding: try JSONEncoder().encode(publication), as: UTF8.self)
        return try await database.migrationLock { transaction in
            for one in new {
                let newest = try transaction.first(DefinitionStatements.newest, [.text(one.kind), .text(one.name)]) {
                    try $0.integer(2)
                }
                guard (newest ?? 0) == one.follows else { return false }
            }
            for one in new {
                let made = try Self.publish(kind: one.kind, name: one.name, text: one.text, now: now, in: transaction)
                guard made.version > one.follows else { continue }
                let name = Publication.name(kind: one.kind, name: one.name, version: made.version)
                try transaction.run(DefinitionStatements.putMeta, [.text(name), .text(note)])
            }
            if let event { try Self.note(event, in: transaction) }
            return true
        }
    }

    static func publish(
        kind: String,
        name: String,
        text: String,
        now: Int64,
        in transaction: borrowing Transaction
    ) throws -> Definition {
        let newest = try transaction.first(DefinitionStatements.newest, [.text(kind), .text(name)]) {
            try Definition($0)
        }
        if let newest, newest.text == text { return newest }
        let definition = Definition(
            kind: kind,
            name: name,
            version: (newest?.version ?? 0) + 1,
            digest: sha256(Array(text.utf8)).description,
            text: text,
            publishedAt: now
        )
        try transaction.run(
            DefinitionStatements.publish,
            [
                .text(kind), .text(name), .integer(definition.version), .text(definition.digest), .text(text),
                .integer(now),
            ]
        )
        return definition
    }

    /// The definitions of a kind in force, by name.
    package func definitions(kind: String) async throws -> [Definition] {
        try await database.read { transaction in
            try transaction.all(DefinitionStatements.inForce, [.text(kind)]) { try Definition($0) }
        }
    }

    /// The newest version of each definition of a kind by its name, without the texts.
    package func definitionVersions(kind: String) async throws -> [String: Int64] {
        let rows = try await database.read { transaction in
            try transaction.all(DefinitionStatements.versions, [.text(kind)]) { (try $0.text(0), try $0.integer(1)) }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// Every version of a definition, the oldest first, with its text.
    package func definitionHistory(kind: String, name: String) async throws -> [Definition] {
        try await database.read { transaction in
            try transaction.all(DefinitionStatements.history, [.text(kind), .text(name)]) { try Definition($0) }
        }
    }

    /// Who published each of some versions; nil for one that was published before that was kept.
    ///
    /// - Throws: `DatabaseError`; `StoreError.damaged`.
    package func publications(of definitions: [Definition]) async throws -> [Publication?] {
        let notes = try await database.read { transaction in
            try definitions.map { definition in
                let name = Publication.name(
                    kind: definition.kind,
                    name: definition.name,
                    version: definition.version
                )
                return try transaction.first(DefinitionStatements.meta, [.text(name)]) { try $0.text(0) }
            }
        }
        return try notes.map { note in
            guard let note else { return nil }
            do {
                return try JSONDecoder().decode(Publication.self, from: Data(note.utf8))
            } catch {
                throw StoreError.damaged("what is kept of a publication cannot be read")
            }
        }
    }

    /// One version of a definition, or nil.
    package func definition(kind: String, name: String, version: Int64) async throws -> Definition? {
        try await database.read { transaction in
            try transaction.first(DefinitionStatements.one, [.text(kind), .text(name), .integer(version)]) {
                try Definition($0)
            }
        }
    }

    /// The value kept under a name, or nil.
    package func meta(_ name: String) async throws -> String? {
        try await database.read { transaction in
            try transaction.first(DefinitionStatements.meta, [.text(name)]) { try $0.text(0) }
        }
    }

    /// Keeps a value under a name that has none, and returns the one that it has then.
    package func keepMeta(_ name: String, _ value: String) async throws -> String {
        try await database.migrationLock { transaction in
            if let kept = try transaction.first(DefinitionStatements.meta, [.text(name)], { try $0.text(0) }) {
                return kept
            }
            try transaction.run(DefinitionStatements.putMeta, [.text(name), .text(value)])
            return value
        }
    }

    /// Keeps a value under a name.
    package func setMeta(_ name: String, _ value: String) async throws {
        try await database.write { transaction in
            try transaction.run(DefinitionStatements.putMeta, [.text(name), .text(value)])
        }
    }

    /// Keeps a value under a name with what happened and what follows: all of it or nothing.
    package func setMeta(_ name: String, _ value: String, _ event: AccountEvent, jobs: [NewJob]) async throws {
        let now = options.now()
        try await database.write { transaction in
            try transaction.run(DefinitionStatements.putMeta, [.text(name), .text(value)])
            try Self.note(event, in: transaction)
            for job in jobs { try Self.enqueue(job, now: now, in: transaction) }
        }
    }

    /// Keeps a value under a name if it may take the place of the one that is there; of two at once one sees the other.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    ///   - replaces: Whether it takes the place of the value that it is given.
    /// - Throws: `DatabaseError`; what `replaces` throws.
    package func setMeta(
        _ name: String,
        _ value: String,
        where replaces: @escaping @Sendable (String) throws -> Bool
    ) async throws {
        try await database.migrationLock { transaction in
            let kept = try transaction.first(DefinitionStatements.meta, [.text(name)]) { try $0.text(0) }
            if let kept, try !replaces(kept) { return }
            try transaction.run(DefinitionStatements.putMeta, [.text(name), .text(value)])
        }
    }
}

extension Definition {
    /// Reads a row of `kind, name, version, digest, body, published_at`.
    init(_ row: borrowing Row) throws {
        self.init(
            kind: try row.text(0),
            name: try row.text(1),
            version: try row.integer(2),
            digest: try row.text(3),
            text: try row.text(4),
            publishedAt: try row.integer(5)
        )
    }
}
