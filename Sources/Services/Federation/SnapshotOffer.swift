package import Bytes
import Dispatch
import Domain
package import EntryIndex
import Index
import Synchronization

/// Offers the newest snapshot of the index to siblings, and holds it while one of them copies it.
///
/// The writer goes on publishing and merging meanwhile: a held snapshot costs the room of those of its files that the
/// newest one no longer has.
package final class SnapshotOffer: Sendable {
    /// Limits of holding.
    package struct Options: Sendable {
        /// How long a snapshot is held after it was last read from; default 10 minutes.
        package var lease = Duration.seconds(600)
        /// Snapshots held at a time; default 2.
        ///
        /// While all are being read from, whoever asks gets the newest of them.
        package var held = 2

        package init() {}
    }

    private struct Held {
        let files: PublishedFiles
        var lastRead: ContinuousClock.Instant
    }

    private let folder: String
    private let index: PublishedIndex
    private let options: Options
    /// The newest last.
    private let held = Mutex<[Held]>([])
    /// Reading waits for the disk, which the threads of Swift concurrency never do.
    private let queue = DispatchQueue(label: "snapshot-reading")

    /// - Parameters:
    ///   - folder: the folder of the index.
    ///   - index: what was published there last.
    ///   - options: the limits.
    package init(folder: String, index: PublishedIndex, options: Options = Options()) {
        self.folder = folder
        self.index = index
        self.options = options
    }

    /// The manifest of the snapshot that a sibling should copy now.
    ///
    /// - Throws: `Failure.unavailable` while the index is not whole; `IndexFailure`.
    package func manifest() async throws -> [UInt8] {
        guard index.standing.isWhole, let newest = index.snapshot?.sequence else {
            throw Failure.unavailable(reason: "the index is still being built")
        }
        dropUnused()
        let limit = max(1, options.held)
        let standing = held.withLock { held -> MappedFile? in
            guard let last = held.indices.last, held.count >= limit || held[last].files.sequence == newest else {
                return nil
            }
            held[last].lastRead = .now
            return held[last].files.manifest
        }
        if let standing { return standing.bytes(0..<standing.count) }
        let folder = folder
        let files = try await onQueue { try PublishedFiles.open(folder) }
        held.withLock { held in
            held.append(Held(files: files, lastRead: .now))
            // Two may have asked at once; the older of what they opened goes.
            if held.count > limit { held.removeFirst(held.count - limit) }
        }
        return files.manifest.bytes(0..<files.manifest.count)
    }

    /// A file of a snapshot that is held; nil where none has it.
    package func file(_ name: String) -> MappedFile? {
        held.withLock { held in
            for place in held.indices.reversed() {
                guard let file = held[place].files[name] else { continue }
                held[place].lastRead = .now
                return file
            }
            return nil
        }
    }

    /// Reads a range of a file that was asked for by ``file(_:)``; that its snapshot is read from counts as long as
    /// reading goes on.
    package func bytes(_ range: Range<Int>, of file: MappedFile, named name: String) async throws -> [UInt8] {
        _ = self.file(name)
        return try await onQueue { file.bytes(range) }
    }

    /// Lets go of what nobody has read from for the lease; to be called now and then.
    package func dropUnused() {
        let now = ContinuousClock.now
        held.withLock { held in held.removeAll { $0.lastRead.duration(to: now) > options.lease } }
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
