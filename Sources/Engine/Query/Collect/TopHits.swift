import Index

/// The first `limit` hits behind a cursor: a heap with the last of them on top.
///
/// Equal keys are ordered by identifier bytes, ascending; identifiers are read only where keys are equal.
struct TopHits {
    private let segments: [SegmentReader]
    private let limit: Int
    private let after: (key: Candidate, id: String)?
    private var heap: [Candidate] = []
    /// The identifier of the heap's top, once it was needed.
    private var topID: String?

    init(_ segments: [SegmentReader], limit: Int, after: (key: Candidate, id: String)?) {
        self.segments = segments
        self.limit = limit
        self.after = after
    }

    /// The last of the hits kept, once there are enough of them: anything later is not wanted.
    var last: Candidate? {
        limit > 0 && heap.count == limit ? heap[0] : nil
    }

    /// Whether no document with this order number, or a lesser one, can be among the first of an order newest first.
    func isFilled(before next: Int64?) -> Bool {
        guard let last, last.hasKey else { return false }
        return next.map { KeyCoding.key(number: $0, descending: true) < last.key } ?? true
    }

    /// Takes a hit if it is among the first.
    mutating func offer(_ candidate: Candidate) throws(IndexFailure) {
        guard limit > 0 else { return }
        let isFull = heap.count == limit
        if isFull, heap[0].isEarlier(than: candidate) { return }
        if let after, try !isBehind(after, candidate) { return }
        if !isFull {
            heap.append(candidate)
            try siftUp()
            return
        }
        if candidate.hasSameKey(as: heap[0]) {
            let known = if let topID { topID } else { try id(heap[0]) }
            topID = known
            if try !Self.precedes(id(candidate), known) { return }
        }
        heap[0] = candidate
        topID = nil
        try siftDown(from: 0, below: heap.count)
    }

    /// The hits kept, in order.
    mutating func sorted() throws(IndexFailure) -> [Candidate] {
        var end = heap.count
        while end > 1 {
            end -= 1
            heap.swapAt(0, end)
            try siftDown(from: 0, below: end)
        }
        return heap
    }

    private func isBehind(
        _ after: (key: Candidate, id: String),
        _ candidate: Candidate
    ) throws(IndexFailure) -> Bool {
        if after.key.isEarlier(than: candidate) { return true }
        guard candidate.hasSameKey(as: after.key) else { return false }
        return try Self.precedes(after.id, id(candidate))
    }

    private func id(_ candidate: Candidate) throws(IndexFailure) -> String {
        try segments[Int(candidate.segment)].identifier(of: candidate.document)
    }

    /// Whether the first stands before the second in the answer.
    func isBefore(_ first: Candidate, _ second: Candidate) throws(IndexFailure) -> Bool {
        if first.hasSameKey(as: second) { return try Self.precedes(id(first), id(second)) }
        return first.isEarlier(than: second)
    }

    static func precedes(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }

    private mutating func siftUp() throws(IndexFailure) {
        topID = nil
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) >> 1
            guard try isBefore(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown(from start: Int, below end: Int) throws(IndexFailure) {
        var parent = start
        while true {
            var child = 2 * parent + 1
            guard child < end else { return }
            if child + 1 < end, try isBefore(heap[child], heap[child + 1]) { child += 1 }
            guard try isBefore(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
