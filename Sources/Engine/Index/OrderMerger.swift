import Bytes

/// Merges the documents of several segments, each in order already, into one order.
struct OrderMerger {
    private let sources: [SegmentReader]
    private let orders: [NumberColumn]
    /// For each segment the current document, its order value, and whether documents are left.
    private var documents: [UInt32]
    private var values: [Int64?]
    private var open: [Int] = []

    init(_ sources: [SegmentReader], _ orders: [NumberColumn]) {
        self.sources = sources
        self.orders = orders
        documents = [UInt32](repeating: 0, count: sources.count)
        values = [Int64?](repeating: nil, count: sources.count)
    }

    /// The origin of each new document, and for each segment the new number of each old one.
    mutating func run() throws(IndexFailure) -> (sourceOf: [UInt16], oldOf: [UInt32], newOf: [[UInt32]]) {
        let total = sources.reduce(0) { $0 + $1.liveCount }
        var sourceOf: [UInt16] = []
        var oldOf: [UInt32] = []
        sourceOf.reserveCapacity(total)
        oldOf.reserveCapacity(total)
        var newOf = sources.map { [UInt32](repeating: .max, count: $0.documentCount) }
        for source in sources.indices where find(source, from: 0) { open.append(source) }
        while var least = open.first {
            for source in open.dropFirst() where try precedes(source, least) { least = source }
            let document = documents[least]
            newOf[least][Int(document)] = UInt32(oldOf.count)
            sourceOf.append(UInt16(least))
            oldOf.append(document)
            if !find(least, from: document + 1) { open.removeAll { $0 == least } }
        }
        return (sourceOf, oldOf, newOf)
    }

    /// Moves a segment to its first live document from a start on; false when there is none.
    private mutating func find(_ source: Int, from start: UInt32) -> Bool {
        var document = start
        while document < sources[source].documentCount {
            if sources[source].isLive(document) {
                documents[source] = document
                values[source] = orders[source].value(document)
                return true
            }
            document += 1
        }
        return false
    }

    private func precedes(_ left: Int, _ right: Int) throws(IndexFailure) -> Bool {
        if values[left] != values[right] {
            guard let first = values[left] else { return false }
            guard let second = values[right] else { return true }
            return first > second
        }
        let first = try sources[left].files.documents.identifierBytes(Int(documents[left]))
        let second = try sources[right].files.documents.identifierBytes(Int(documents[right]))
        return compareBytes(first, second) < 0
    }
}
