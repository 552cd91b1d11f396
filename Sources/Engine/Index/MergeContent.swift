import Bytes

/// The live documents of several segments in the order in which they become one.
final class MergeContent: SegmentContent {
    private let sources: [SegmentReader]
    private let schema: Schema
    /// For each new document the segment it comes from and its number there.
    private let sourceOf: [UInt16]
    private let oldOf: [UInt32]
    /// For each segment the new number of each document; the greatest number for deleted ones.
    private let newOf: [[UInt32]]
    private let numbers: [Int: [NumberColumn]]
    private let ordinals: [Int: [OrdinalColumn]]
    /// The labels of the column that was asked for last.
    private var union: (column: Int, labels: LabelUnion)?

    init(_ sources: [SegmentReader], _ schema: Schema) throws(IndexFailure) {
        precondition(sources.count <= Int(UInt16.max))
        self.sources = sources
        self.schema = schema
        var numbers: [Int: [NumberColumn]] = [:]
        var ordinals: [Int: [OrdinalColumn]] = [:]
        for column in schema.columns.indices {
            for source in sources {
                if let values = try source.numbers(column) { numbers[column, default: []].append(values) }
                if let values = try source.ordinals(column) { ordinals[column, default: []].append(values) }
            }
        }
        self.numbers = numbers
        self.ordinals = ordinals
        let order = schema.column(named: schema.orderColumn) ?? 0
        var merger = OrderMerger(sources, numbers[order] ?? [])
        (sourceOf, oldOf, newOf) = try merger.run()
    }

    var documentCount: Int { oldOf.count }

    func identifier(_ document: Int) throws(IndexFailure) -> [UInt8] {
        try sources[Int(sourceOf[document])].files.documents.identifierBytes(Int(oldOf[document]))
    }

    func version(_ document: Int) throws(IndexFailure) -> UInt64 {
        try sources[Int(sourceOf[document])].version(of: oldOf[document])
    }

    func lengths(_ field: Int) throws(IndexFailure) -> [UInt32] {
        var lengths: [FieldLengths] = []
        for source in sources { lengths.append(try source.fieldLengths(FieldID(rawValue: UInt8(field)))) }
        return oldOf.indices.map { lengths[Int(sourceOf[$0])].length(oldOf[$0]) }
    }

    func number(_ column: Int, _ document: Int) -> Int64? {
        numbers[column]?[Int(sourceOf[document])].value(oldOf[document])
    }

    func labelCount(_ column: Int) throws(IndexFailure) -> Int { labelUnion(column).count }

    func label(_ column: Int, _ place: Int) throws(IndexFailure) -> [UInt8] {
        labelUnion(column).label(place)
    }

    func labels(_ column: Int, _ document: Int, into buffer: inout [UInt32]) throws(IndexFailure) {
        labelUnion(column).places(Int(sourceOf[document]), oldOf[document], into: &buffer)
    }

    private func labelUnion(_ column: Int) -> LabelUnion {
        if let union, union.column == column { return union.labels }
        let labels = LabelUnion(ordinals[column] ?? [])
        union = (column, labels)
        return labels
    }

    func writeTerms(_ terms: TermsWriter, _ postings: PostingsWriter) throws(IndexFailure) {
        var cursors: [(source: Int, cursor: TermCursor)] = []
        for (place, source) in sources.enumerated() {
            var cursor = try source.terms()
            if try cursor.next() { cursors.append((place, cursor)) }
        }
        while !cursors.isEmpty {
            var least = 0
            for index in 1..<cursors.count
            where compareBytes(cursors[index].cursor.term, cursors[least].cursor.term) < 0 {
                least = index
            }
            let term = cursors[least].cursor.term
            var streams: [PostingsStream] = []
            for index in cursors.indices.reversed() where cursors[index].cursor.term == term {
                let source = cursors[index].source
                let cursor = try sources[source].postings(cursors[index].cursor.info)
                var stream = PostingsStream(cursor, newOf[source])
                if try stream.advance() { streams.append(stream) }
                if try !cursors[index].cursor.next() { cursors.remove(at: index) }
            }
            postings.begin()
            try MergeContent.merge(&streams, postings)
            if let info = try postings.end() { try terms.append(term, info) }
        }
    }

    /// Writes the postings of several streams in the order of their new documents.
    private static func merge(_ streams: inout [PostingsStream], _ postings: PostingsWriter) throws(IndexFailure) {
        while !streams.isEmpty {
            var least = 0
            for index in 1..<streams.count where streams[index].document < streams[least].document { least = index }
            try streams[least].write(postings)
            if try !streams[least].advance() { streams.remove(at: least) }
        }
    }
}

/// The postings of one term in one segment, under the new numbers of its live documents.
private struct PostingsStream {
    private var cursor: PostingsCursor
    private let newOf: [UInt32]
    /// The new number of the current document.
    private(set) var document: UInt32 = 0

    init(_ cursor: PostingsCursor, _ newOf: [UInt32]) {
        self.cursor = cursor
        self.newOf = newOf
    }

    /// Moves to the next live document; false after the last one.
    mutating func advance() throws(IndexFailure) -> Bool {
        while try cursor.next() {
            document = newOf[Int(cursor.document)]
            if document != .max { return true }
        }
        return false
    }

    /// Writes the current document.
    mutating func write(_ postings: PostingsWriter) throws(IndexFailure) {
        try cursor.loadPositionStarts()
        try postings.startDocument(document)
        var rest = cursor.masks[cursor.index]
        var place = cursor.codeStarts[cursor.index]
        while rest != 0 {
            postings.addField(UInt32(rest.trailingZeroBitCount), code: cursor.codes[place])
            let numbers = cursor.positionState.starts[place]..<cursor.positionState.starts[place + 1]
            try cursor.forEachChunk(of: numbers) { (gaps, places) in postings.addGaps(gaps[places]) }
            rest &= rest - 1
            place += 1
        }
    }
}
