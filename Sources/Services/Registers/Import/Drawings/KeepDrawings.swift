import Bytes
import Domain
import Formats
import Images
import Store

/// Keeps the pictures that records name, and tells the records which are kept.
struct KeepDrawings: Sendable {
    let store: Store
    let read: ImageReader
    let refused: RefusedPictures

    /// How long the pictures of one record may take to read: two minutes, what a thousand scanned pages need.
    ///
    /// What is known already takes none of it, so that another import takes those that were left.
    static let perRecord: Duration = .seconds(120)
    /// Pixels of a side of a picture that an export names.
    private static let sides = 1...100_000

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
            guard Self.sides.contains(image.width), Self.sides.contains(image.height) else {
                tally.leave("\(file): \(image.file): the export gives it a size that no picture has")
                continue
            }
            // Of an export: the picture itself came here before, or never.
            if let digest = Digest256(hex: image.digest), try await store.blobSize(digest) != nil {
                images.append(image)
                tally.kept += 1
            } else {
                tally.leave("\(file): \(image.file): the export has its name, and the picture is not kept here")
            }
        }
        var time = Duration.zero
        for picture in pictures {
            do {
                let kept = try await keep(picture, time: &time)
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

    private func keep(_ picture: SourcePicture, time: inout Duration) async throws -> StoredPicture {
        let bytes = try picture.bytes.get()
        let source = sha256(bytes)
        if let known = try await store.picture(of: source) { return known }
        if let reason = refused.reason(of: source) { throw ImageFailure.refused(reason: reason) }
        guard time < Self.perRecord else {
            let most = Self.perRecord.components.seconds
            throw ImageFailure.refused(reason: "the pictures of the record take longer than \(most) seconds")
        }
        let image: ReadImage
        do {
            image = try await read(bytes, time: &time)
        } catch ImageFailure.refused(let reason) {
            refused.note(source, reason)
            throw ImageFailure.refused(reason: reason)
        }
        return try await store.keep(image.png, width: image.width, height: image.height, madeOf: source)
    }
}
