import Bytes
package import Domain
import EntryIndex
import Store

/// What stands under the address of a picture.
package enum DrawingLookup: Sendable {
    /// The picture, and its bytes as a PNG file.
    case found(DrawingImage, [UInt8])
    /// The name is another number of this record.
    case known(as: EntryID)
    /// The record was here and was withdrawn.
    case withdrawn(EntryID)
}

extension FindRecord {
    /// One picture of a record, without its texts.
    ///
    /// - Parameters:
    ///   - place: which picture, from 1 in the order of `Drawings.images`.
    ///   - register: where to look.
    ///   - number: as in ``callAsFunction(_:_:)``.
    /// - Returns: The picture, or where it is, or that its record was withdrawn.
    /// - Throws: `Failure.notFound` when there is no such record or picture; what the store throws.
    package func drawing(_ place: Int, of register: Register, _ number: String) async throws -> DrawingLookup {
        let name = register.rawValue + "/" + number
        guard let id = EntryID(name), let entry = try await store.entry(name, withTexts: false) else {
            return .known(as: try await owner(register, number))
        }
        guard !entry.isTombstone else { return .withdrawn(id) }
        let images = try RightContent.right(of: entry).bibliography.drawings?.images ?? []
        guard images.indices.contains(place - 1), let digest = Digest256(hex: images[place - 1].digest),
            let png = try await store.blob(digest)
        else { throw Failure.notFound(what: "drawing \(place) of \(name)") }
        return .found(images[place - 1], png)
    }
}
