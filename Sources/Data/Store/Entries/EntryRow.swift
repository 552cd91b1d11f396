internal import Bytes
internal import SQLCore

/// A row of the table of entries, its content still compressed.
struct EntryRow {
    let entry: String
    let register: String
    let version: Int64
    let sequence: Int64
    let time: Int64
    let state: EntryState
    let digest: Digest256
    let salt: [UInt8]?
    let keys: String
    let content: [UInt8]?

    /// Reads a row of `register, version, sequence, time, state, digest, salt, dictionary, keys, content`.
    ///
    /// - Throws: `StoreError.damaged` for a state or dictionary that this program does not know.
    init(_ row: borrowing Row, entry: String) throws {
        self.entry = entry
        register = try row.text(0)
        version = try row.integer(1)
        sequence = try row.integer(2)
        time = try row.integer(3)
        guard let state = EntryState(rawValue: try row.integer(4)), try row.integer(7) == 0 else {
            throw StoreError.damaged("\(entry) has an unknown state or dictionary")
        }
        self.state = state
        digest = try row.digest(5)
        salt = try row.bytesIfAny(6)
        keys = try row.text(8)
        content = try row.bytesIfAny(9)
    }

    /// The entry with its content expanded.
    func stored(with compressor: Compressor, texts: [EntryText]) throws -> StoredEntry {
        StoredEntry(
            register: register,
            entry: entry,
            version: version,
            sequence: sequence,
            time: time,
            state: state,
            digest: digest,
            content: try content.map { try compressor.expand($0) } ?? [],
            texts: texts
        )
    }
}
