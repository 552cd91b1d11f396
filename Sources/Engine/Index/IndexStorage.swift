import Bytes

/// The folder of an index as its writer sees it: names for new files, and which of them are not durable yet.
final class IndexStorage {
    let folder: String
    let layer: any FileLayer

    /// Finished files whose bytes were not made durable yet.
    private var unsynced: Set<String> = []
    /// Names that a published snapshot refers to: their bytes may be replaced only by durable ones.
    private var published: Set<String> = []
    private var created = 0

    init(folder: String, layer: any FileLayer) {
        self.folder = folder
        self.layer = layer
    }

    func path(_ name: String) -> String { folder + "/" + name }

    func unfinishedPath(_ kind: FileKind) -> String {
        created += 1
        return path("\(kind.rawValue)-\(created)\(FileKind.unfinishedSuffix)")
    }

    /// Gives a finished file its name.
    func adopt(_ unfinished: String, as reference: FileReference) throws(IndexFailure) {
        try wrap { () throws(FileFailure) in
            if published.contains(reference.name) {
                // The same bytes under the same name: the snapshot on disk must not depend on unsynced ones.
                try layer.sync(unfinished)
            } else {
                unsynced.insert(reference.name)
            }
            try layer.rename(unfinished, to: path(reference.name))
        }
    }

    /// Makes finished files durable, then publishes a manifest that refers to nothing else.
    func publish(_ manifest: IndexManifest) throws(IndexFailure) {
        let needed = manifest.fileNames
        try wrap { () throws(FileFailure) in
            for name in unsynced.intersection(needed).sorted() { try layer.sync(path(name)) }
            try layer.syncFolder(folder)
        }
        unsynced.subtract(needed)
        let unfinished = try manifest.write(self)
        try wrap { () throws(FileFailure) in
            try layer.sync(unfinished)
            try layer.rename(unfinished, to: path(FileKind.manifestName))
            try layer.syncFolder(folder)
        }
        published = needed
    }

    /// Removes files of ours that are neither published nor among those named.
    func sweep(keeping names: Set<String> = []) throws(IndexFailure) {
        try wrap { () throws(FileFailure) in
            for name in try Folder.names(folder) where FileKind.isOurs(name) {
                guard !published.contains(name), !names.contains(name) else { continue }
                try layer.remove(path(name))
                unsynced.remove(name)
            }
        }
    }

    /// Remembers what the snapshot found at the start refers to.
    func assumePublished(_ names: Set<String>) { published = names }
}
