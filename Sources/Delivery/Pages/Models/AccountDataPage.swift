package import Links

/// Everything that is held about who is signed in.
package struct AccountDataPage: Sendable {
    package var name: String
    /// The language of the account.
    package var language: PageLanguage
    package var items: [Item]
    /// For how long events are kept; days.
    package var eventDays: Int
    /// Who looked lately, the newest first; all of it is in what can be taken along.
    package var looks: [Look]
    /// For how long is kept who looked; days.
    package var disclosureDays: Int
    /// Platforms that were let in with the account, the newest first.
    package var signOns: [SignOn]

    package init(
        name: String,
        language: PageLanguage,
        items: [Item],
        eventDays: Int,
        looks: [Look],
        disclosureDays: Int,
        signOns: [SignOn]
    ) {
        self.name = name
        self.language = language
        self.items = items
        self.eventDays = eventDays
        self.looks = looks
        self.disclosureDays = disclosureDays
        self.signOns = signOns
    }

    /// That a platform was let in with the account.
    package struct SignOn: Sendable, Hashable {
        /// The name of the platform.
        package var name: String
        /// What it may know, by the names of the texts.
        package var scopes: [String]
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var began: String
        /// When it got tokens last; nil where they are gone.
        package var refreshed: String?

        package init(name: String, scopes: [String], began: String, refreshed: String?) {
            self.name = name
            self.scopes = scopes
            self.began = began
            self.refreshed = refreshed
        }
    }

    /// That somebody else saw personal data.
    package struct Look: Sendable, Hashable {
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var time: String
        /// The role that allowed it, in the language of the page; nil for the operator.
        package var role: String?
        /// The organisation, institution or region that the role is for; nil for everywhere.
        package var place: String?
        /// What was seen, by the names of the texts.
        package var fields: [String]
        /// Why; empty where nobody asked.
        package var reason: String

        package init(time: String, role: String?, place: String?, fields: [String], reason: String) {
            self.time = time
            self.role = role
            self.place = place
            self.fields = fields
            self.reason = reason
        }
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
            case number, name, email, language, state, verification, consents, password, timeCode, links, roles,
                authorisations, keys, kept, drafts
            case sessions, signOns, events, attempts
        }
    }
}
