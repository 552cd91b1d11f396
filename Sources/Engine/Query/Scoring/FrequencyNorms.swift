import Index

/// How much occurrences in the fields of one segment's documents weigh.
struct FrequencyNorms {
    private let fields: [ScoringModel.Field]
    private let lengths: [FieldLengths]

    init(_ model: ScoringModel, _ segment: SegmentReader) throws(IndexFailure) {
        fields = model.fields
        var lengths: [FieldLengths] = []
        for field in fields.indices { lengths.append(try segment.fieldLengths(FieldID(rawValue: UInt8(field)))) }
        self.lengths = lengths
    }

    /// What occurrences in one field of a document come to: weight x frequency / length norm.
    @inline(__always)
    func part(_ occurrences: UInt32, of field: Int, in document: UInt32) -> Double {
        fields[field].part(occurrences, length: lengths[field].length(document))
    }
}
