package import Declarations

/// Why an entry was not saved, with what whoever wrote it needs to go on; nothing is lost.
package enum EntryRefusal: Error, Sendable {
    /// What is wrong with the values.
    case problems([ValueProblem])
    /// Somebody else changed the entry meanwhile: what it says now, and what both changed, field by field.
    case changedMeanwhile(current: EntryView, clashes: [FieldDifference])
    /// Somebody's proposal for the entry waits for a decision; it comes first.
    case waiting(proposal: String)
    /// Somebody has as many drafts as an account may have.
    case drafts
}
