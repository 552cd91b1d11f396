/// What kept a message from being sent.
///
/// Its description may be logged: it holds no address, subject or text of a message.
package struct MailFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was in the way.
    package enum Cause: Sendable, Hashable {
        /// The name of the server is not found.
        case noSuchHost
        /// Nothing answers as a mail server there, or the connection broke off.
        case noConnection
        /// The server took too long.
        case time
        /// TLS is required and the server does not offer it, or it could not be begun.
        case noEncryption
        /// The certificate is not signed by a trusted authority, or names another host.
        case certificate
        /// The file of authorities cannot be used.
        case authorities
        /// User or password were refused, or the server takes nothing without them or without encryption.
        case signIn
        /// The server does not take this sender: now (4xx) or at all (5xx).
        case sender(isFinal: Bool)
        /// The server does not take messages for this recipient: now (4xx) or at all (5xx).
        case recipient(isFinal: Bool)
        /// The server does not take this message: now (4xx) or at all (5xx).
        case message(isFinal: Bool)
        /// This side lacks memory or libcurl lacks SMTP.
        case unusable
    }

    package let cause: Cause
    /// What the server or libcurl said, without what it may have repeated of the message.
    package let words: String

    init(_ cause: Cause, words: String) {
        self.cause = cause
        self.words = words
    }

    /// Whether sending the same message again is of no use: the server refused it by a reply of 500 or above.
    ///
    /// What an operator can mend, such as a wrong password, is none: the message can be sent afterwards.
    package var isFinal: Bool {
        switch cause {
        case .sender(let isFinal), .recipient(let isFinal), .message(let isFinal): isFinal
        default: false
        }
    }

    /// What was in the way, in words.
    package var description: String {
        let what =
            switch cause {
            case .noSuchHost: "the mail server is not found"
            case .noConnection: "no mail server answers, or the connection broke off"
            case .time: "the mail server took too long"
            case .noEncryption: "the connection cannot be encrypted"
            case .certificate: "the certificate of the mail server does not fit"
            case .authorities: "the file of trusted authorities cannot be used"
            case .signIn: "signing in to the mail server failed"
            case .sender: "the mail server does not take this sender"
            case .recipient: "the mail server does not take this recipient"
            case .message: "the mail server does not take this message"
            case .unusable: "this program cannot send mail"
            }
        return words.isEmpty ? what : "\(what): \(words)"
    }
}
