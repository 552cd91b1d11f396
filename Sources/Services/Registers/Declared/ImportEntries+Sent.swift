import Bytes
import Domain
import Foundation
import Store

/// Tables that somebody sends: tried first, and taken in by a second step.
extension ImportEntries {
    /// Keeps a table for the second step; what nobody takes in is swept after some days.
    ///
    /// - Returns: its SHA-256 in hexadecimal.
    /// - Throws: What the store throws.
    package func stage(_ table: [UInt8]) async throws -> String { try await store.stage(table).description }

    /// A table that was kept; nil where it is there no more.
    ///
    /// Whoever calls makes sure that who asks sent it themselves.
    /// - Throws: What the store throws.
    package func staged(_ digest: String) async throws -> [UInt8]? {
        guard let key = Digest256(hex: digest) else { return nil }
        return try await store.blob(key)
    }

    /// Imports a table from its bytes; otherwise as ``callAsFunction(_:into:trial:samples:by:author:basis:progress:)``.
    package func callAsFunction(
        table: [UInt8],
        into name: String,
        trial isTrial: Bool,
        by writer: EntryReader,
        basis: String? = nil
    ) async throws -> Report {
        // Readers of workbooks go back and forth in a file.
        let file = FileManager.default.temporaryDirectory.appending(path: "huizhi-table-" + UUID().uuidString)
        guard
            FileManager.default.createFile(
                atPath: file.path,
                contents: Data(table),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw Failure.unavailable(reason: "\(file.path) cannot be written") }
        do {
            let report = try await self(file.path, into: name, trial: isTrial, by: writer, basis: basis)
            try FileManager.default.removeItem(at: file)
            return report
        } catch {
            try FileManager.default.removeItem(at: file)
            throw error
        }
    }
}
