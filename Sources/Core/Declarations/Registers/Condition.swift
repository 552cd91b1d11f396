package import Domain

/// What the fields of an entry say: all of its parts must hold.
package struct Condition: Sendable, Hashable {
    /// What one field says.
    package enum Match: Sendable, Hashable {
        /// Its value, or one of its values, is one of these.
        case anyOf([String])
        /// It has a value.
        case given
        /// It has none.
        case missing
        /// It is a date in a time; a bound that is nil is open.
        case within(from: PartialDate?, until: PartialDate?)
    }

    /// A field and what it must say.
    package struct Part: Sendable, Hashable {
        /// The name of the field; `state` is the state of the entry.
        package let field: String
        /// What it must say.
        package let match: Match
    }

    /// Its parts, at least one.
    package let parts: [Part]

    /// The name by which conditions mean the state of an entry.
    package static let state = "state"
}
