import Bytes

/// The documents of a buffer in the order in which they become a segment.
final class BufferContent: SegmentContent {
    private let buffer: DocumentBuffer
    private let order: [Int]
    /// For each column the numbers of its labels in the order of the labels, and the place of each number there.
    private var labelOrder: [Int: (numbers: [UInt32], places: [UInt32])] = [:]

    init(_ buffer: DocumentBuffer) {
        self.buffer = buffer
        let column = buffer.schema.column(named: buffer.schema.orderColumn) ?? 0
        let numbers = buffer.numbers[column]
        let present = buffer.hasNumber[column]
        order = (0..<buffer.documentCount).filter { buffer.isLive[$0] }.sorted { left, right in
            if present[left] != present[right] { return present[left] }
            if numbers[left] != numbers[right] { return numbers[left] > numbers[right] }
            return buffer.identifiers.precedes(
                Int(buffer.identifierNumbers[left]),
                Int(buffer.identifierNumbers[right])
            )
        }
        for (place, column) in buffer.schema.columns.enumerated() where column.kind != .number {
            let sorted = buffer.labels[place].sorted()
            var places = [UInt32](repeating: 0, count: sorted.count)
            for (rank, number) in sorted.enumerated() { places[Int(number)] = UInt32(rank) }
            labelOrder[place] = (sorted, places)
        }
    }

    var documentCount: Int { order.count }

    func identifier(_ document: Int) -> [UInt8] {
        buffer.identifiers.string(Int(buffer.identifierNumbers[order[document]]))
    }

    func version(_ document: Int) -> UInt64 { buffer.versions[order[document]] }

    func lengths(_ field: Int) -> [UInt32] { order.map { buffer.lengths[field][$0] } }

    func number(_ column: Int, _ document: Int) -> Int64? {
        buffer.hasNumber[column][order[document]] ? buffer.numbers[column][order[document]] : nil
    }

    func labelCount(_ column: Int) -> Int { buffer.labels[column].count }

    func label(_ column: Int, _ place: Int) -> [UInt8] {
        buffer.labels[column].string(Int(labelOrder[column]?.numbers[place] ?? 0))
    }

    func labels(_ column: Int, _ document: Int, into result: inout [UInt32]) {
        result.removeAll(keepingCapacity: true)
        guard let places = labelOrder[column]?.places else { return }
        for index in buffer.labelRanges[column][order[document]] {
            result.append(places[Int(buffer.labelNumbers[column][Int(index)])])
        }
        sortOnce(&result)
    }

    /// Sorts the tokens by term with one counting pass over the documents in their new order.
    func writeTerms(_ terms: TermsWriter, _ postings: inout PostingsWriter) throws(IndexFailure) {
        var ends = [Int](repeating: 0, count: buffer.terms.count + 1)
        for document in order {
            for index in buffer.tokenStarts[document]..<buffer.tokenStarts[document + 1] {
                ends[Int(buffer.tokens[index] >> 32) + 1] += 1
            }
        }
        for term in 1..<ends.count { ends[term] += ends[term - 1] }
        var next = ends
        // New document in the upper half, place in the lower.
        var sorted = [UInt64](repeating: 0, count: ends[ends.count - 1])
        for (document, old) in order.enumerated() {
            for index in buffer.tokenStarts[old]..<buffer.tokenStarts[old + 1] {
                let token = buffer.tokens[index]
                let term = Int(token >> 32)
                sorted[next[term]] = UInt64(document) << 32 | token & UInt64(UInt32.max)
                next[term] += 1
            }
        }
        for number in buffer.terms.sorted() {
            let range = ends[Int(number)]..<ends[Int(number) + 1]
            if range.isEmpty { continue }
            BufferContent.sortIfNeeded(&sorted, range)
            postings.begin()
            try write(sorted, range, &postings)
            if let info = try postings.end() { try terms.append(buffer.terms.string(Int(number)), info) }
        }
    }

    private static func sortIfNeeded(_ tokens: inout [UInt64], _ range: Range<Int>) {
        for index in range.dropFirst() where tokens[index] < tokens[index - 1] {
            tokens[range].sort()
            return
        }
    }

    /// Writes the tokens of one term, sorted by document, field and position.
    private func write(
        _ tokens: [UInt64],
        _ range: Range<Int>,
        _ postings: inout PostingsWriter
    ) throws(IndexFailure) {
        let bits = UInt64(DocumentBuffer.positionBits)
        var index = range.lowerBound
        var current = UInt64.max
        while index < range.upperBound {
            let document = tokens[index] >> 32
            if document != current {
                try postings.startDocument(UInt32(document))
                current = document
            }
            let field = tokens[index] >> bits
            var end = index
            while end < range.upperBound, tokens[end] >> bits == field { end += 1 }
            writeField(tokens, index..<end, UInt32(field & 31), &postings)
            index = end
        }
    }

    private func writeField(
        _ tokens: [UInt64],
        _ range: Range<Int>,
        _ field: UInt32,
        _ postings: inout PostingsWriter
    ) {
        let none = DocumentBuffer.withoutPosition
        var code: UInt32 = 0
        var previous: UInt32 = none
        for index in range {
            let position = UInt32(truncatingIfNeeded: tokens[index]) & none
            if position != none, position != previous { code += 1 }
            previous = position
        }
        postings.addField(field, code: code)
        guard code > 0, buffer.schema.textFields[Int(field)].storesPositions else { return }
        previous = none
        for index in range {
            let position = UInt32(truncatingIfNeeded: tokens[index]) & none
            if position == none || position == previous { continue }
            postings.addGap(previous == none ? position : position - previous - 1)
            previous = position
        }
    }
}
