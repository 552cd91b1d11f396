import Index

/// A sort order in terms of this schema.
enum ResolvedOrder {
    case score
    case number(place: Int, descending: Bool)
    case label(place: Int, map: LabelMap, descending: Bool)
    case identifier

    /// Looks the column up; relevance without any word to score becomes newest first.
    init(_ sort: SortOrder, hasWords: Bool, _ snapshot: Snapshot) throws(SearchFailure) {
        let schema = snapshot.schema
        switch sort {
        case .relevance where hasWords: self = .score
        case .relevance: self = .number(place: try schema.numberColumn(schema.orderColumn), descending: true)
        case .number(let column, let descending):
            self = .number(place: try schema.numberColumn(column), descending: descending)
        case .label(let column, let descending):
            let place = try schema.ordinalColumn(column)
            guard case .ordinals(multiple: false, _) = schema.columns[place].kind else { throw .unknownColumn(column) }
            let map: LabelMap?
            do throws(IndexFailure) {
                map = try snapshot.labelMap(place)
            } catch {
                throw .index(error)
            }
            guard let map else { throw .unknownColumn(column) }
            self = .label(place: place, map: map, descending: descending)
        case .identifier: self = .identifier
        }
    }

    /// Whether the best hits come first.
    var isByScore: Bool { if case .score = self { true } else { false } }

    /// Whether hits come in the order of the documents.
    func isNewestFirst(_ schema: Schema) -> Bool {
        guard case .number(let place, true) = self else { return false }
        return place == schema.column(named: schema.orderColumn)
    }

    var coding: KeyCoding {
        switch self {
        case .score: KeyCoding(kind: .score)
        case .number(_, let descending): KeyCoding(kind: .number(descending: descending))
        case .label(_, let map, let descending): KeyCoding(kind: .label(map, descending: descending))
        case .identifier: KeyCoding(kind: .identifier)
        }
    }
}
