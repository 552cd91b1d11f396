package import Domain
import EntryIndex
import Index
import Query
import Text

extension Search {
    /// The names in the records that may be those of one holder.
    ///
    /// Looked at are the applicants, assignees and owners that hold the words of the name without legal form and place, and
    /// those that the table puts beside it: the `Options.spellingsRead` with the most records.
    /// - Parameters:
    ///   - name: The name.
    ///   - table: The published table; what it says comes before every likeness.
    /// - Returns: The spellings; none of them is told from another by the table.
    /// - Throws: `Failure.invalid` for a name without a letter, `Failure.unavailable` while there is no index,
    ///   `Failure.tooMany` when too many wait.
    package func spellings(of name: String, table: AliasTable = .empty) async throws -> HolderSpellings {
        var folder = TextFolder()
        let wanted = HolderName(folder.fold(name))
        guard !wanted.core.isEmpty, name.utf8.count <= Self.longestHolder else {
            throw Failure.invalid(field: "q", reason: "it has to be a name, of \(Self.longestHolder) bytes at most")
        }
        let searcher = try await newestSearcher(knowing: 0)
        let options = options
        return try await pool.run(.long) {
            let control = SearchControl(deadline: .now.advanced(by: options.deadline))
            let published = table.names(ofHolderOf: name).prefix(options.publishedSpellings)
            let words = Expression.any(
                of: ([wanted.core] + published).map { Expression(.term(.phrase($0), .applicant)) }
            )
            let tree = try QueryCompiler().compile(words).tree
            let (counts, unread) = try Self.holders(tree, searcher, options.spellingsRead, control)
            let names = Self.compared(counts, with: name, wanted, table)
            let shown = max(options.spellings, names.proposed.count { $0.standing != nil })
            return HolderSpellings(
                proposed: try names.proposed.prefix(shown).map { try Self.detailed($0, searcher, control) },
                others: Array(names.others.prefix(options.spellings)),
                reference: published.first ?? names.proposed.first?.name,
                unread: unread,
                sequence: searcher.snapshot.sequence
            )
        }
    }

    /// Whether some records have each of these names as a holder, exactly as it is written.
    ///
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    func haveHolders(_ names: [String]) async throws -> Bool {
        let searcher = try await newestSearcher(knowing: 0)
        let options = options
        return try await pool.run {
            let control = SearchControl(deadline: .now.advanced(by: options.deadline))
            return try names.allSatisfy { name in
                let count = try searcher.tally(QueryCompiler.label(name, in: .applicant), control).count
                return count.all > 0
            }
        }
    }

    /// The names of records beside a name: those that may be its holder's, the surest first, and others.
    private static func compared(
        _ counts: [String: RecordCount],
        with name: String,
        _ wanted: HolderName,
        _ table: AliasTable
    ) -> (proposed: [HolderSpellings.Spelling], others: [HolderSpellings.Spelling]) {
        var folder = TextFolder()
        var names = NameFolder()
        let core = names.fold(wanted.core)
        let isPublished = !table.names(ofHolderOf: name).isEmpty
        var likely: [HolderSpellings.Spelling] = []
        var others: [HolderSpellings.Spelling] = []
        for (label, count) in counts {
            var spelling = HolderSpellings.Spelling(name: label, count: count, places: [])
            if isPublished, table.areOne(label, name) {
                spelling.standing = table.entry(of: label).map { .spelling($0) } ?? .holder
            }
            // Others that the records name beside the holder are no spellings of it.
            guard spelling.standing != nil || names.fold(label).contains(core) else { continue }
            spelling.likeness = HolderName(folder.fold(label)).likeness(to: wanted)
            if spelling.standing == nil, spelling.likeness == nil {
                if let line = table.difference(label, name) { spelling.standing = .different(line) }
                others.append(spelling)
            } else {
                likely.append(spelling)
            }
        }
        var proposed: [HolderSpellings.Spelling] = []
        var toldApart = [name].filter(table.isToldApart)
        for var spelling in likely.sorted(by: Self.isSurer) {
            if table.isToldApart(spelling.name) {
                if let line = toldApart.lazy.compactMap({ table.difference(spelling.name, $0) }).first {
                    spelling.standing = .different(line)
                    others.append(spelling)
                    continue
                }
                toldApart.append(spelling.name)
            }
            proposed.append(spelling)
        }
        // What the table tells apart looks alike: it is told before names that only hold the words.
        others.sort { one, other in
            let areTold = (one.standing != nil, other.standing != nil)
            if areTold.0 != areTold.1 { return areTold.0 }
            return (one.count.all, other.name) > (other.count.all, one.name)
        }
        return (proposed, others)
    }

    /// By the table first, then by likeness, then by records.
    private static func isSurer(_ one: HolderSpellings.Spelling, _ other: HolderSpellings.Spelling) -> Bool {
        let order = HolderName.Likeness.allCases
        func rank(_ spelling: HolderSpellings.Spelling) -> Int {
            switch spelling.standing {
            case .holder: -2
            case .spelling: -1
            case .different, nil: spelling.likeness.flatMap(order.firstIndex) ?? order.count
            }
        }
        if rank(one) != rank(other) { return rank(one) < rank(other) }
        return (one.count.all, other.name) > (other.count.all, one.name)
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
