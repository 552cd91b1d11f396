/// Folds texts into scratch that it keeps from text to text.
///
/// **Cost** One table look-up a character; characters with marks and those that become several go through ICU.
struct Folder {
    /// The folded characters of the last piece.
    private(set) var folded: [FoldedScalar] = []

    private var entries: [UInt32] = []
    /// Where a page begins in `entries`, in pages and counted from 1; 0 for a page not yet fetched.
    private var pageStarts = [UInt16](repeating: 0, count: FoldTable.pageCount)
    private var cluster: [UInt32] = []

    /// The entry of a scalar.
    mutating func entry(_ scalar: UInt32) -> FoldEntry {
        let page = Int(scalar >> 8)
        var start = Int(pageStarts[page])
        if start == 0 { start = fetch(page) }
        return FoldEntry(entries[(start - 1) << 8 | Int(scalar & 0xFF)])
    }

    private mutating func fetch(_ page: Int) -> Int {
        entries += FoldTable.shared.page(page)
        let start = entries.count >> 8
        pageStarts[page] = UInt16(truncatingIfNeeded: start)
        return start
    }

    /// Folds the bytes `range` of a text into `folded`; the range begins and ends between characters.
    mutating func fold(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        folded.removeAll(keepingCapacity: true)
        var clusterStart = range.lowerBound
        var clusterFirst = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = Self.decode(text, offset)
            let entry = entry(scalar)
            let end = offset + length
            if entry.extends || entry.isComplex {
                if !entry.extends {
                    clusterStart = offset
                    clusterFirst = folded.count
                }
                let clusterEnd = extendCluster(text, from: clusterStart, through: end, limit: range.upperBound)
                folded.removeLast(folded.count - clusterFirst)
                appendCluster(clusterStart, clusterEnd)
                offset = clusterEnd
                clusterStart = clusterEnd
                clusterFirst = folded.count
                continue
            }
            clusterStart = offset
            clusterFirst = folded.count
            append(entry.scalar, offset, end, entry.kind)
            offset = end
        }
    }

    /// Gathers the scalars from `start` and all that extend them after `end`; gives the end of the cluster.
    private mutating func extendCluster(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        through end: Int,
        limit: Int
    ) -> Int {
        cluster.removeAll(keepingCapacity: true)
        var offset = start
        while offset < limit {
            let (scalar, length) = Self.decode(text, offset)
            guard offset < end || entry(scalar).extends else { break }
            // A run of marks without end is folded in pieces: bounded work for hostile text.
            guard cluster.count < Normalizer.maximumScalars || offset < end else { break }
            cluster.append(scalar)
            offset += length
        }
        return offset
    }

    private mutating func appendCluster(_ start: Int, _ end: Int) {
        // Characters with a kind of their own lose it in ICU's folding, so they go first and by themselves.
        if let first = cluster.first, let kind = CharacterRules.fixedKind(first) {
            append(CharacterRules.fixedFold(first), start, end, kind)
            cluster.removeFirst()
        }
        for piece in stride(from: 0, to: cluster.count, by: Normalizer.maximumScalars) {
            let scalars = Array(cluster[piece..<min(piece + Normalizer.maximumScalars, cluster.count)])
            for scalar in Normalizer.fold(scalars) {
                let entry = entry(scalar)
                append(
                    entry.isSimple ? entry.scalar : scalar,
                    start,
                    end,
                    entry.isComplex ? .separator : clusterKind(scalar, entry)
                )
            }
        }
    }

    private mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int, _ kind: CharacterKind) {
        folded.append(
            FoldedScalar(
                scalar: scalar,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end),
                kind: kind
            )
        )
    }

    /// A mark that nothing took in still belongs to its word where it makes words; else it separates.
    private func clusterKind(_ scalar: UInt32, _ entry: FoldEntry) -> CharacterKind {
        entry.extends ? CharacterRules.kind(scalar) : entry.kind
    }

    /// The scalar at `offset` and its length in bytes; the text is valid UTF-8.
    @inline(__always)
    static func decode(_ text: borrowing Span<UInt8>, _ offset: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[offset])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(text[offset + 1] & 0x3F)
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = UInt32(text[offset + 2] & 0x3F)
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[offset + 3] & 0x3F), 4)
    }
}
