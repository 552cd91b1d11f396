internal import Bytes
internal import SQLCore

extension Row {
    /// The digest in column `column`.
    ///
    /// - Throws: `StoreError.damaged` when it has not 32 bytes.
    func digest(_ column: Int) throws -> Digest256 {
        guard let digest = Digest256(try bytes(column)) else {
            throw StoreError.damaged("a digest that has not 32 bytes")
        }
        return digest
    }
}

extension Value {
    /// A digest as its 32 bytes.
    static func digest(_ digest: Digest256) -> Value {
        .bytes(digest.bytes)
    }
}
