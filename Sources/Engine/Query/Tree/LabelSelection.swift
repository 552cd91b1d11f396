/// Which labels of an ordinal column count.
public enum LabelSelection: Sendable, Hashable {
    /// These labels exactly.
    case exact([[UInt8]])
    /// Labels that begin with these bytes.
    case prefix([UInt8])
    /// Labels from `low` to `high`, both included, compared bytewise.
    case range(low: [UInt8], high: [UInt8])
}
