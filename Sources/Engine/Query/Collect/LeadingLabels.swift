/// The most frequent labels offered; equal counts in byte order.
struct LeadingLabels {
    private let limit: Int
    private var entries: [FacetResult.Entry] = []
    /// After shrinking, the last of the first `limit` bounds what can still get in.
    private var floor = 0
    /// Labels offered.
    private(set) var distinct = 0

    init(limit: Int) {
        self.limit = max(0, limit)
    }

    /// Takes a label if its count may be among the greatest; the label is read only then.
    mutating func offer(_ count: Int, _ label: () -> [UInt8]) {
        distinct += 1
        guard count >= floor, limit > 0 else { return }
        if (entries.count - 64) / 2 >= limit { shrink() }
        entries.append(FacetResult.Entry(label: label(), count: count))
    }

    /// The labels in order.
    mutating func sorted() -> [FacetResult.Entry] {
        shrink()
        return entries
    }

    private mutating func shrink() {
        entries.sort {
            $0.count == $1.count ? $0.label.lexicographicallyPrecedes($1.label) : $0.count > $1.count
        }
        guard entries.count >= limit else { return }
        entries.removeLast(entries.count - limit)
        floor = entries.last?.count ?? 0
    }
}
