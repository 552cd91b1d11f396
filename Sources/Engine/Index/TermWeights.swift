import Bytes

/// What the weight of a term in the documents of a new segment is made of; see ``Peak``.
struct TermWeights {
    /// The mean length of each field, from which all weights were computed.
    let averages: [Double]

    // Arrays side by side: taking one of structures would retain its file for every posting.
    private let fieldWeights: [Double]
    private let lengths: [PackedArray]

    /// Reads the lengths that were just written.
    init(_ documents: DocumentTable, _ totals: [FieldTotal], _ schema: Schema) throws(IndexFailure) {
        fieldWeights = schema.textFields.map(\.weight)
        averages = schema.textFields.indices.map { place in
            let total = totals[place]
            return total.documentCount == 0 ? 0 : Double(total.length) / Double(total.documentCount)
        }
        var lengths: [PackedArray] = []
        for place in schema.textFields.indices { lengths.append(try documents.lengths(place)) }
        self.lengths = lengths
    }

    /// What so many occurrences in a field of a document come to.
    func weight(_ occurrences: UInt32, _ field: UInt32, _ document: UInt32) -> Double {
        let place = Int(field)
        let weight = fieldWeights[place] * Double(occurrences)
        guard averages[place] > 0 else { return weight }
        let share = Double(lengths[place][Int(document)]) / averages[place]
        return weight / (1 - Peak.lengthNormalisation + Peak.lengthNormalisation * share)
    }
}
