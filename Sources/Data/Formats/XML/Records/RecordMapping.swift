import Domain

/// How one XML format becomes records.
struct RecordMapping: Sendable {
    let format: SourceFormat
    /// Local names of the elements that hold one record each.
    let recordNames: Set<String>
    /// Local names of first elements that may well hold no record at all.
    let containerNames: Set<String>
    /// Makes a right of a record's element.
    let right: @Sendable (Element) throws(MappingFailure) -> Right
}

/// Why a record that is well-formed cannot be taken.
struct MappingFailure: Error, Hashable {
    /// What is wrong and what would mend it, in one sentence.
    var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
