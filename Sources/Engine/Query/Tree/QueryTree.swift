public import Index

/// A question to the engine: which documents, by their terms, positions, columns and identifiers.
///
/// Fields are a mask; a term matches a document when it stands in at least one field of the mask.
public indirect enum QueryTree: Sendable, Hashable {
    /// Every live document.
    case all
    /// No document.
    case none
    /// Documents with this dictionary term.
    case term([UInt8], fields: FieldMask)
    /// Documents with any of these terms, scored as one word (the forms of a stem).
    case anyOf([[UInt8]], fields: FieldMask)
    /// Documents with any term that matches; bounded by `SearchOptions.maximumExpansion`, and the answer says so.
    case expand(Pattern, fields: FieldMask)
    /// Documents with any term that begins with these bytes, however many there are; never scored.
    ///
    /// **Cost** Grows with the number of terms: for numbers and other terms of few documents each.
    case beginning([UInt8], fields: FieldMask)
    /// Documents with these words at these offsets from each other in one field.
    case phrase([Slot], fields: FieldMask)
    /// Documents in which the span tree finds at least one place.
    case spans(SpanTree, fields: FieldMask)
    /// Documents whose number of occurrences over all these fields compares so with `count`; none counts as 0.
    ///
    /// A word counts the sum of its terms' frequencies, an or-group the sum of its members, anything else its
    /// different spans.
    case frequency(SpanTree, fields: FieldMask, Comparison, Int)
    /// Documents whose number in this column lies in the range.
    case numbers(column: String, ClosedRange<Int64>)
    /// Documents that have a number in this column.
    case hasNumber(column: String)
    /// Documents with at least one label of the selection in this column.
    case ordinals(column: String, LabelSelection)
    /// Documents with any label in this column.
    case has(column: String)
    /// Documents with one of these identifiers.
    case identifiers([String])
    /// Documents that match every part; all documents when there is none.
    case and([QueryTree])
    /// Documents that match any part; none when there is no part.
    case or([QueryTree])
    /// Documents that match exactly one of the two.
    case xor(QueryTree, QueryTree)
    /// Documents that do not match.
    case not(QueryTree)
    /// The same documents with scores multiplied.
    case boost(QueryTree, Double)

    /// Two places at most `distance` apart in one field.
    public static func near(
        _ first: SpanTree,
        _ second: SpanTree,
        distance: Int,
        ordered: Bool,
        fields: FieldMask
    ) -> QueryTree {
        .spans(.near(first, second, distance: distance, ordered: ordered), fields: fields)
    }

    /// Two places in one sentence of one field.
    public static func sameSentence(_ first: SpanTree, _ second: SpanTree, fields: FieldMask) -> QueryTree {
        .spans(.sameSentence(first, second), fields: fields)
    }

    /// Two places in one paragraph of one field.
    public static func sameParagraph(_ first: SpanTree, _ second: SpanTree, fields: FieldMask) -> QueryTree {
        .spans(.sameParagraph(first, second), fields: fields)
    }
}
