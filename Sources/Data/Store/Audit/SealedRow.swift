internal import Bytes
internal import Domain
internal import SQLCore

/// A row of a table of the audit as seals see it.
struct SealedRow {
    let id: [UInt8]
    /// Microseconds UTC.
    let time: Int64
    /// The hash of the row as it stands.
    let leaf: Digest256
    /// Its place in its seal, from 1, and the hash that it had then; nil while it is not sealed.
    let place: Int64?
    let sealed: Digest256?
    /// What is wrong with the part that may be erased; nil for nothing.
    var fault: String?

    /// Reads a row of `id, time, viewer, role, place, subject, action, fields, reason, address, seal_place, leaf`.
    init(disclosure row: borrowing Row) throws {
        let disclosure = Disclosure(
            time: try row.integer(1),
            viewer: try row.text(2),
            role: try row.text(3),
            place: try row.text(4),
            subject: try row.text(5),
            action: try row.text(6),
            fields: try row.text(7),
            reason: try row.text(8),
            address: try row.text(9)
        )
        id = try row.bytes(0)
        time = disclosure.time
        let words = [
            disclosure.viewer, disclosure.role, disclosure.place, disclosure.subject, disclosure.action,
            disclosure.fields, disclosure.reason, disclosure.address,
        ]
        leaf = try Self.leaf([String(time)] + words, id: id)
        place = try row.integerIfAny(10)
        sealed = try row.bytesIfAny(11).flatMap { Digest256($0) }
    }

    /// Reads a row of `id, time, account, kind, address, detail, salt, proof, seal_place, leaf, is_live`.
    init(event row: borrowing Row) throws {
        id = try row.bytes(0)
        time = try row.integer(1)
        // Also where it is no digest: one row that is damaged must not keep all others from being sealed.
        let proof = try row.bytes(7)
        let digits = proof.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        leaf = try Self.leaf([String(time), try row.text(2), try row.text(3), digits], id: id)
        place = try row.integerIfAny(8)
        sealed = try row.bytesIfAny(9).flatMap { Digest256($0) }
        let (address, detail) = (try row.text(4), try row.textIfAny(5))
        if let salt = try row.bytesIfAny(6) {
            if try AccountEvent.proof(salt: salt, address: address, detail: detail).bytes != proof {
                fault = "its address or detail was changed"
            }
        } else if !address.isEmpty || detail != nil {
            fault = "its address or detail was changed after it was erased"
        } else if try row.integer(10) == 1 {
            fault = "its address and detail were erased, and its account is still there"
        }
    }

    // The id is in the hash, so that no row can take the place of another that says the same.
    private static func leaf(_ words: [String], id: [UInt8]) throws -> Digest256 {
        MerkleTree.leaf(id + (try CanonicalJSON.encode(words)))
    }
}

extension AccountEvent {
    /// The digest of what is erased with the account: with the salt gone nobody can try what it was.
    static func proof(salt: [UInt8], address: String, detail: String?) throws -> Digest256 {
        sha256(salt + (try CanonicalJSON.encode([address, detail ?? ""])))
    }
}
