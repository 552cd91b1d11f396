import Domain
import EntryIndex
import Index
import Query
import Text

extension Search {
    /// The names in the records that may be those of one holder.
    ///
    /// Looked at are the applicants, assignees and owners that hold the words of the name without legal form and place, the
    /// `Options.spellingsRead` with the most records.
    /// - Throws: `Failure.invalid` for a name without a letter, `Failure.unavailable` while there is no index,
    ///   `Failure.tooMany` when too many wait.
    package func spellings(of name: String) async throws -> HolderSpellings {
        var folder = TextFolder()
        let wanted = HolderName(folder.fold(name))
        guard !wanted.core.isEmpty, name.utf8.count <= Self.longestHolder else {
            throw Failure.invalid(field: "q", reason: "it has to be a name, of \(Self.longestHolder) bytes at most")
        }
        let searcher = try await newestSearcher(knowing: 0)
        let options = options
        return try await pool.run(.long) {
            let control = SearchControl(deadline: .now.advanced(by: options.deadline))
            let words = Expression(.term(.phrase(wanted.core), .applicant))
            let tree = try QueryCompiler().compile(words).tree
            let (counts, unread) = try Self.holders(tree, searcher, options.spellingsRead, control)
            var folder = TextFolder()
            var proposed: [HolderSpellings.Spelling] = []
            var others: [HolderSpellings.Spelling] = []
            // Others that the records name beside the holder are no spellings of it.
            var names = NameFolder()
            let core = names.fold(wanted.core)
            for (label, count) in counts where names.fold(label).contains(core) {
                let likeness = HolderName(folder.fold(label)).likeness(to: wanted)
                let spelling = HolderSpellings.Spelling(name: label, count: count, likeness: likeness, places: [])
                if likeness == nil { others.append(spelling) } else { proposed.append(spelling) }
            }
            proposed.sort { one, other in
                let order = HolderName.Likeness.allCases
                let ranks = [one, other].map { $0.likeness.flatMap(order.firstIndex) ?? order.count }
                if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
                return (one.count.all, other.name) > (other.count.all, one.name)
            }
            others.sort { ($0.count.all, $1.name) > ($1.count.all, $0.name) }
            return HolderSpellings(
                proposed: try proposed.prefix(options.spellings).map { try Self.detailed($0, searcher, control) },
                others: Array(others.prefix(options.spellings)),
                unread: unread,
                sequence: searcher.snapshot.sequence
            )
        }
    }

    /// Bytes of a name at most.
    private static let longestHolder = 500

    /// Holders in the records of a question, and how many more there are.
    private static func holders(
        _ tree: QueryTree,
        _ searcher: Searcher,
        _ limit: Int,
        _ control: SearchControl
    ) throws -> ([String: RecordCount], unread: Int) {
        var counts: [String: RecordCount] = [:]
        var unread = 0
        let request = SearchRequest(
            tree,
            limit: 0,
            sort: .identifier,
            facets: [FacetRequest(column: Column.applicant.rawValue, limit: limit)]
        )
        let (records, samples) = try searcher.search(request.withSamplesApart, control: control).whole().sides
        for (side, place) in [(records, \RecordCount.records), (samples, \RecordCount.samples)] {
            guard let facet = side.facets.first else { continue }
            unread = max(unread, facet.distinct - facet.entries.count)
            for entry in facet.entries {
                let label = String(decoding: entry.label, as: UTF8.self)
                counts[label, default: RecordCount()][keyPath: place] = entry.count
            }
        }
        return (counts, unread)
    }

    /// A spelling with the years and places of its records.
    private static func detailed(
        _ spelling: HolderSpellings.Spelling,
        _ searcher: Searcher,
        _ control: SearchControl
    ) throws -> HolderSpellings.Spelling {
        let request = SearchRequest(
            QueryCompiler.label(spelling.name, in: .applicant),
            limit: 0,
            sort: .identifier,
            facets: [FacetRequest(column: Column.region.rawValue, limit: 10)],
            histograms: [HistogramRequest(column: Column.applicationDate.rawValue, divisor: 10_000)]
        )
        let result = try searcher.search(request, control: control).whole()
        var spelling = spelling
        let years = result.histograms.first?.entries.map { Int($0.bucket) } ?? []
        if let first = years.min(), let last = years.max() { spelling.years = first...last }
        spelling.places = (result.facets.first?.entries ?? []).map { String(decoding: $0.label, as: UTF8.self) }
            .filter { Facet.region.lists($0) }.prefix(2).map(\.self)
        return spelling
    }
}

extension RecordCount {
    /// Records and samples together, to order by.
    fileprivate var all: Int { records + samples }
}
