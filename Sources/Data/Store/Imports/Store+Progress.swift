internal import SQLCore

extension Store {
    /// How far the import of exactly this file came; nil when it never began or the file is another one by now.
    package func importProgress(of file: FileIdentity) async throws -> ImportProgress? {
        try await database.read { transaction in
            try transaction.first(ImportStatements.progress, [.text(file.path)]) { row -> ImportProgress? in
                guard try row.integer(0) == file.size, try row.integer(1) == file.modifiedAt,
                    try row.digest(2) == file.headDigest
                else { return nil }
                return ImportProgress(
                    file: file,
                    position: try row.integer(3),
                    imported: try row.integer(4),
                    unchanged: try row.integer(5),
                    rejected: try row.integer(6),
                    isFinished: try row.integer(7) == 1
                )
            } ?? nil
        }
    }

    /// Notes that the import of a file begins at its start, forgetting what was noted under its path.
    package func beginImport(of file: FileIdentity) async throws {
        let now = options.now()
        try await database.write(.deferred) { transaction in
            try transaction.run(
                ImportStatements.begin,
                [
                    .text(file.path), .integer(file.size), .integer(file.modifiedAt), .digest(file.headDigest),
                    .integer(now),
                ]
            )
        }
    }

    /// Notes that a file was read to its end, and makes all that was stored of it safe.
    ///
    /// - Parameters:
    ///   - file: which file.
    ///   - position: that of its last item; 0 where it has none.
    /// - Throws: `StoreError.importWentBack` when the database lost a part of it, `.importedElsewhere` when another import
    ///   of it goes on; `DatabaseError`.
    package func finishImport(of file: FileIdentity, at position: Int64) async throws {
        let now = options.now()
        try await database.write { transaction in
            let noted = try transaction.run(
                ImportStatements.finish,
                [.text(file.path), .integer(position), .integer(now)]
            )
            guard noted == 1 else { throw try Self.whyNotAt(position, of: file, in: transaction) }
        }
    }

    /// Why the progress of a file is not where an import left it.
    static func whyNotAt(
        _ position: Int64,
        of file: FileIdentity,
        in transaction: borrowing Transaction
    ) throws -> StoreError {
        let found = try transaction.first(ImportStatements.progress, [.text(file.path)]) { try $0.integer(3) }
        return found ?? 0 > position ? .importedElsewhere(file.path) : .importWentBack(file.path)
    }
}
