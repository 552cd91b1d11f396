package import Bytes
internal import SQLCore

extension Store {
    /// Keeps some bytes and says their SHA-256; bytes that are there already are not stored again.
    ///
    /// A draft that names the digest keeps them; bytes that no entry names are swept after some days.
    package func stage(_ bytes: [UInt8]) async throws -> Digest256 {
        let digest = sha256(bytes)
        let now = options.now()
        let width = options.blobPart
        try await database.write { transaction in
            let isKnown = try transaction.first(BlobStatements.known, [.digest(digest)]) { try $0.integer(0) } != nil
            try transaction.run(
                BlobStatements.stage,
                [.digest(digest), .integer(Int64(bytes.count)), .integer(now)]
            )
            guard !isKnown else { return }
            for (part, start) in stride(from: 0, to: bytes.count, by: width).enumerated() {
                let end = min(start + width, bytes.count)
                try transaction.run(
                    BlobStatements.putPart,
                    [.digest(digest), .integer(Int64(part)), .bytes(Array(bytes[start..<end]))]
                )
            }
        }
        return digest
    }

    /// The size of a blob in bytes, or nil when there is none.
    package func blobSize(_ digest: Digest256) async throws -> Int64? {
        try await database.read { transaction in
            try transaction.first(BlobStatements.known, [.digest(digest)]) { try $0.integer(0) }
        }
    }

    /// One part of a blob, from 0, or nil after the last: an answer streams part by part.
    package func blobPart(_ part: Int64, of digest: Digest256) async throws -> [UInt8]? {
        try await database.read { transaction in
            try transaction.first(BlobStatements.part, [.digest(digest), .integer(part)]) { try $0.bytes(0) }
        }
    }

    /// A whole blob, or nil when there is none: for small ones.
    package func blob(_ digest: Digest256) async throws -> [UInt8]? {
        try await database.read { transaction in
            guard try transaction.first(BlobStatements.known, [.digest(digest)], { try $0.integer(0) }) != nil else {
                return nil
            }
            return try Self.bytes(of: digest, in: transaction)
        }
    }

    /// Deletes blobs that no entry names and that were staged longer ago than the grace, and says how many.
    @discardableResult
    package func sweepBlobs() async throws -> Int {
        let before = options.now() - options.blobGrace.microseconds
        var count = 0
        while true {
            let swept = try await database.write { transaction in
                let orphans = try transaction.all(BlobStatements.orphans, [.integer(before), .integer(100)]) {
                    try $0.digest(0)
                }
                for digest in orphans {
                    try transaction.run(BlobStatements.dropParts, [.digest(digest)])
                    try transaction.run(BlobStatements.drop, [.digest(digest)])
                }
                return orphans.count
            }
            count += swept
            if swept < 100 { return count }
        }
    }

    static func bytes(of digest: Digest256, in transaction: borrowing Transaction) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part: Int64 = 0
        while let next = try transaction.first(
            BlobStatements.part,
            [.digest(digest), .integer(part)],
            { try $0.bytes(0) }
        ) {
            bytes.append(contentsOf: next)
            part += 1
        }
        return bytes
    }
}
