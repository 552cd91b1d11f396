/// What happened when a message was sent.
package struct MailReport: Sendable, Hashable {
    /// What worked, in the order in which it happened.
    package enum Step: Sendable, Hashable {
        /// The server was reached.
        case connected
        /// The connection is encrypted, by this version of TLS, and the certificate fits.
        case encrypted(String)
        /// The server took user and password.
        case signedIn
        /// The server took the message; what it said.
        case accepted(String)
    }

    /// What worked.
    package var steps: [Step] = []
    /// What kept the message from being sent; nil when the server took it.
    package var failure: MailFailure?
}
