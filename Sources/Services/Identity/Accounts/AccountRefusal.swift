/// Why somebody could not sign up, sign in or change an account: everything that a person can mend.
package enum AccountRefusal: Error, Sendable, Hashable {
    /// This node takes no new accounts.
    case closed
    /// This node lacks the key and can sign nobody in.
    case noKey
    /// This node sends no mail.
    case noMail
    /// No usable name, or no usable e-mail address.
    case name, email
    case password(PasswordRules.Problem)
    /// The e-mail address has an account; said only to who signs up.
    case taken
    /// Not agreed to what an account needs.
    case consent
    /// E-mail address and password do not belong together; never which of them.
    case wrong
    /// The code is wrong, or was used.
    case code
    /// The sign-in or the setting up began too long ago: start again.
    case stale
    /// Too many tries; the seconds until the next one.
    case wait(seconds: Int)
    /// An administrator closed the account.
    case suspended
    /// A key is good for nothing that was named.
    case keyScopes
    /// The last day of a key is none from today to so many days ahead.
    case keyEnd(days: Int)
    /// Something in the list of addresses is none.
    case keyAddress(String)
    /// A key that writes is made by who is signed in with a second factor.
    case keyNeedsTwoSteps
    /// The account has as many keys as it may.
    case keys(most: Int)
    /// Something about an organisation or an authorisation.
    case organisation(OrganisationRefusal)
    /// A name was not verified.
    case verification(VerificationRefusal)
    /// One of the two accounts that were to become one holds a role that was granted.
    case office
    /// The account keeps as much as it may, in things or in bytes.
    case kept(things: Int, bytes: Int)
    /// Something about an account of an outside provider.
    case outside(OutsideRefusal)
    /// Who it is has to be proved again.
    case needsConfirmation
}
