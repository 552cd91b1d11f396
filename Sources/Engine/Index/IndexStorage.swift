import Bytes

/// The folder of an index as its writer sees it: which files are published, and which are not durable yet.
final class IndexStorage {
    let folder: String
    let layer: any FileLayer
    /// Where the writer's own files begin.
    let unfinished: UnfinishedFiles

    /// Finished files whose bytes were not made durable yet.
    private var unsynced: Set<String> = []
    /// Names that a published snapshot refers to: their bytes may be replaced only by durable ones.
    private var published: Set<String> = []

    init(folder: String, layer: any FileLayer) {
        self.folder = folder
        self.layer = layer
        unfinished = UnfinishedFiles(folder: folder, layer: layer)
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Makes the folder if need be and takes its lock.
    func lock() throws(IndexFailure) -> FileLock {
        do {
            try Folder.make(folder)
            return try FileLock(path(FileKind.lockName))
        } catch {
            if case .locked(_, let holder) = error { throw .locked(folder: folder, holder: holder) }
            throw IndexFailure(error)
        }
    }

    /// Gives a finished file its name; `isDurable` when its bytes were synced already.
    @discardableResult
    func adopt(_ file: FinishedFile, isDurable: Bool = false) throws(IndexFailure) -> FileReference {
        let name = file.reference.name
        try wrap { () throws(FileFailure) in
            // The same bytes under the same name: the snapshot on disk must not depend on unsynced ones.
            if !isDurable, published.contains(name) { try layer.sync(file.path) }
            try layer.rename(file.path, to: path(name))
        }
        if !isDurable, !published.contains(name) { unsynced.insert(name) }
        return file.reference
    }

    /// Gives the files of a segment their names.
    func adopt(_ written: WrittenSegment, isDurable: Bool = false) throws(IndexFailure) -> IndexManifest.Segment {
        for file in written.files { try adopt(file, isDurable: isDurable) }
        return written.segment
    }

    /// Makes finished files durable, then publishes a manifest that refers to nothing else.
    func publish(_ manifest: IndexManifest) throws(IndexFailure) {
        let needed = manifest.fileNames
        try wrap { () throws(FileFailure) in
            for name in unsynced.intersection(needed).sorted() { try layer.sync(path(name)) }
            try layer.syncFolder(folder)
        }
        unsynced.subtract(needed)
        let unfinished = try manifest.write(unfinished)
        try wrap { () throws(FileFailure) in
            try layer.sync(unfinished)
            try layer.rename(unfinished, to: path(FileKind.manifestName))
            try layer.syncFolder(folder)
        }
        published = needed
    }

    /// Removes finished files of ours that are neither published nor among those named.
    func sweep(keeping names: Set<String> = []) throws(IndexFailure) {
        try sweep { name in !published.contains(name) && !names.contains(name) && name.hasSuffix(FileKind.suffix) }
    }

    /// Removes every file of ours that is not published, also those that a writer before this one did not finish.
    func sweepAll() throws(IndexFailure) {
        try sweep { !published.contains($0) }
    }

    private func sweep(_ isSwept: (String) -> Bool) throws(IndexFailure) {
        try wrap { () throws(FileFailure) in
            for name in try Folder.names(folder) where FileKind.isOurs(name) && isSwept(name) {
                try layer.remove(path(name))
                unsynced.remove(name)
            }
        }
    }

    /// Remembers what the snapshot found at the start refers to.
    func assumePublished(_ names: Set<String>) { published = names }
}
