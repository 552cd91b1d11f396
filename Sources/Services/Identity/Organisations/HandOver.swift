/// What goes from somebody who leaves an organisation to somebody who stays.
package struct HandOver: Sendable, Hashable {
    /// Somebody of the organisation.
    package struct Person: Sendable, Hashable {
        package let account, name: String
    }

    /// The organisation's id and name.
    package let organisation, name: String
    package let from, to: Person
    /// What the one who stays gets.
    package let going: [AuthorisationLine]
    /// What ends without going over: the one who stays has it already, or may not have it.
    package let ending: [AuthorisationLine]
}
