import Index
import Query

/// A class that a query asks for in a field, and the labels of the index that are it or lie below it.
struct AskedClass: Hashable, Sendable {
    /// The symbol in its normal form.
    let symbol: String
    let column: Column
    /// Whole labels and beginnings of labels; a record with any of them has the class.
    let labels: [LabelSelection]

    /// The records that have it.
    var tree: QueryTree { .or(labels.map { .ordinals(column: column.rawValue, $0) }) }

    /// Whether the index knows a label of it; one of a record that was just deleted counts until its segment is merged.
    func isKnown(in snapshot: Snapshot) throws(IndexFailure) -> Bool {
        guard let place = snapshot.schema.column(named: column.rawValue) else { return false }
        for segment in snapshot.segments {
            guard let known = try segment.ordinals(place) else { continue }
            for selection in labels {
                let isFound =
                    switch selection {
                    case .exact(let labels): labels.contains { known.ordinal(ofLabel: $0) != nil }
                    case .prefix(let prefix): !known.ordinals(withPrefix: prefix).isEmpty
                    case .range(let low, let high): known.range(from: low, through: high)?.isEmpty == false
                    }
                if isFound { return true }
            }
        }
        return false
    }
}
