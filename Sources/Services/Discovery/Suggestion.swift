package import Domain

/// Something that may go on where somebody is typing in a search box.
package struct Suggestion: Sendable, Hashable {
    /// What it is.
    package enum Kind: String, Sendable, Hashable {
        /// A record whose number was typed.
        case record
        /// The name of a field.
        case field
        /// A word or the beginning of a phrase.
        case word
        /// A value of a field: a name, a class, a state.
        case value
        /// An operator of the query language.
        case `operator`
    }

    package var kind: Kind
    /// What is offered.
    package var text: String
    /// What it is or means; nil for a word.
    package var meaning: Bilingual?
    /// The whole text of the box once it is chosen.
    package var query: String
    /// Records that it finds by itself, those with the value; nil where they were not counted.
    package var count: RecordCount?
    /// The record that has the number.
    package var record: EntryID?
}
