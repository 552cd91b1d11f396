import Discovery
import Domain
import HTTPTypes
import Links

/// Pictures of records.
extension Site {
    /// For how many seconds others may keep a picture without asking: one that was erased is gone then everywhere.
    private static let lasting = 3_600

    /// A picture; kept for a while under an address that names its digest, asked for again under any other.
    func drawing(_ visit: Visit, _ link: DrawingLink) async throws -> Answer {
        guard let register = Register(rawValue: link.record.register.rawValue) else { throw RequestFailure.nowhere }
        switch try await services.findRecord.drawing(link.place, of: register, link.record.number) {
        case .withdrawn(let id): throw RequestFailure.gone(id.description)
        case .known(let id):
            guard let known = RecordLink(entry: id.description) else { throw RequestFailure.nowhere }
            return .redirect(.found, to: Link.drawing(DrawingLink(known, place: link.place)).text)
        case .found(let image, let png):
            let tag = "\"" + image.digest + "\""
            let isNamed = DrawingLink(link.record, place: link.place, digest: image.digest).version == link.version
            let lasting = isNamed ? Answer.Caching.seconds(Self.lasting, tag: tag) : .revalidated(tag: tag)
            // What a reader looks at in confidential mode stays in no cache.
            return Answer(type: "image/png", body: .bytes(png), caching: visit.isConfidential ? .none : lasting)
        }
    }
}
