/// What the labels of a facet are counted as; a document counts once in each group.
public enum LabelGrouping: Sendable, Hashable {
    /// Each label by itself.
    case whole
    /// Labels by their first so many bytes; a shorter one is whole.
    case first(Int)
    /// Labels by what stands before the first such byte behind the prefix of the request; one without it is whole.
    case before(UInt8)
    /// Labels by the name of the longest of these beginnings that they have; one that has none is not counted.
    ///
    /// **Shape** Beginning to name, such as `H01M` and `H01L` to names of fields.
    case named([[UInt8]: [UInt8]])
}
