public import Bytes

/// Takes a publication of another folder into this one, file by file, and publishes it here.
///
/// Not for sharing: one thread at a time. Holds `writer.lock` until it is released. What has come stays when it is
/// released early, and the next intake goes on there; a writer removes it.
public final class SnapshotIntake {
    /// A file of the publication that is not here whole.
    public struct Part: Sendable, Hashable {
        /// The name in the manifest, with the digest of the bytes.
        public let name: String
        /// The length of the whole file in bytes.
        public let length: Int
        /// How many bytes from the start are here; the next ones are appended.
        public let here: Int
    }

    /// What the publication's writer remembered with it.
    public var payload: [String: String] { manifest.payload }
    /// The bytes of all files together.
    public let byteCount: Int

    private let lock: FileLock
    private let storage: IndexStorage
    private let manifest: IndexManifest
    private let references: [String: FileReference]
    private var open: (name: String, handle: FileHandleNumber, count: Int)?

    /// Reads the manifest of a publication that a writer here could go on from.
    ///
    /// - Parameters:
    ///   - folder: Where the files are to lie; made if need be.
    ///   - bytes: The manifest, as ``PublishedFiles`` gives it.
    ///   - origin: Where the publication comes from, for messages.
    ///   - schema: The schema that a writer here has.
    ///   - analysisVersion: The analysis that a writer here uses.
    ///   - files: What writes the files.
    /// - Throws: `locked` when a writer has the folder; `schemaMismatch` or `analysisMismatch` when the publication was
    ///   made for another schema or by other rules; `corrupt`, `unknownVersion`, `system`.
    public init(
        folder: String,
        manifest bytes: [UInt8],
        origin: String,
        schema: Schema,
        analysisVersion: String,
        files: any FileLayer = DiskLayer()
    ) throws(IndexFailure) {
        storage = IndexStorage(folder: folder, layer: files)
        lock = try storage.lock()
        var manifest = try SnapshotIntake.read(bytes, storage)
        guard manifest.schema.digest == schema.digest else {
            throw .schemaMismatch(folder: origin, found: manifest.schema.digest, wanted: schema.digest)
        }
        guard manifest.analysisVersion == analysisVersion else {
            throw .analysisMismatch(folder: origin, found: manifest.analysisVersion, wanted: analysisVersion)
        }
        // Weights are no part of the digest: those of this program count.
        manifest.schema = schema
        // What stands here, if anything can be read of it, is replaced by a publication of a higher number.
        let standing = try? IndexManifest.read(folder)
        manifest.generation = (standing?.generation ?? 0) + 1
        storage.assumePublished(standing?.fileNames ?? [])
        self.manifest = manifest
        references = Dictionary(manifest.references.map { ($0.name, $0) }) { first, _ in first }
        byteCount = references.values.reduce(0) { $0 + $1.length }
    }

    deinit {
        // The bytes are where they are; whoever goes on reads how many there are.
        if let open { try? storage.layer.close(open.handle, path: partPath(open.name)) }
    }

    private static func read(_ bytes: [UInt8], _ storage: IndexStorage) throws(IndexFailure) -> IndexManifest {
        let path = storage.unfinished.path(.manifest)
        try wrap { () throws(FileFailure) in
            let handle = try storage.layer.create(path)
            try storage.layer.append(bytes, to: handle, path: path)
            try storage.layer.close(handle, path: path)
        }
        return try IndexManifest(try IndexFile(path, kind: .manifest))
    }

    /// The files that are not here whole, by name.
    ///
    /// - Throws: `system`.
    public func missing() throws(IndexFailure) -> [Part] {
        var parts: [Part] = []
        for (name, reference) in references.sorted(by: { $0.key < $1.key }) {
            // A file gets its name when its digest was checked and its bytes are durable.
            if try length(storage.path(name)) == reference.length { continue }
            let here = try length(partPath(name)) ?? 0
            parts.append(Part(name: name, length: reference.length, here: here <= reference.length ? here : 0))
        }
        return parts
    }

    /// Appends the next bytes of a file; those of one file come before those of the next.
    ///
    /// - Throws: `corrupt` when they are more than the manifest says; `system`.
    public func append(_ bytes: [UInt8], to part: Part) throws(IndexFailure) {
        if open?.name != part.name { try begin(part) }
        guard let open, open.count + bytes.count <= part.length else {
            throw .corrupt(file: part.name, reason: "it is longer than its manifest says")
        }
        try wrap { () throws(FileFailure) in
            try storage.layer.append(bytes, to: open.handle, path: partPath(part.name))
        }
        self.open?.count += bytes.count
    }

    /// Checks a file of which all bytes have come and gives it its name; one that is wrong is removed.
    ///
    /// - Throws: `corrupt` when its bytes do not have the digest in its name; `system`.
    public func finish(_ part: Part) throws(IndexFailure) {
        try end()
        let path = partPath(part.name)
        guard let reference = references[part.name] else { return }
        let file = try wrap { () throws(FileFailure) in try MappedFile(path) }
        guard file.count == part.length, reference.kind.name(digest: file.sha256().description) == part.name else {
            try wrap { () throws(FileFailure) in try storage.layer.remove(path) }
            throw .corrupt(file: part.name, reason: "its bytes do not have the digest in its name")
        }
        try wrap { () throws(FileFailure) in try storage.layer.sync(path) }
        try storage.adopt(FinishedFile(path: path, reference: reference), isDurable: true)
    }

    /// Publishes what has come as the newest publication of the folder and removes all else.
    ///
    /// - Throws: `corrupt` when a file is missing or does not fit the manifest; then nothing is published.
    public func publish() throws(IndexFailure) -> Snapshot {
        let snapshot = try Snapshot(folder: storage.folder, manifest)
        try storage.publish(manifest)
        try storage.sweepAll()
        return snapshot
    }

    // MARK: One file

    private func begin(_ part: Part) throws(IndexFailure) {
        try end()
        let path = partPath(part.name)
        let handle = try wrap { () throws(FileFailure) in
            part.here > 0 ? try storage.layer.extend(path) : try storage.layer.create(path)
        }
        open = (part.name, handle, part.here)
    }

    private func end() throws(IndexFailure) {
        guard let (name, handle, _) = open.take() else { return }
        try wrap { () throws(FileFailure) in try storage.layer.close(handle, path: partPath(name)) }
    }

    private func partPath(_ name: String) -> String { storage.path(FileKind.unfinishedName(of: name)) }

    /// The length of a file; nil where there is none.
    private func length(_ path: String) throws(IndexFailure) -> Int? {
        do {
            return try wrap { () throws(FileFailure) in try MappedFile(path).count }
        } catch {
            if error.isMissingFile { return nil }
            throw error
        }
    }
}
