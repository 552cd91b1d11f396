import Domain
import EntryIndex
import Index
import Query

extension EntrySearch {
    /// A hit and how far away it is.
    struct Near: Sendable {
        let id: String
        /// Metres along a great circle; nil for an entry without coordinates.
        let metres: Int?
    }

    /// The half width in metres of the first box in which is looked.
    private static let firstRadius = 1_000

    /// Some of the hits, the nearest first; those without coordinates come last, in the order of the question.
    ///
    /// **Cost** A count for each doubling of a box around the point until it holds enough, then one pass over the hits in the box.
    /// - Throws: `SearchFailure`.
    func nearest(to point: GeoPoint, _ range: Range<Int>) throws -> [Near] {
        let placed = narrowed([.hasNumber(column: RegisterSchema.latitude)])
        let count = try placed.count()
        var found: [Near] = []
        let first = range.clamped(to: 0..<count)
        if !first.isEmpty { found += try placed.byDistance(from: point, atLeast: first.upperBound)[first] }
        if range.upperBound > count {
            let rest = try narrowed([.not(.hasNumber(column: RegisterSchema.latitude))]).matches()
            let places = max(0, range.lowerBound - count)..<(range.upperBound - count)
            found += try rest.identifiers(places).map { Near(id: $0, metres: nil) }
        }
        return found
    }

    /// The nearest hits in their order, at least so many of those that there are.
    private func byDistance(from point: GeoPoint, atLeast needed: Int) throws -> [Near] {
        var radius = Self.firstRadius
        while radius < GeoPoint.farthest {
            let box = point.box(within: radius)
            let search = narrowed([
                .numbers(column: RegisterSchema.latitude, box.latitude),
                .numbers(column: RegisterSchema.longitude, box.longitude),
            ])
            if try search.count() >= needed {
                let near = try search.allByDistance(from: point)
                // What lies in a corner of the box may be farther away than something outside of it.
                if near.prefix(needed).last?.metres ?? .max <= radius { return near }
            }
            radius *= 2
        }
        return try allByDistance(from: point)
    }

    private func allByDistance(from point: GeoPoint) throws -> [Near] {
        let matches = try matches()
        let latitudes = try numbers(RegisterSchema.latitude)
        let longitudes = try numbers(RegisterSchema.longitude)
        let near = try matches.hits(0..<matches.count).compactMap { hit -> Near? in
            guard let latitude = latitudes[hit.segment]?.value(hit.document),
                let longitude = longitudes[hit.segment]?.value(hit.document),
                let place = GeoPoint(latitude: latitude, longitude: longitude)
            else { return nil }
            return Near(id: hit.id, metres: point.distance(to: place))
        }
        return near.sorted { ($0.metres ?? 0, $0.id) < ($1.metres ?? 0, $1.id) }
    }

    /// A column of each segment.
    private func numbers(_ column: String) throws -> [NumberColumn?] {
        try searcher.snapshot.segments.map { try $0.numbers(RegisterSchema.place(column)) }
    }
}
