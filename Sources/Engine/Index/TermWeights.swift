import Bytes

/// What the weight of a term in the documents of a new segment is made of; see ``Peak``.
struct TermWeights {
    private struct Field {
        var weight: Double
        var average: Double
        var lengths: PackedArray
    }

    private let fields: [Field]

    /// Reads the lengths that were just written.
    init(_ documents: DocumentTable, _ totals: [FieldTotal], _ schema: Schema) throws(IndexFailure) {
        var fields: [Field] = []
        for (place, field) in schema.textFields.enumerated() {
            let total = totals[place]
            let average = total.documentCount == 0 ? 0 : Double(total.length) / Double(total.documentCount)
            fields.append(Field(weight: field.weight, average: average, lengths: try documents.lengths(place)))
        }
        self.fields = fields
    }

    /// The mean length of each field, from which all weights were computed.
    var averages: [Double] { fields.map(\.average) }

    /// What so many occurrences in a field of a document come to.
    func weight(_ occurrences: UInt32, _ field: UInt32, _ document: UInt32) -> Double {
        let field = fields[Int(field)]
        guard field.average > 0 else { return field.weight * Double(occurrences) }
        let share = Double(field.lengths[Int(document)]) / field.average
        let norm = 1 - Peak.lengthNormalisation + Peak.lengthNormalisation * share
        return field.weight * Double(occurrences) / norm
    }
}
