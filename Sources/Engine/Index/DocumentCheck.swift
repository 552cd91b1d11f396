/// Refuses documents that do not fit a schema or a limit, before anything is changed.
struct DocumentCheck {
    let schema: Schema
    let options: IndexOptions

    func check(_ document: Document) throws(IndexFailure) {
        func invalid(_ reason: String) -> IndexFailure { .invalidDocument(id: document.id, reason: reason) }
        let identifierBytes = document.id.utf8.count
        guard (1...options.maximumIdentifierBytes).contains(identifierBytes) else {
            throw invalid("its identifier has \(identifierBytes) bytes, 1 to \(options.maximumIdentifierBytes) can be")
        }
        var seen = FieldMask()
        for field in document.fields {
            guard Int(field.field.rawValue) < schema.textFields.count else {
                throw invalid("the schema has no text field \(field.field.rawValue)")
            }
            guard seen.insert(FieldMask(field.field)).inserted else {
                throw invalid("field \(schema.textFields[Int(field.field.rawValue)].name) comes twice")
            }
            if let reason = reason(against: field) {
                throw invalid("field \(schema.textFields[Int(field.field.rawValue)].name): \(reason)")
            }
        }
        if let reason = reason(againstColumnsOf: document) { throw invalid(reason) }
    }

    /// Refuses a patch that names what cannot be patched.
    func check(patch: Document) throws(IndexFailure) {
        try check(patch)
        func invalid(_ reason: String) -> IndexFailure { .invalidDocument(id: patch.id, reason: reason) }
        guard patch.fields.isEmpty else { throw invalid("texts cannot be patched; add the document again") }
        for column in patch.numbers.map(\.column) + patch.ordinals.map(\.column)
        where !schema.columns[column].isUpdatable {
            throw invalid("column \(schema.columns[column].name) is not updatable; add the document again")
        }
    }

    private func reason(against field: FieldTokens) -> String? {
        guard field.length >= 0, field.length <= Int(UInt32.max) else { return "its length is \(field.length)" }
        guard field.bytes.count <= Int(UInt32.max) else { return "its terms have \(field.bytes.count) bytes together" }
        let gaps = field.positionsBehindParagraphs
        var start: UInt32 = 0
        for index in field.ends.indices {
            let count = Int(field.ends[index] - start)
            guard (1...options.maximumTermBytes).contains(count) else {
                return "a term has \(count) bytes, 1 to \(options.maximumTermBytes) can be"
            }
            start = field.ends[index]
            let position = field.positions[index]
            guard position <= FieldTokens.maximumPosition || position == FieldTokens.withoutPosition else {
                return "position \(position) is above \(FieldTokens.maximumPosition)"
            }
            if gaps.containsSorted(position) {
                return "a term stands at position \(position), right behind a paragraph"
            }
        }
        return nil
    }

    private func reason(againstColumnsOf document: Document) -> String? {
        var seen: Set<Int> = []
        for column in document.numbers.map(\.column) + document.ordinals.map(\.column) {
            guard schema.columns.indices.contains(column) else { return "the schema has no column \(column)" }
            guard seen.insert(column).inserted else { return "column \(schema.columns[column].name) comes twice" }
        }
        for value in document.numbers where schema.columns[value.column].kind != .number {
            return "column \(schema.columns[value.column].name) holds no numbers"
        }
        for values in document.ordinals {
            let column = schema.columns[values.column]
            guard case .ordinals(let multiple, _) = column.kind else { return "column \(column.name) holds no labels" }
            guard multiple || values.labels.count <= 1 else { return "column \(column.name) holds one label only" }
            for label in values.labels where label.count > options.maximumLabelBytes {
                return "a label of column \(column.name) has more than \(options.maximumLabelBytes) bytes"
            }
        }
        return nil
    }
}

extension FieldTokens {
    /// The positions behind the last ones of the paragraphs, ascending.
    fileprivate var positionsBehindParagraphs: [UInt32] {
        var found: [UInt32] = []
        var start = 0
        for index in ends.indices {
            defer { start = Int(ends[index]) }
            guard Int(ends[index]) - start == ReservedTerm.paragraphEnd.count,
                bytes[start..<Int(ends[index])].elementsEqual(ReservedTerm.paragraphEnd),
                positions[index] != FieldTokens.withoutPosition
            else { continue }
            found.append(positions[index] + 1)
        }
        return found.sorted()
    }
}

extension [UInt32] {
    /// Whether the array, which ascends, has a number.
    fileprivate func containsSorted(_ number: UInt32) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == number
    }
}
