package import Store

extension Accounts {
    /// How accounts behave here.
    package struct Options: Sendable {
        /// Whether anybody may make an account; default yes.
        package var isOpen = true
        /// Whether this node sends mail; default no.
        package var mails = false
        /// What a password costs to check.
        package var cost = PasswordHash.Cost()
        /// After how long without a request a session ends; default 12 hours.
        package var idle: Duration = .seconds(12 * 3_600)
        /// After how long a session ends whatever happens; default 7 days.
        package var life: Duration = .seconds(7 * 24 * 3_600)
        /// For how long it is known who somebody is, where that has to be certain; default 10 minutes.
        package var stepUp: Duration = .seconds(600)
        /// For how long a sign-in waits for its code, and a secret for its first one; default 10 minutes.
        package var pending: Duration = .seconds(600)
        /// How often a code may be tried with one sign-in; default 10.
        package var codeTries: Int64 = 10
        /// Sessions that an account may have, after which the oldest ends; default 50.
        package var sessions: Int64 = 50
        /// How changes of name and language, and changes of organisations, are slowed, each apart: free twenty times a day.
        package var renames = TryDelay(free: 19, first: 3_600_000_000, longest: 86_400_000_000, memory: 86_400_000_000)
        /// For how long is kept what happened; default 200 days, at least six months (Cybersecurity Law, article 21).
        package var events: Duration = .seconds(200 * 24 * 3_600)
        /// For how long is kept who saw personal data of whom; default 1,096 days, at least three years (Personal Information
        /// Protection Law, article 56) and never less than events.
        package var disclosures: Duration = .seconds(1_096 * 24 * 3_600)
        /// How the tries for one account from one network are slowed: free three times, then one second, doubled to 15
        /// minutes; forgotten after a day.
        package var accountTries = TryDelay(free: 3, first: 1_000_000, longest: 900_000_000, memory: 86_400_000_000)
        /// How the tries for one account from everywhere are slowed: so little that strangers can keep nobody out for long.
        package var allTries = TryDelay(free: 100, first: 1_000_000, longest: 60_000_000, memory: 86_400_000_000)
        /// How the tries from one address are slowed: a whole office may share one.
        package var addressTries = TryDelay(free: 100, first: 1_000_000, longest: 900_000_000, memory: 3_600_000_000)
        /// How questions are slowed to which the provider of identities gave no answer, by who asks: free ten times an hour.
        package var unanswered = TryDelay(
            free: 9,
            first: 3_600_000_000,
            longest: 3_600_000_000,
            memory: 3_600_000_000
        )
        /// How events are bounded that say why nobody was signed in by an outside provider, by network: twenty an hour.
        package var outsideNotes = TryDelay(
            free: 19,
            first: 3_600_000_000,
            longest: 3_600_000_000,
            memory: 3_600_000_000
        )
        /// For how long a code that went by e-mail is good; default 10 minutes.
        package var mailPending: Duration = .seconds(600)
        /// How mail to one account is slowed: three at once, then one a minute and fewer, one an hour at last.
        package var mailTries = TryDelay(free: 2, first: 60_000_000, longest: 3_600_000_000, memory: 86_400_000_000)
        /// How invitations to act for somebody are slowed, by who invites: free a hundred times a day, then one a minute.
        package var invitations = TryDelay(free: 99, first: 60_000_000, longest: 60_000_000, memory: 86_400_000_000)
        /// Whether what a simulator says counts, as it does in demonstrations; default no.
        package var takesSimulated = false
        /// For how long an invitation to act for somebody can be accepted; default 30 days.
        package var invitation: Duration = .seconds(30 * 24 * 3_600)
        /// How new accounts from one address are slowed.
        package var signUps = TryDelay(free: 20, first: 60_000_000, longest: 3_600_000_000, memory: 86_400_000_000)
        /// Keys for programs that an account may have at a time; default 20.
        package var keys = 20
        /// How far ahead the last day of a key may be; default 365 days.
        package var keyDays = 365
        /// What the calls with a key may cost in a day of China; default a million.
        package var keyDayQuota: Int64 = 1_000_000
        /// How the making of keys is slowed: free fifty times a day.
        package var keyMakes = TryDelay(free: 49, first: 3_600_000_000, longest: 86_400_000_000, memory: 86_400_000_000)
        /// What an account may keep of this site, in things and in bytes; default 5,000 and 2 MiB.
        package var kept = (things: 5_000, bytes: 2_097_152)

        /// The defaults.
        package init() {}
    }
}
