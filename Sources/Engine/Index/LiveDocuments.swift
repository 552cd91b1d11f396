import Bytes

/// The file that says which documents of a segment are not deleted.
enum LiveDocuments {
    static func write(_ words: [UInt64], _ storage: IndexStorage) throws(IndexFailure) -> FileReference {
        let file = try IndexFileWriter(storage.unfinished, .live)
        let place = try file.appendPacked(count: words.count, maximum: .max) { words[$0] }
        var directory: [UInt8] = []
        Varint.append(words.count, to: &directory)
        place.append(to: &directory)
        return try storage.adopt(try file.finish(directory: directory))
    }

    /// Reads the words of a segment and checks that they agree with its counts.
    static func read(
        folder: String,
        _ reference: FileReference,
        _ segment: IndexManifest.Segment
    ) throws(IndexFailure) -> [UInt64] {
        let file = try IndexFile(folder: folder, reference)
        try file.verify()
        var reader = try file.directoryReader()
        let words = try wrap { () throws(FileFailure) in
            let count = try reader.count(limit: file.mapped.count / 8)
            let array = try PackedPlace(&reader).array(file, count: count)
            return (0..<count).map { array[$0] }
        }
        let bits = words.reduce(0) { $0 + $1.nonzeroBitCount }
        guard words.count == (segment.documentCount + 63) / 64, bits == segment.liveCount else {
            throw .corrupt(file: file.mapped.path, reason: "it does not fit its segment")
        }
        return words
    }
}
