internal import Bytes
internal import Domain
internal import Foundation

/// What an entry of the register `seal` says: that these rows stood in a table of the audit, in this order.
///
/// The log has the digest of it, and checkpoints sign the log; so none of the rows can be altered, removed or put elsewhere
/// without being found. Seals tell nothing of what stands in the rows.
package struct SealContent: Codable, Sendable, Hashable {
    package var table: SealedTable
    /// How many rows.
    package var count: Int64
    /// The times of the first and the last row, in microseconds UTC.
    package var first, last: Int64
    /// The root of the Merkle tree over the rows, 64 hexadecimal digits (RFC 9162 section 2.1).
    package var root: String
    /// Whether the rows were deleted, because the time was over for which they are kept.
    package var isSwept = false

    /// The register of seals.
    package static let register = "seal"
    /// What its ids begin with.
    static let prefix = register + "/"
    /// The shortest time for which sealed rows are kept, in microseconds: 180 days.
    ///
    /// Whoever deletes them sooner is found.
    ///
    /// **Source** Cybersecurity Law, article 21(3): six months.
    package static let shortestKeep: Int64 = 180 * 86_400_000_000
    /// The most rows of one seal: so that the log is not held for long.
    static let mostRows: Int64 = 500

    /// What the store keeps of it; those whose rows are still there are found by the time of their last row.
    package var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                orders: isSwept ? [] : [OrderValue(field: "last", text: table.rawValue, number: last)]
            )
        }
    }

    /// Reads an entry.
    ///
    /// - Throws: `StoreError.damaged` where it holds something else.
    package static func read(_ entry: StoredEntry) throws -> SealContent {
        try read(entry.content, of: entry.entry)
    }

    /// Reads the content of a version.
    static func read(_ content: [UInt8], of entry: String) throws -> SealContent {
        do {
            return try JSONDecoder().decode(Self.self, from: Data(content))
        } catch {
            throw StoreError.damaged("\(entry) is not what its register says")
        }
    }
}
