import Bytes

/// Where each document of a merge comes from, and where it went.
struct MergeOrder: Sendable {
    /// For each new document the segment it comes from and its number there.
    var sourceOf: [UInt16]
    var oldOf: [UInt32]
    /// For each segment the new number of each document; the greatest number for deleted ones.
    var newOf: [[UInt32]]
}

/// The live documents of several segments in the order in which they become one.
final class MergeContent: SegmentContent {
    private let sources: [SegmentReader]
    private let schema: Schema
    /// Where each document comes from.
    let order: MergeOrder
    private let numbers: [Int: [NumberColumn]]
    private let ordinals: [Int: [OrdinalColumn]]
    /// The labels of the column that was asked for last.
    private var union: (column: Int, labels: LabelMap)?

    /// - Parameters:
    ///   - sources: The segments.
    ///   - schema: What documents consist of.
    ///   - known: The order of an earlier merge of the same segments; nil to find it.
    /// - Throws: `corrupt`.
    init(_ sources: [SegmentReader], _ schema: Schema, order known: MergeOrder? = nil) throws(IndexFailure) {
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
        if let known {
            order = known
        } else {
            var merger = OrderMerger(sources, numbers[schema.column(named: schema.orderColumn) ?? 0] ?? [])
            let (sourceOf, oldOf, newOf) = try merger.run()
            order = MergeOrder(sourceOf: sourceOf, oldOf: oldOf, newOf: newOf)
        }
    }

    var documentCount: Int { order.oldOf.count }

    func identifier(_ document: Int) throws(IndexFailure) -> [UInt8] {
        try source(document).files.documents.identifierBytes(Int(order.oldOf[document]))
    }

    func version(_ document: Int) throws(IndexFailure) -> UInt64 {
        try source(document).version(of: order.oldOf[document])
    }

    func lengths(_ field: Int) throws(IndexFailure) -> [UInt32] {
        var lengths: [FieldLengths] = []
        for source in sources { lengths.append(try source.fieldLengths(FieldID(rawValue: UInt8(field)))) }
        return order.oldOf.indices.map { lengths[Int(order.sourceOf[$0])].length(order.oldOf[$0]) }
    }

    private func source(_ document: Int) -> SegmentReader { sources[Int(order.sourceOf[document])] }

    func number(_ column: Int, _ document: Int) -> Int64? {
        numbers[column]?[Int(order.sourceOf[document])].value(order.oldOf[document])
    }

    func labelCount(_ column: Int) throws(IndexFailure) -> Int { labelUnion(column).count }

    func label(_ column: Int, _ place: Int) throws(IndexFailure) -> [UInt8] {
        labelUnion(column).label(place)
    }

    func labels(_ column: Int, _ document: Int, into buffer: inout [UInt32]) throws(IndexFailure) {
        labelUnion(column).numbers(Int(order.sourceOf[document]), order.oldOf[document], into: &buffer)
    }

    private func labelUnion(_ column: Int) -> LabelMap {
        if let union, union.column == column { return union.labels }
        let labels = LabelMap(ordinals[column] ?? [])
        union = (column, labels)
        return labels
    }

    func writeTerms(_ terms: TermsWriter, _ postings: inout PostingsWriter) throws(IndexFailure) {
        var lanes: [MergeLane] = []
        for (place, source) in sources.enumerated() {
            if let lane = try MergeLane(source, order.newOf[place]) { lanes.append(lane) }
        }
        /// The lanes that have the current term and documents of it left.
        var open: [Int] = []
        while let first = lanes.indices.first {
            let least = lanes.indices.dropFirst().reduce(first) { least, lane in
                compareBytes(lanes[lane].terms.term, lanes[least].terms.term) < 0 ? lane : least
            }
            let term = lanes[least].terms.term
            open.removeAll(keepingCapacity: true)
            for lane in lanes.indices where lanes[lane].terms.term == term {
                if try lanes[lane].startTerm() { open.append(lane) }
            }
            postings.begin()
            try MergeContent.merge(&lanes, &open, &postings)
            if let info = try postings.end() { try terms.append(term, info) }
            for lane in lanes.indices.reversed() where lanes[lane].terms.term == term {
                if try !lanes[lane].terms.next() { lanes.remove(at: lane) }
            }
        }
    }

    /// Writes the postings of one term from the open lanes in the order of their new documents.
    private static func merge(
        _ lanes: inout [MergeLane],
        _ open: inout [Int],
        _ postings: inout PostingsWriter
    ) throws(IndexFailure) {
        while let first = open.first {
            var least = first
            for lane in open.dropFirst() where lanes[lane].document < lanes[least].document { least = lane }
            try lanes[least].write(&postings)
            if try !lanes[least].advance() { open.removeAll { $0 == least } }
        }
    }
}
