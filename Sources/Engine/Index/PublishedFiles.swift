public import Bytes

/// One publication with all its files open, so that it can be copied into another folder.
///
/// What is open stays readable whatever the writer publishes and removes meanwhile; the system frees the room of removed
/// files when the last owner lets go.
public struct PublishedFiles: Sendable {
    /// The place in the log up to which changes are contained.
    public let sequence: UInt64
    /// The manifest, as Format.md describes it.
    public let manifest: MappedFile

    private let files: [String: MappedFile]

    /// Opens the newest publication of a folder.
    ///
    /// - Throws: `missing` when nothing was published; `corrupt`, `unknownVersion`, `system`.
    public static func open(_ folder: String) throws(IndexFailure) -> PublishedFiles {
        var file = try IndexManifest.open(folder)
        while true {
            let manifest = try IndexManifest(file)
            do {
                return try PublishedFiles(folder, file.mapped, manifest)
            } catch {
                guard error.isMissingFile else { throw error }
                // A writer may have published and removed what this manifest names; then a newer one stands there.
                file = try IndexManifest.open(folder)
                guard try IndexManifest(file).generation > manifest.generation else {
                    throw .corrupt(file: error.missingPath ?? folder, reason: "the file is missing")
                }
            }
        }
    }

    private init(_ folder: String, _ file: MappedFile, _ manifest: IndexManifest) throws(IndexFailure) {
        var files: [String: MappedFile] = [:]
        for name in manifest.fileNames {
            files[name] = try wrap { () throws(FileFailure) in try MappedFile(folder + "/" + name) }
        }
        self.files = files
        self.manifest = file
        sequence = manifest.sequence
    }

    /// The file of a name in the manifest; nil for any other name.
    public subscript(name: String) -> MappedFile? { files[name] }
}
