import Foundation

/// One thing that somebody keeps.
package enum KeptItem: Sendable, Hashable {
    case record(KeptCollection.Record)
    case search(KeptCollection.Search)
    case queries(KeptCollection.Queries)

    /// What kind it is, as the file names the list that it stands in.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case records, searches, sets
    }

    package var kind: Kind {
        switch self {
        case .record: .records
        case .search: .searches
        case .queries: .sets
        }
    }

    /// What it is known by among those of its kind.
    package var key: String {
        switch self {
        case .record(let record): record.id
        case .search(let search): search.parameters
        case .queries(let queries): queries.text
        }
    }

    /// When it was kept, in microseconds UTC; nil where it does not say so.
    package var time: Int64? {
        let text =
            switch self {
            case .record(let record): record.kept
            case .search(let search): search.kept
            case .queries(let queries): queries.kept
            }
        // Browsers write thousandths of a second.
        let moment = try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
        guard let moment = moment ?? (try? Date.ISO8601FormatStyle().parse(text)) else { return nil }
        let microseconds = (moment.timeIntervalSince1970 * 1_000_000).rounded()
        return Int64(exactly: microseconds)
    }

    /// The same thing kept in two places: what was kept later counts, and of a record the tags and notes of both.
    package func merged(with other: KeptItem) -> KeptItem {
        let isLater = (other.time ?? .min) > (time ?? .min)
        guard case .record(let mine) = self, case .record(let theirs) = other else { return isLater ? other : self }
        var record = isLater ? theirs : mine
        record.tags = mine.tags + theirs.tags.filter { !mine.tags.contains($0) }
        record.note = mine.note
        if !mine.note.contains(theirs.note) {
            record.note = [mine.note, theirs.note].filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return .record(record)
    }
}
