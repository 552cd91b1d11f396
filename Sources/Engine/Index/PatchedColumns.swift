/// The versions and updatable columns of a segment with patches of some documents.
final class PatchedColumns: ColumnContent {
    /// The labels of a column: those of the segment and those of patches, ascending.
    private struct Labels {
        var all: [[UInt8]]
        var places: [[UInt8]: UInt32]
        /// The place of each ordinal of the segment.
        var placeOf: [UInt32]
    }

    let documentCount: Int

    private let columns: ColumnSet
    private let patches: [Int: Document]
    private let numbers: [Int: NumberColumn]
    private let ordinals: [Int: OrdinalColumn]
    /// The labels of the column that was asked for last.
    private var latest: (column: Int, labels: Labels)?

    init(_ files: SegmentFiles, _ patches: [Int: Document]) throws(IndexFailure) {
        documentCount = files.documents.count
        columns = files.updatableColumns
        self.patches = patches
        var numbers: [Int: NumberColumn] = [:]
        var ordinals: [Int: OrdinalColumn] = [:]
        for place in files.schema.columns.indices {
            numbers[place] = try columns.numbers(place)
            ordinals[place] = try columns.ordinals(place)
        }
        self.numbers = numbers
        self.ordinals = ordinals
    }

    private func labels(_ place: Int) -> Labels {
        if let latest, latest.column == place { return latest.labels }
        let column = ordinals[place]
        let known = (0..<UInt32(column?.labelCount ?? 0)).map { column?.label($0) ?? [] }
        let patched = patches.values.flatMap { patch in patch.ordinals.first { $0.column == place }?.labels ?? [] }
        let all = Set(known).union(patched).sorted { $0.lexicographicallyPrecedes($1) }
        let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, UInt32($0)) })
        let labels = Labels(all: all, places: places, placeOf: known.map { places[$0] ?? 0 })
        latest = (place, labels)
        return labels
    }

    func version(_ document: Int) throws(IndexFailure) -> UInt64 {
        if let patch = patches[document] { return patch.version }
        return try columns.version(document)
    }

    func number(_ column: Int, _ document: Int) -> Int64? {
        guard let patch = patches[document] else { return numbers[column]?.value(UInt32(document)) }
        return patch.numbers.first { $0.column == column }?.value
    }

    func labelCount(_ column: Int) -> Int { labels(column).all.count }

    func label(_ column: Int, _ place: Int) -> [UInt8] { labels(column).all[place] }

    func labels(_ column: Int, _ document: Int, into buffer: inout [UInt32]) {
        buffer.removeAll(keepingCapacity: true)
        let labels = labels(column)
        if let patch = patches[document] {
            for label in patch.ordinals.first(where: { $0.column == column })?.labels ?? [] {
                if let place = labels.places[label] { buffer.append(place) }
            }
        } else {
            ordinals[column]?.ordinals(UInt32(document), into: &buffer)
            for index in buffer.indices { buffer[index] = labels.placeOf[Int(buffer[index])] }
        }
        sortOnce(&buffer)
    }
}

/// Sorts numbers and keeps each once.
func sortOnce(_ numbers: inout [UInt32]) {
    guard numbers.count > 1 else { return }
    numbers.sort()
    var kept = 1
    for index in 1..<numbers.count where numbers[index] != numbers[kept - 1] {
        numbers[kept] = numbers[index]
        kept += 1
    }
    numbers.removeSubrange(kept...)
}
