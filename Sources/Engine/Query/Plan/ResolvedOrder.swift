import Index

/// A sort order in terms of this schema.
enum ResolvedOrder {
    case score
    case number(place: Int, descending: Bool)
    case identifier

    /// Looks the column up; relevance without any word to score becomes newest first.
    init(_ sort: SortOrder, hasWords: Bool, _ schema: Schema) throws(SearchFailure) {
        switch sort {
        case .relevance where hasWords: self = .score
        case .relevance: self = .number(place: try schema.numberColumn(schema.orderColumn), descending: true)
        case .number(let column, let descending):
            self = .number(place: try schema.numberColumn(column), descending: descending)
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
        case .identifier: KeyCoding(kind: .identifier)
        }
    }
}
