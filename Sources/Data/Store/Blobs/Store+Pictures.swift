package import Bytes
internal import SQLCore

/// A picture that was made of a file and is kept.
package struct StoredPicture: Sendable, Hashable {
    /// SHA-256 of its bytes, under which they are kept.
    package let digest: Digest256
    /// Pixels.
    package let width: Int
    package let height: Int
}

extension Store {
    /// What a picture file was made into, by the SHA-256 of the file.
    ///
    /// - Returns: Nil where that is not known, not kept any more or soon to be swept: keep it again then.
    package func picture(of source: Digest256) async throws -> StoredPicture? {
        // Half of the grace is left to whoever is about to name it.
        let since = options.now() - options.blobGrace.microseconds / 2
        return try await database.read { transaction in
            try transaction.first(BlobStatements.picture, [.digest(source), .integer(since)]) {
                StoredPicture(
                    digest: try $0.digest(0),
                    width: Int(try $0.integer(1)),
                    height: Int(try $0.integer(2))
                )
            }
        }
    }

    /// Keeps a picture and of which file it was made; like all bytes it goes after some days when no entry names it.
    package func keep(_ bytes: [UInt8], width: Int, height: Int, madeOf source: Digest256) async throws -> StoredPicture
    {
        let picture = StoredPicture(digest: try await stage(bytes), width: width, height: height)
        try await database.write { transaction in
            try transaction.run(
                BlobStatements.putPicture,
                [.digest(source), .digest(picture.digest), .integer(Int64(width)), .integer(Int64(height))]
            )
        }
        return picture
    }
}
