import Bytes
import Index
import Testing

/// What an index must answer, worked out the slow way from the documents themselves.
struct IndexModel {
    var documents: [String: Document] = [:]

    /// Gives a document the version and the updatable columns of a patch.
    mutating func update(_ patch: Document, _ schema: Schema = .sample) {
        guard var document = documents[patch.id] else { return }
        document.version = patch.version
        document.numbers.removeAll { schema.columns[$0.column].isUpdatable }
        document.ordinals.removeAll { schema.columns[$0.column].isUpdatable }
        document.numbers += patch.numbers
        document.ordinals += patch.ordinals
        documents[patch.id] = document
    }

    /// Positions of a term by identifier and field; nil positions where the field keeps none.
    struct Occurrence: Equatable {
        var frequency: UInt32
        var positions: [UInt32]
    }

    func occurrences(_ schema: Schema) -> [[UInt8]: [String: [UInt8: Occurrence]]] {
        var result: [[UInt8]: [String: [UInt8: Occurrence]]] = [:]
        for (id, document) in documents {
            for field in document.fields {
                var positions: [[UInt8]: Set<UInt32>] = [:]
                for token in field.tokens {
                    positions[token.term, default: []].formUnion(token.position.map { [$0] } ?? [])
                }
                for (term, set) in positions {
                    let keeps = schema.textFields[Int(field.field.rawValue)].storesPositions
                    result[term, default: [:]][id, default: [:]][field.field.rawValue] = Occurrence(
                        frequency: UInt32(max(1, set.count)),
                        positions: keeps ? set.sorted() : []
                    )
                }
            }
        }
        return result
    }

    var logicalDigest: Digest256 {
        documents.values.reduce(Digest256()) { sum, document in
            var bytes = Array(document.id.utf8) + [0]
            for place in (0..<8).reversed() {
                bytes.append(UInt8(truncatingIfNeeded: document.version >> UInt64(8 * place)))
            }
            return sum &+ sha256(bytes)
        }
    }

    /// Expects a snapshot to hold exactly these documents.
    func check(_ snapshot: Snapshot) throws {
        #expect(snapshot.documentCount == documents.count)
        #expect(snapshot.logicalDigest == logicalDigest)
        var seen: Set<String> = []
        for segment in snapshot.segments {
            var previous: (Int64?, String)?
            for number in 0..<UInt32(segment.documentCount) {
                let id = try segment.identifier(of: number)
                let date = try segment.numbers(0)?.value(number)
                if let previous { #expect(IndexModel.isOrdered(previous, (date, id))) }
                previous = (date, id)
                guard segment.isLive(number) else { continue }
                #expect(seen.insert(id).inserted, "\(id) is live twice")
                try checkDocument(id, segment, number)
            }
        }
        #expect(seen == Set(documents.keys))
        try checkTerms(snapshot)
        try checkTotals(snapshot)
    }

    /// Newest first, without a date last, then by the bytes of the identifier.
    static func isOrdered(_ first: (Int64?, String), _ second: (Int64?, String)) -> Bool {
        if first.0 == second.0 { return Array(first.1.utf8).lexicographicallyPrecedes(Array(second.1.utf8)) }
        guard let left = first.0 else { return false }
        guard let right = second.0 else { return true }
        return left > right
    }

    private func checkDocument(_ id: String, _ segment: SegmentReader, _ number: UInt32) throws {
        let document = try #require(documents[id], "\(id) should not be there")
        #expect(try segment.version(of: number) == document.version)
        #expect(try segment.document(forIdentifier: id) == number)
        for field in 0..<UInt8(3) {
            let wanted = document.fields.first { $0.field.rawValue == field }?.length ?? 0
            #expect(try segment.fieldLengths(FieldID(rawValue: field)).length(number) == UInt32(wanted))
        }
        for column in 0..<2 {
            let wanted = document.numbers.first { $0.column == column }?.value
            #expect(try segment.numbers(column)?.value(number) == wanted)
        }
        for column in 2..<6 {
            let wanted = Set(document.ordinals.first { $0.column == column }?.labels ?? [])
            let values = try #require(try segment.ordinals(column))
            var buffer: [UInt32] = []
            values.ordinals(number, into: &buffer)
            #expect(buffer == buffer.sorted())
            #expect(buffer.count == wanted.count)
            #expect(Set(buffer.compactMap { values.label($0) }) == wanted)
            #expect(values.ordinal(number) == buffer.first)
        }
    }

    private func checkTerms(_ snapshot: Snapshot) throws {
        var found: [[UInt8]: [String: [UInt8: Occurrence]]] = [:]
        for segment in snapshot.segments {
            var terms = try segment.terms()
            var previous: [UInt8]?
            while try terms.next() {
                if let previous { #expect(previous.lexicographicallyPrecedes(terms.term)) }
                previous = terms.term
                #expect(try segment.term(terms.term) == terms.info)
                try IndexModel.read(terms, segment, into: &found)
            }
        }
        #expect(found == occurrences(snapshot.schema))
    }

    private static func read(
        _ terms: TermCursor,
        _ segment: SegmentReader,
        into found: inout [[UInt8]: [String: [UInt8: Occurrence]]]
    ) throws {
        var cursor = try segment.postings(terms.info)
        var count = 0
        var total: UInt64 = 0
        while try cursor.next() {
            try cursor.loadMasks()
            count += 1
            for field in 0..<UInt8(3) where cursor.mask.contains(FieldID(rawValue: field)) {
                var positions: [UInt32] = []
                try cursor.positions(FieldID(rawValue: field), into: &positions)
                let frequency = try cursor.frequency(FieldID(rawValue: field))
                total += UInt64(frequency)
                guard segment.isLive(cursor.document) else { continue }
                let id = try segment.identifier(of: cursor.document)
                found[terms.term, default: [:]][id, default: [:]][field] = Occurrence(
                    frequency: frequency,
                    positions: positions
                )
            }
        }
        #expect(count == terms.info.documentFrequency)
        #expect(total == terms.info.totalFrequency)
    }

    private func checkTotals(_ snapshot: Snapshot) throws {
        for field in 0..<UInt8(3) {
            let lengths = documents.values.compactMap { document in
                document.fields.first { $0.field.rawValue == field }?.length
            }.filter { $0 > 0 }
            let totals = try snapshot.segments.map { try $0.fieldLengths(FieldID(rawValue: field)) }
            #expect(totals.reduce(0) { $0 + $1.total } == UInt64(lengths.reduce(0, +)))
            #expect(totals.reduce(0) { $0 + $1.documentCount } == lengths.count)
        }
    }
}
