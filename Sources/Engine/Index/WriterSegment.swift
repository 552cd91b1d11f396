import Bytes

/// A segment as its writer sees it: immutable files, and what was deleted and patched since.
final class WriterSegment {
    private(set) var files: SegmentFiles
    private(set) var manifest: IndexManifest.Segment
    private var live: [UInt64]?
    private var isLiveWritten = true
    private var cached: SegmentReader?
    /// The patches that no file has yet, by document.
    private var patches: [Int: Document] = [:]

    init(_ reader: SegmentReader) {
        files = reader.files
        manifest = reader.manifest
        live = reader.live
        cached = reader
    }

    /// The live document of an identifier.
    func document(_ identifier: [UInt8]) throws(IndexFailure) -> Int? {
        guard let document = try files.documents.document(identifier) else { return nil }
        guard let live else { return document }
        return live[document >> 6] & (1 << UInt64(document & 63)) != 0 ? document : nil
    }

    /// The version of a document.
    func version(_ document: Int) throws(IndexFailure) -> UInt64 {
        if let patch = patches[document] { return patch.version }
        return try files.updatableColumns.version(document)
    }

    /// The bytes of the files as far as live documents take them.
    var byteCount: Int {
        let bytes = manifest.files.reduce(0) { $0 + $1.length }
        return bytes / max(1, manifest.documentCount) * manifest.liveCount
    }

    /// The documents that an earlier reader of this segment has and that were deleted since.
    func deleted(since earlier: SegmentReader) -> [Int] {
        guard let live else { return [] }
        var deleted: [Int] = []
        for word in live.indices {
            var gone = (earlier.live?[word] ?? .max) & ~live[word]
            while gone != 0 {
                let document = word << 6 + gone.trailingZeroBitCount
                // Where all were live there is no word to say so, nor where the last document ends.
                if document < manifest.documentCount { deleted.append(document) }
                gone &= gone - 1
            }
        }
        return deleted
    }

    /// Deletes a live document and takes it out of all counts.
    func delete(_ document: Int) throws(IndexFailure) {
        for field in manifest.fieldTotals.indices {
            let length = try files.documents.lengths(field)[document]
            guard length > 0 else { continue }
            guard manifest.fieldTotals[field].length >= length, manifest.fieldTotals[field].documentCount > 0 else {
                throw .corrupt(file: files.documents.file.mapped.path, reason: "its lengths exceed their total")
            }
            manifest.fieldTotals[field].length -= length
            manifest.fieldTotals[field].documentCount -= 1
        }
        var words = live ?? WriterSegment.allLive(manifest.documentCount)
        live = nil
        words[document >> 6] &= ~(1 << UInt64(document & 63))
        live = words
        manifest.liveCount -= 1
        isLiveWritten = false
        cached = nil
        patches[document] = nil
    }

    // MARK: Patches

    /// Gives a live document the version and the updatable columns of a patch, once ``writePatches(_:)`` is called.
    func patch(_ document: Int, _ patch: Document) {
        patches[document] = patch
    }

    /// Writes the updatable columns again with all patches.
    ///
    /// **Cost** Grows with the documents of the segment, not with the patches.
    func writePatches(_ storage: IndexStorage) throws(IndexFailure) {
        if patches.isEmpty { return }
        try replaceUpdatableColumns(try PatchedColumns(files, patches), storage)
        patches = [:]
    }

    /// Writes the updatable columns and versions again, with those of the content.
    func replaceUpdatableColumns(_ content: any ColumnContent, _ storage: IndexStorage) throws(IndexFailure) {
        let columns = ColumnsWriter(content: content, schema: files.schema)
        let written = try storage.adopt(try columns.write(storage.unfinished, updatable: true))
        files = try SegmentFiles(files, folder: storage.folder, updatable: written)
        manifest.files = files.references
        cached = nil
    }

    // MARK: Publishing

    /// A reader of the segment as it is now; later deletions do not change it.
    func reader() -> SegmentReader {
        if let cached { return cached }
        let reader = SegmentReader(files, manifest, live: live)
        cached = reader
        return reader
    }

    /// Writes the live documents if they changed, and says what a manifest records.
    func published(_ storage: IndexStorage) throws(IndexFailure) -> IndexManifest.Segment {
        if !isLiveWritten, let live {
            manifest.live = try LiveDocuments.write(live, storage)
            isLiveWritten = true
            cached = nil
        }
        return manifest
    }

    private static func allLive(_ count: Int) -> [UInt64] {
        var words = [UInt64](repeating: .max, count: (count + 63) / 64)
        if count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
        return words
    }
}
