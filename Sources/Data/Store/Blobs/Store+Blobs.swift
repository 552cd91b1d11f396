package import Bytes
internal import SQLCore

extension Store {
    /// Keeps some bytes and says their SHA-256; bytes that are there already are not stored again.
    ///
    /// A draft that names the digest keeps them; bytes that no entry names are swept after some days. Large ones are
    /// stored in several transactions, none of which holds the database for long.
    package func stage(_ bytes: [UInt8]) async throws -> Digest256 {
        let digest = sha256(bytes)
        let now = options.now()
        let width = options.blobPart
        let count = (bytes.count + width - 1) / width
        var next = 0
        repeat {
            let first = next
            next = try await database.write { transaction in
                let start = ContinuousClock.now
                try transaction.run(
                    BlobStatements.stage,
                    [.digest(digest), .integer(Int64(bytes.count)), .integer(now)]
                )
                if try transaction.first(BlobStatements.known, [.digest(digest)], { _ in true }) != nil {
                    return count
                }
                var part = first
                while part < count, part == first || ContinuousClock.now - start < self.options.writeTime {
                    let slice = bytes[(part * width)..<min((part + 1) * width, bytes.count)]
                    try transaction.run(
                        BlobStatements.putPart,
                        [.digest(digest), .integer(Int64(part)), .bytes(Array(slice))]
                    )
                    part += 1
                }
                if part == count { try transaction.run(BlobStatements.complete, [.digest(digest)]) }
                return part
            }
        } while next < count
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
            let (swept, isDone) = try await database.write { transaction in
                // With the turn of a logged write, so that no entry begins to name a blob meanwhile.
                _ = try LogWriter(in: transaction, time: before, author: "system")
                let start = ContinuousClock.now
                var swept = 0
                repeat {
                    let orphan = try transaction.first(BlobStatements.orphan, [.integer(before)]) { try $0.digest(0) }
                    guard let orphan else { return (swept, true) }
                    if try Self.sweepSome(of: orphan, before: before, in: transaction) { swept += 1 }
                } while ContinuousClock.now - start < self.options.writeTime
                return (swept, false)
            }
            count += swept
            if isDone { return count }
        }
    }

    // Deletes some parts, the last first, and at the end the blob itself: true when it is gone.
    private static func sweepSome(
        of digest: Digest256,
        before: Int64,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        guard try transaction.run(BlobStatements.condemn, [.digest(digest), .integer(before)]) == 1 else {
            return false
        }
        for _ in 0..<16 {
            let part = try transaction.first(BlobStatements.lastPart, [.digest(digest)]) { try $0.integer(0) }
            guard let part else {
                try transaction.run(BlobStatements.dropPictures, [.digest(digest)])
                try transaction.run(BlobStatements.drop, [.digest(digest)])
                return true
            }
            try transaction.run(BlobStatements.dropPart, [.digest(digest), .integer(part)])
        }
        return false
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
