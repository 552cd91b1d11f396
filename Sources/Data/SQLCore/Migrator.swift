/// Brings a database to the newest schema of this program, under the migration lock.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// Takes all steps, in order.
    package init(_ migrations: [Migration]) {
        precondition(
            migrations.enumerated().allSatisfy { $0.element.number == Int64($0.offset) + 1 },
            "migrations are numbered from 1 without gaps"
        )
        self.migrations = migrations
    }

    /// Applies the steps that are missing.
    ///
    /// - Parameters:
    ///   - database: where to apply them.
    ///   - now: the moment to note beside each step, in microseconds UTC.
    /// - Returns: the numbers of the steps applied now.
    /// - Throws: `DatabaseError.schemaFromTheFuture` and `.migrationEdited`, before anything is changed.
    @discardableResult
    package func migrate(_ database: any Database, now: Int64) async throws -> [Int64] {
        if try await isCurrent(database) { return [] }
        return try await database.migrationLock { transaction in
            try transaction.run(Self.create)
            let applied = try check(in: transaction)
            let missing = migrations.dropFirst(applied)
            for migration in missing {
                for statement in migration.statements { try transaction.run(statement) }
                try transaction.run(
                    Self.note,
                    [
                        .integer(migration.number), .text(migration.name), .text(migration.digest), .integer(now),
                    ]
                )
            }
            return missing.map(\.number)
        }
    }

    // Most starts find nothing to do, and then need not wait for whoever is writing.
    private func isCurrent(_ database: any Database) async throws -> Bool {
        do {
            return try await database.read { try check(in: $0) } == migrations.count
        } catch DatabaseError.failed {
            // The table of steps is not there yet.
            return false
        }
    }

    // How many steps are applied, all of them as this program knows them.
    private func check(in transaction: borrowing Transaction) throws -> Int {
        let applied = try transaction.all(Self.list) { (number: try $0.integer(0), digest: try $0.text(2)) }
        if let last = applied.last, last.number > Int64(migrations.count) {
            throw DatabaseError.schemaFromTheFuture(found: last.number, known: Int64(migrations.count))
        }
        for (step, known) in zip(applied, migrations)
        where step.number != known.number || step.digest != known.digest {
            throw DatabaseError.migrationEdited(number: known.number, name: known.name)
        }
        return applied.count
    }

    // The one table that does not belong to Store: it must exist before the first migration can be noted.
    private static let create = Statement(
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number {int} NOT NULL PRIMARY KEY,
            name {text} NOT NULL,
            digest {text} NOT NULL,
            applied_at {int} NOT NULL
        )
        """
    )
    private static let list = Statement("SELECT number, name, digest FROM schema_migration ORDER BY number")
    private static let note = Statement(
        "INSERT INTO schema_migration (number, name, digest, applied_at) VALUES ($1, $2, $3, $4)"
    )
}
