import Bytes
import Dispatch
import Synchronization

/// One merge that goes on beside its writer, on a thread of its own.
///
/// It reads segments as they were when it began and writes files that keep their unfinished names; the writer takes them
/// over when it comes by, deletes there what was deleted meanwhile and takes over what was patched.
final class MergeThread: Sendable {
    /// What a merge came to.
    struct Outcome: Sendable {
        /// The new segment; its files are durable.
        var written: WrittenSegment
        /// Where its documents come from; those deleted when it began are missing.
        var order: MergeOrder
    }

    /// The segments as they were when the merge began.
    let sources: [SegmentReader]

    private let layer: StoppableLayer
    private let files: UnfinishedFiles
    private let outcome = Mutex<Result<Outcome, IndexFailure>?>(nil)
    private let ended = DispatchGroup()

    /// Starts to merge; `label` tells the names of its files from those of others in the folder.
    init(_ sources: [SegmentReader], _ schema: Schema, _ storage: IndexStorage, label: String) {
        self.sources = sources
        layer = StoppableLayer(storage.layer)
        files = UnfinishedFiles(folder: storage.folder, layer: layer, label: label)
        // In the background: where all cores are busy, searches go before it.
        DispatchQueue(label: "index-merge", qos: .background).async(group: ended) { [self] in
            let result = Result { () throws(IndexFailure) in try merge(schema) }
            outcome.withLock { $0 = result }
        }
    }

    private func merge(_ schema: Schema) throws(IndexFailure) -> Outcome {
        let content = try MergeContent(sources, schema)
        let written = try SegmentWriter.write(content, schema, files)
        // Waiting for the disk is done here, so that publishing need not.
        try wrap { () throws(FileFailure) in
            for file in written.files { try layer.sync(file.path) }
        }
        return Outcome(written: written, order: content.order)
    }

    /// What the merge came to; nil while it goes on.
    func result() throws(IndexFailure) -> Outcome? {
        try outcome.withLock { $0 }?.get()
    }

    /// Waits for the end.
    func wait() { ended.wait() }

    /// Ends the merge soon, waits for that and removes what it wrote.
    func stop() throws(IndexFailure) {
        layer.stop()
        ended.wait()
        try wrap { () throws(FileFailure) in
            for name in try Folder.names(files.folder) where files.owns(name) {
                try layer.remove(files.folder + "/" + name)
            }
        }
    }
}
