package import Domain

/// What stands under the name of a record.
package enum RecordLookup: Sendable {
    case found(RecordAnswer)
    /// The name is another number of this record.
    case known(as: EntryID)
    /// The record was here and was withdrawn.
    case withdrawn(EntryID)
}
