import Bytes
import Domain
import Formats
import Images
import Store

/// Keeps the pictures that records name, and tells the records which are kept.
struct KeepDrawings: Sendable {
    let store: Store
    let read: ImageReader

    /// A record with the pictures that are kept of those that it names.
    ///
    /// - Parameters:
    ///   - item: the record; a reject goes through as it is.
    ///   - pictures: what was found beside it.
    ///   - file: the source, for messages.
    ///   - tally: what became of each picture is added.
    /// - Returns: The record; one that brings names of pictures along names those that are kept here.
    /// - Throws: What the store throws.
    func callAsFunction(
        _ item: SourceItem,
        _ pictures: [SourcePicture],
        file: String,
        tally: inout DrawingTally
    ) async throws -> SourceItem {
        guard case .record(var record) = item, let drawings = record.right.bibliography.drawings else { return item }
        var images: [DrawingImage] = []
        for image in drawings.images {
            // Of an export: the picture itself came here before, or never.
            if let digest = Digest256(hex: image.digest), try await store.blobSize(digest) != nil {
                images.append(image)
                tally.kept += 1
            } else {
                tally.leave("\(file): \(image.file): the export has its name, and the picture is not kept here")
            }
        }
        for picture in pictures {
            do {
                let kept = try await keep(picture)
                images.append(
                    DrawingImage(
                        kind: picture.kind,
                        number: picture.number,
                        file: picture.file,
                        digest: kept.digest.description,
                        width: kept.width,
                        height: kept.height
                    )
                )
                tally.kept += 1
            } catch FormatFailure.unreadable(let reason) {
                tally.leave("\(file): \(picture.file): \(reason)")
            } catch let failure as FormatFailure {
                tally.leave("\(file): \(picture.file): \(failure.message)")
            } catch ImageFailure.refused(let reason) {
                tally.leave("\(file): \(picture.file): \(reason)")
            } catch ImageFailure.unavailable(let reason) {
                tally.left += 1
                tally.unavailable = reason
            }
        }
        record.right.bibliography.drawings?.images = images
        return .record(record)
    }

    private func keep(_ picture: SourcePicture) async throws -> StoredPicture {
        let bytes = try picture.bytes.get()
        let source = sha256(bytes)
        if let known = try await store.picture(of: source) { return known }
        let image = try await read(bytes)
        return try await store.keep(image.png, width: image.width, height: image.height, madeOf: source)
    }
}
