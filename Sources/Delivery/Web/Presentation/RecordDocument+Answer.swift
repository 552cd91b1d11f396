import Bytes
import Discovery
import Domain
import EntryIndex
import Links
import Store
import Wire

/// A record as programs read it.
extension RecordDocument {
    init(_ record: RecordAnswer, citing: Citing?) {
        var entry = EntryDocument(
            id: record.id,
            right: record.right,
            version: VersionDocument(
                version: record.version,
                sequence: record.sequence,
                time: record.time,
                digest: record.digest
            ),
            url: RecordLink(entry: record.id.description).map { Link.record($0).text } ?? ""
        )
        entry.versions = record.versions.map { line in
            VersionDocument(
                version: line.version,
                sequence: line.sequence,
                time: line.time,
                digest: line.digest.description
            )
        }
        entry.sources = record.sources.map { source in
            SourceDocument(
                file: source.file,
                format: source.format,
                position: source.position,
                parts: source.parts.map(\.rawValue)
            )
        }
        if let link = RecordLink(entry: record.id.description),
            let images = record.right.bibliography.drawings?.images, !images.isEmpty
        {
            entry.pictures = images.enumerated().map { place, image in
                let address = Link.drawing(DrawingLink(link, place: place + 1, digest: image.digest))
                return PictureDocument(image, url: address.text)
            }
        }
        if !record.outlook.steps.isEmpty { entry.outlook = OutlookDocument(record.outlook) }
        entry.citing = citing.map { citing in
            CitingDocument(
                total: CountDocument(citing.total),
                query: citing.expression.printed(),
                records: citing.records.map { record in
                    HitDocument(
                        id: record.id,
                        right: record.right,
                        title: record.right.displayTitle,
                        changed: record.time,
                        url: RecordLink(entry: record.id.description).map { Link.record($0).text } ?? ""
                    )
                }
            )
        }
        self.init(right: record.right, entry: entry)
    }
}
