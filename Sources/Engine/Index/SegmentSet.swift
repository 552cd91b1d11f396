import Bytes

/// The segments of a writer, and the merges that keep them few.
final class SegmentSet {
    private(set) var segments: [WriterSegment] = []

    private let schema: Schema
    private let options: IndexOptions
    private let storage: IndexStorage
    /// The merge going on beside, and the segments that it merges.
    private var beside: (thread: MergeThread, sources: [WriterSegment])?
    private var startedThreads = 0

    init(_ schema: Schema, _ options: IndexOptions, _ storage: IndexStorage) {
        self.schema = schema
        self.options = options
        self.storage = storage
    }

    /// Takes over the segments of a publication.
    func open(_ snapshot: Snapshot) {
        segments = snapshot.segments.map { WriterSegment($0) }
    }

    /// Writes documents as a new segment.
    func append(_ content: any SegmentContent) throws(IndexFailure) {
        let written = try SegmentWriter.write(content, schema, storage.unfinished)
        try append(try storage.adopt(written))
    }

    private func append(_ segment: IndexManifest.Segment) throws(IndexFailure) {
        segments.append(WriterSegment(try SegmentReader(folder: storage.folder, schema: schema, segment: segment)))
    }

    /// Writes the patches of all segments.
    func writePatches() throws(IndexFailure) {
        for segment in segments { try segment.writePatches(storage) }
    }

    /// Makes the small merges that are due, starts a great one, and takes over what a thread has merged.
    ///
    /// Waits for a thread only when there are more segments than may be.
    func mergeAsNeeded() throws(IndexFailure) {
        try takeOver()
        var isGoingOn = true
        while isGoingOn {
            isGoingOn = try mergeOnce()
            if !isGoingOn { isGoingOn = try waitIfTooMany() }
        }
        try storage.sweep(keeping: Set(segments.flatMap(\.manifest.files).map(\.name)))
    }

    /// Makes every merge that is due, waiting for the thread.
    func finishMerges() throws(IndexFailure) {
        try mergeAsNeeded()
        while let thread = beside?.thread {
            thread.wait()
            try mergeAsNeeded()
        }
    }

    /// Merges all segments into one, at once.
    func mergeAll() throws(IndexFailure) {
        try stop()
        let isClean = segments.allSatisfy { $0.manifest.liveCount == $0.manifest.documentCount }
        if segments.count > 1 || !isClean { try merge(segments) }
        try storage.sweep(keeping: Set(segments.flatMap(\.manifest.files).map(\.name)))
    }

    /// Ends a merge going on beside and waits for that; its sources stay as they are.
    func stop() throws(IndexFailure) {
        guard let (thread, _) = beside.take() else { return }
        try thread.stop()
    }

    // MARK: Merging

    /// Makes or starts the first merge that can be; false when there is none.
    private func mergeOnce() throws(IndexFailure) -> Bool {
        let taken = beside?.sources ?? []
        let candidates = segments.map { segment in
            MergePolicy.Candidate(
                documentCount: segment.manifest.documentCount,
                liveCount: segment.manifest.liveCount,
                isTaken: taken.contains { $0 === segment }
            )
        }
        for places in MergePolicy(options: options).due(candidates) {
            let sources = places.map { segments[$0] }
            if sources.reduce(0, { $0 + $1.byteCount }) <= options.immediateMergeBytes {
                try merge(sources)
                return true
            }
            if beside == nil {
                startedThreads += 1
                let readers = sources.map { $0.reader() }
                beside = (MergeThread(readers, schema, storage, label: "merge\(startedThreads)-"), sources)
                return true
            }
        }
        return false
    }

    private func merge(_ sources: [WriterSegment]) throws(IndexFailure) {
        let readers = sources.map { $0.reader() }
        remove(sources)
        if readers.contains(where: { $0.liveCount > 0 }) { try append(MergeContent(readers, schema)) }
    }

    private func waitIfTooMany() throws(IndexFailure) -> Bool {
        guard segments.count > options.maximumSegments, let thread = beside?.thread else { return false }
        thread.wait()
        try takeOver()
        return true
    }

    /// Puts what a thread has merged in the place of its sources.
    private func takeOver() throws(IndexFailure) {
        guard let (thread, sources) = beside, let outcome = try thread.result() else { return }
        beside = nil
        try append(try storage.adopt(outcome.written, isDurable: true))
        let merged = segments[segments.count - 1]
        // Whatever was patched meanwhile stands in newer files of the sources.
        if zip(sources, thread.sources).contains(where: { $0.files.references != $1.files.references }) {
            let content = try MergeContent(sources.map { $0.reader() }, schema, order: outcome.order)
            try merged.replaceUpdatableColumns(content, storage)
        }
        for (place, source) in sources.enumerated() {
            for document in source.deleted(since: thread.sources[place]) {
                try merged.delete(Int(outcome.order.newOf[place][document]))
            }
        }
        remove(sources)
    }

    private func remove(_ sources: [WriterSegment]) {
        segments.removeAll { segment in sources.contains { $0 === segment } }
    }
}
