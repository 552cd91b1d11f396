import Index

/// One side of a matrix in one segment: finds the rows, or the columns, that documents belong to.
struct SegmentAxis {
    /// With more documents than one in so many, reading the labels of all documents between the first and the last takes
    /// less time than asking for those of each.
    private static let fewDocuments = 32

    private enum Values {
        case labels(OrdinalColumn)
        case numbers(NumberColumn, HistogramRequest)
    }

    private let values: Values
    private let table: AxisTable
    /// For each row, numbered from 1, the last document that met it, as the how many-th of all that were looked up; empty
    /// where no document can meet a row twice.
    private var seen: [Int] = []
    /// Documents looked up so far.
    private var asked = 0
    private var starts: [UInt32] = []
    private var ordinals: [UInt32] = []
    private var read: [Int64] = []
    private var readPlaces: [UInt32] = []

    /// A row that a document belongs to.
    struct Match {
        /// The document's place among those that were looked up together.
        var place: UInt32
        /// The row, numbered from 0.
        var number: UInt32
    }

    /// How many rows were found for the documents looked up last.
    private(set) var count = 0
    /// The rows found, by place; what stands behind `count` means nothing.
    private(set) var matches: [Match] = []

    /// Prepares to look up so many hits; nil where no document of the segment belongs to a row.
    init?(
        _ request: MatrixRequest.Axis,
        _ answer: MatrixResult.Axis,
        _ segment: SegmentReader,
        _ schema: Schema,
        hits: Int
    ) throws(IndexFailure) {
        switch (request, answer) {
        case (.labels(let facet), .labels(let result)):
            guard let place = schema.column(named: facet.column), let column = try segment.ordinals(place)
            else { return nil }
            values = .labels(column)
            table = AxisTable(column.ordinals(countedAs: result.entries, facet), hits: hits)
            if facet.grouping != .whole, column.isMultiple {
                seen = [Int](repeating: 0, count: result.entries.count + 1)
            }
        case (.numbers(let histogram), .numbers(let result)):
            guard let place = schema.column(named: histogram.column), let column = try segment.numbers(place)
            else { return nil }
            values = .numbers(column, histogram)
            table = AxisTable(result.entries.map { [$0.bucket] }, hits: hits)
        default:
            return nil
        }
        if table.isEmpty { return nil }
    }

    /// Finds the rows of some ascending documents; one may be asked for several times.
    mutating func find(_ wanted: [UInt32]) {
        count = 0
        switch values {
        case .labels(let column): find(wanted, column)
        case .numbers(let column, let histogram): find(wanted, column, histogram)
        }
    }

    private mutating func find(_ wanted: [UInt32], _ column: OrdinalColumn) {
        guard let first = wanted.first, let last = wanted.last else { return }
        let isFilled = wanted.count * Self.fewDocuments > Int(last - first)
        if isFilled {
            column.fill(first..<last + 1, starts: &starts, ordinals: &ordinals)
        } else {
            column.gather(wanted, starts: &starts, ordinals: &ordinals)
        }
        var room = 0
        for place in wanted.indices {
            let index = isFilled ? Int(wanted[place] - first) : place
            room += Int(starts[index + 1] - starts[index])
        }
        makeRoom(room)
        // A span keeps everything else of the struct from being read.
        let (table, starts, ordinals, asked) = (table, starts, ordinals, asked)
        var seen: [Int] = []
        swap(&seen, &self.seen)
        var count = 0
        var matches = matches.mutableSpan
        for place in wanted.indices {
            let index = isFilled ? Int(wanted[place] - first) : place
            for value in Int(starts[index])..<Int(starts[index + 1]) {
                // Written in any case, kept where it belongs to a row: whether it does cannot be foreseen.
                let number = table.number(of: Int64(ordinals[value]))
                matches[count] = Match(place: UInt32(truncatingIfNeeded: place), number: number &- 1)
                var isFound = number > 0
                if !seen.isEmpty {
                    isFound = isFound && seen[Int(number)] <= asked + place
                    seen[Int(number)] = asked + place + 1
                }
                count += isFound ? 1 : 0
            }
        }
        self.count = count
        self.asked = asked + wanted.count
        swap(&seen, &self.seen)
    }

    private mutating func find(_ wanted: [UInt32], _ column: NumberColumn, _ histogram: HistogramRequest) {
        column.gather(wanted, into: &read, at: &readPlaces)
        makeRoom(read.count)
        let (table, read, readPlaces) = (table, read, readPlaces)
        var count = 0
        var matches = matches.mutableSpan
        for index in read.indices {
            let number = table.number(of: histogram.bucket(of: read[index]))
            matches[count] = Match(place: readPlaces[index], number: number &- 1)
            count += number > 0 ? 1 : 0
        }
        self.count = count
    }

    private mutating func makeRoom(_ room: Int) {
        if matches.count < room { matches = [Match](repeating: Match(place: 0, number: 0), count: room) }
    }
}

extension OrdinalColumn {
    /// The ordinals of the labels that a facet counts under each of its entries.
    fileprivate func ordinals(countedAs entries: [FacetResult.Entry], _ request: FacetRequest) -> [[UInt32]] {
        switch request.grouping {
        case .whole: return entries.map { ordinal(ofLabel: $0.label).map { [$0] } ?? [] }
        case .first(let length):
            return entries.map { entry in
                // A shortened label is as long as the length; a shorter one is whole.
                guard entry.label.count >= length else { return ordinal(ofLabel: entry.label).map { [$0] } ?? [] }
                return ordinals(withPrefix: entry.label.count > request.prefix.count ? entry.label : request.prefix)
            }
        case .before, .named:
            let groups = LabelGroups(request)
            let places = Dictionary(entries.enumerated().map { ($1.label, $0) }) { first, _ in first }
            var result = [[UInt32]](repeating: [], count: entries.count)
            for ordinal in ordinals(withPrefix: request.prefix) {
                guard let label = label(ordinal), let group = groups.group(of: label), let place = places[group]
                else { continue }
                result[place].append(ordinal)
            }
            return result
        }
    }
}
