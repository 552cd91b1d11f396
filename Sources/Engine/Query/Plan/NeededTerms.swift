import Index

extension QueryTree {
    /// Groups of terms of each of which every match has one; for a resolved, simplified tree.
    ///
    /// More than a few forms are no group: they stand nearly everywhere.
    var neededTerms: [[[UInt8]]] {
        switch self {
        case .term(let term, _): return [[term]]
        case .anyOf(let terms, _): return terms.count <= Self.maximumForms ? [terms] : []
        case .phrase(let slots, _):
            return slots.compactMap { slot in
                guard !slot.isAbsent, case .terms(let terms) = slot.alternatives, terms.count <= Self.maximumForms
                else { return nil }
                return terms
            }
        case .and(let parts): return parts.flatMap(\.neededTerms)
        case .or(let parts):
            // One word in texts or in names.
            var union: Set<[UInt8]> = []
            for part in parts {
                let groups = part.neededTerms
                guard groups.count == 1 else { return [] }
                union.formUnion(groups[0])
            }
            return union.count <= Self.maximumForms ? [Array(union)] : []
        default: return []
        }
    }

    private static let maximumForms = 4
}
