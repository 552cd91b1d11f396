package import Index
import Store
import Text

/// Taking over a snapshot that another node made of the same log, in place of building the index.
///
/// One copy at a time; a call of ``IndexFollower/catchUp(report:)`` in between gives it up.
extension IndexFollower {
    /// Whether the folder holds an index that can be followed on: of this program's schema and analysis, and of this log.
    ///
    /// - Throws: `DatabaseError`; a failure of the files that building the index again would not mend.
    package func canGoOn() async throws -> Bool {
        let snapshot: Snapshot
        do {
            snapshot = try Snapshot.open(folder)
        } catch {
            guard error.needsReindex else { throw error }
            return false
        }
        let source = try await refreshSource()
        guard snapshot.schema.digest == source.schema.digest, snapshot.analysisVersion == AnalysisVersion.current,
            snapshot.remembers(source.rules), let cursor = LogCursor(payload: snapshot.payload)
        else { return false }
        return try await store.contains(cursor)
    }

    /// Begins a copy, or goes on with one that was interrupted.
    ///
    /// - Parameters:
    ///   - manifest: The manifest of the snapshot.
    ///   - origin: Where it comes from, for messages.
    /// - Returns: The bytes of all files, and the files that are not here whole.
    /// - Throws: `IndexFailure.schemaMismatch`, `.analysisMismatch` or `StoreError.logDiverged` for a snapshot that
    ///   cannot be followed on here; `IndexFailure.locked` when another process writes the index; `.corrupt`, `.system`.
    package func beginCopy(
        of manifest: [UInt8],
        from origin: String
    ) async throws -> (byteCount: Int, missing: [SnapshotIntake.Part]) {
        let source = try await refreshSource()
        // The lock goes with whoever had it.
        writer = nil
        intake = nil
        let begun = try SnapshotIntake(
            folder: folder,
            manifest: manifest,
            origin: origin,
            schema: source.schema,
            analysisVersion: AnalysisVersion.current
        )
        let missing = try begun.missing()
        let (byteCount, cursor) = (begun.byteCount, LogCursor(payload: begun.payload) ?? .start)
        intake = begun
        guard try await store.contains(cursor) else {
            intake = nil
            throw StoreError.logDiverged(
                sequence: cursor.sequence,
                lastCheckpoint: try await store.lastCheckpoint(atMost: cursor.sequence)?.size ?? 0
            )
        }
        return (byteCount, missing)
    }

    /// Appends the next bytes of a file.
    ///
    /// - Throws: `IndexFailure.corrupt` when they are too many; `.system`.
    package func append(_ bytes: [UInt8], to part: SnapshotIntake.Part) throws {
        try intake?.append(bytes, to: part)
    }

    /// Checks a file of which all bytes have come.
    ///
    /// - Throws: `IndexFailure.corrupt` when they are not what its name says; then they are gone.
    package func finishCopy(of part: SnapshotIntake.Part) throws {
        try intake?.finish(part)
    }

    /// Makes the copied snapshot this folder's own, to be followed on.
    ///
    /// - Throws: `IndexFailure.corrupt` when it is not whole; then the folder is as it was.
    package func publishCopy() throws {
        defer { intake = nil }
        if let snapshot = try intake?.publish() { published.publish(snapshot) }
    }

    /// Lets go of a copy; what has come stays for the next one, unless the index is built first.
    package func endCopy() {
        intake = nil
    }
}
