package import Links

/// Everything that is held about who is signed in.
package struct AccountDataPage: Sendable {
    package var name: String
    /// The language of the account.
    package var language: PageLanguage
    package var items: [Item]
    /// For how long events are kept; days.
    package var eventDays: Int

    package init(name: String, language: PageLanguage, items: [Item], eventDays: Int) {
        self.name = name
        self.language = language
        self.items = items
        self.eventDays = eventDays
    }

    /// One thing that is held.
    package struct Item: Sendable, Hashable {
        package var kind: Kind
        /// What is held; empty where it cannot be shown or there is nothing.
        package var value: String

        package init(_ kind: Kind, _ value: String) {
            self.kind = kind
            self.value = value
        }

        /// The things, by the names of their texts.
        package enum Kind: String, Sendable, CaseIterable {
            case number, name, email, language, state, consents, password, timeCode, roles, keys, kept, sessions,
                events,
                attempts
        }
    }
}
