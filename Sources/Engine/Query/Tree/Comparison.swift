/// How a counted frequency compares with the number asked for.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// Exactly that many.
    case equal
    /// Any other number.
    case notEqual
    /// Fewer, none too.
    case less
    /// At most that many, none too.
    case lessOrEqual
    /// More.
    case greater
    /// At least that many.
    case greaterOrEqual

    /// Whether `count` compares so with `bound`.
    public func holds(_ count: Int, _ bound: Int) -> Bool {
        switch self {
        case .equal: count == bound
        case .notEqual: count != bound
        case .less: count < bound
        case .lessOrEqual: count <= bound
        case .greater: count > bound
        case .greaterOrEqual: count >= bound
        }
    }
}
