import Domain
import Foundation
import PostgresDriver
import SQLCore
import SQLiteDriver
package import Store

extension Installation {
    /// Copies a whole store into another database.
    ///
    /// - Parameters:
    ///   - from: the address of a database that holds a store: `sqlite:FOLDER`, the store of a data folder, or
    ///     `postgres://...`.
    ///   - to: the address of an empty database; a folder is made.
    ///   - report: called after every block of rows.
    /// - Returns: What was moved.
    /// - Throws: `Failure.invalid` for another kind of address, `Failure.notFound` for a folder without a store, what
    ///   the move and the drivers throw.
    package static func move(
        from: String,
        to: String,
        report: @Sendable (StoreMove.Progress) -> Void
    ) async throws -> StoreMove.Report {
        let source = try database(at: from, makes: false)
        let target = try database(at: to, makes: true)
        let result = try await StoreMove(from: source, to: target)(report: report)
        try await source.close()
        try await target.close()
        return result
    }

    private static func database(at address: String, makes: Bool) throws -> any Database {
        if ["postgres://", "postgresql://"].contains(where: address.hasPrefix) {
            return try PostgresDatabase(url: address)
        }
        guard address.hasPrefix(sqlite), address.utf8.count > sqlite.utf8.count else {
            // The address is not repeated: it may hold a password.
            throw Failure.invalid(
                field: "address",
                reason: "write sqlite:FOLDER, the data folder of a store, or postgres://..."
            )
        }
        let folder = StoreFolder(path: String(address.dropFirst(sqlite.count)))
        if makes {
            try FileManager.default.createDirectory(
                atPath: folder.path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } else if !FileManager.default.fileExists(atPath: folder.database) {
            throw Failure.notFound(what: folder.database)
        }
        return try SQLiteDatabase(path: folder.database)
    }

    private static let sqlite = "sqlite:"
}
