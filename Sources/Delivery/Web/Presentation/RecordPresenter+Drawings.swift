import Domain
import Links
import Pages

/// The drawings of a record.
extension RecordPresenter {
    /// Every drawing that the record names, with its picture where that is kept.
    var drawings: [RecordPage.Drawing] {
        guard let drawings = bibliography.drawings else { return [] }
        var pictures: [String: Picture] = [:]
        for (place, image) in drawings.images.enumerated() {
            let link = DrawingLink(link, place: place + 1, digest: image.digest)
            pictures[Self.key(image.kind, image.number)] = Picture(link, width: image.width, height: image.height)
        }
        return drawings.named.compactMap { kind, number, file in
            RecordPage.Drawing.Kind(rawValue: kind.rawValue).map {
                RecordPage.Drawing(file, kind: $0, number: number, picture: pictures[Self.key(kind, number)])
            }
        }
    }

    private static func key(_ kind: DrawingImage.Kind, _ number: Int) -> String { "\(kind.rawValue) \(number)" }
}
