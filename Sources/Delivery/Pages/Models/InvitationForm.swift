/// The form that lets somebody act, as it was typed.
package struct InvitationForm: Sendable, Hashable {
    /// A choice: its value and its name in the language of the page.
    package struct Choice: Sendable, Hashable {
        package var value, name: String
        package var isChosen: Bool

        package init(value: String, name: String, isChosen: Bool) {
            self.value = value
            self.name = name
            self.isChosen = isChosen
        }
    }

    package var who, until, reason: String
    package var powers, business: [Choice]

    package init(who: String, until: String, reason: String, powers: [Choice], business: [Choice]) {
        self.who = who
        self.until = until
        self.reason = reason
        self.powers = powers
        self.business = business
    }
}
