/// Work that was bounded; the answer is that of the bounded question.
public enum BoundNote: Sendable, Hashable {
    /// Only the first `kept` terms of this truncated word were searched.
    case expansion(Pattern, kept: Int)
    /// Some document held more than `kept` places of one part of a proximity query.
    case spans(kept: Int)
    /// A word has more forms; only the `kept` most frequent ones were scored, all of them match.
    case scoredForms(kept: Int)
    /// A histogram, or a side of a matrix, had more than `kept` buckets.
    case buckets(column: String, kept: Int)
}
