import Domain
import Formats
import Images

/// A picture that a record names, as it was found beside the record.
struct SourcePicture: Sendable {
    let kind: DrawingImage.Kind
    /// Which of its kind, from 1.
    let number: Int
    /// The name as the source has it.
    let file: String
    let bytes: Result<[UInt8], FormatFailure>

    /// How many pictures of one record are read at most; the longest applications have some hundreds.
    static let perRecord = 2_000
    /// Bytes of all picture files of one record together: 64 MiB.
    static let bytesPerRecord = 64 << 20

    /// Reads the pictures that a record names; none where its format names no files.
    static func read(of item: SourceItem, beside source: RecognisedSource) -> [SourcePicture] {
        guard case .record(let record) = item, let named = record.right.bibliography.drawings?.named, !named.isEmpty,
            source.format.isXML
        else { return [] }
        let wanted = named.prefix(perRecord)
        let found = source.neighbours(wanted.map(\.file), limit: ImageBounds.fileBytes, total: bytesPerRecord)
        return named.enumerated().map { place, picture in
            let late = FormatFailure.unreadable(reason: "the record names more than \(perRecord) pictures")
            let bytes = place < perRecord ? found[picture.file] : nil
            return SourcePicture(
                kind: picture.kind,
                number: picture.number,
                file: picture.file,
                bytes: bytes ?? .failure(late)
            )
        }
    }

    /// Bytes in memory.
    var size: Int { if case .success(let bytes) = bytes { bytes.count } else { 0 } }
}

extension SourceFormat {
    /// Whether documents of the format name the files of their pictures.
    fileprivate var isXML: Bool {
        switch self {
        case .cnipaXML, .usptoXML, .st96: true
        case .docdb, .jsonl, .csv, .xlsx: false
        }
    }
}
