package import Links

/// A form of the pages of accounts: where it is sent, and what stands in it when it is shown again.
package struct AccountForm: Sendable, Hashable {
    /// The page that it is on; it goes on to where the link says.
    package var link: AccountLink
    /// What tells the node that the form is one of its own, for this visitor.
    package var token: String
    /// The name and the e-mail address as they were typed; a password is never shown again.
    package var name: String
    package var email: String
    /// Whether the box of consent was ticked.
    package var consents: Bool
    /// Why what was sent was not done; nil where it was not sent yet.
    package var refusal: Refusal?
    /// The account of an outside provider that is linked once somebody signed in or up by the form; nil for none.
    package var linking: Linking?
    /// The outside providers with which one can sign in instead.
    package var providers: [Provider] = []
    /// Whether it is certain who is signed in, so that something grave may be sent.
    package var isCertain = true

    package init(
        link: AccountLink,
        token: String,
        name: String = "",
        email: String = "",
        consents: Bool = false,
        refusal: Refusal? = nil
    ) {
        self.link = link
        self.token = token
        self.name = name
        self.email = email
        self.consents = consents
        self.refusal = refusal
    }

    /// An account of an outside provider that waits.
    package struct Linking: Sendable, Hashable {
        /// Goes with the form.
        package var pending: String
        /// The name of the provider, in the language of the page.
        package var provider: String
        /// By what its owner knows the account there.
        package var account: String

        package init(pending: String, provider: String, account: String) {
            self.pending = pending
            self.provider = provider
            self.account = account
        }
    }

    /// An outside provider: what a form names it by, and its name in the language of the page.
    package struct Provider: Sendable, Hashable {
        package var id: String
        package var name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// Why something was not done, and what its words need.
    package struct Refusal: Sendable, Hashable {
        package var kind: Kind
        /// Characters at least or at most, or seconds to wait.
        package var count: Int?
        /// What a password holds and may not hold, or the hour and minute at which to try again.
        package var text: String?

        package init(_ kind: Kind, count: Int? = nil, text: String? = nil) {
            self.kind = kind
            self.count = count
            self.text = text
        }

        /// The kinds, by the names of their texts.
        package enum Kind: String, Sendable, CaseIterable {
            case noKey, noMail, closed
            case name, email, taken, consent
            case short, long, common, contains
            /// E-mail address and password do not belong together.
            case wrong
            /// The password of who is signed in is wrong.
            case password
            case code, stale, wait, suspended
            // What is wrong with an organisation or an authorisation.
            case organisationName, creditCode, region, made, business, until, invitee, oneself, power, wider, held, full
            // A name that was not verified.
            case notOffered, number, mismatch, unknown, used, unanswered, simulated, personFirst
            /// One of two accounts holds a role that was granted.
            case office
            case reason, over, agency, staff, lastManager, successor
            /// The form was not sent from a page of this node, or from one of another session.
            case elsewhere
            /// The node was reached without encryption, so that others could read what is typed.
            case plain
            // What came of an outside provider.
            case providerUnreachable, providerDenied, providerStale, providerUntrusted, providerTaken, providerFull
            /// A key for programs: no scope, no last day, no address, no second step, or as many as there may be.
            case keyScopes, keyEnd, keyAddress, keyTwoSteps, keys
            /// What is to be kept: no file of kept things, too much, or nothing at all in confidential mode.
            case keptWrong, kept, confidential
        }
    }
}
