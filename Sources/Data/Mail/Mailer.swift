import Dispatch
import Foundation

/// Sends messages through a mail server, one at a time, on a thread of its own.
///
/// A message takes a connection of its own. Certificates are always verified.
package final class Mailer: Sendable {
    /// What it is set up with.
    package struct Options: Sendable {
        /// Who takes the messages.
        package var server: MailServer
        /// The password of the server's user; nil where there is none.
        package var password: String?
        /// A PEM file of the authorities that are trusted in the place of those of the system.
        package var authorities: String?
        /// Whom messages come from.
        package var sender: Mailbox
        /// The name of this node: what it says to the server and what stands in the Message-ID.
        package var host: String
        /// How long the server may take until it is ready for a message, TLS and signing in included.
        ///
        /// Default 10 seconds.
        package var openingTime: Duration = .seconds(10)
        /// How long all of it may take.
        ///
        /// Default 60 seconds.
        package var wholeTime: Duration = .seconds(60)

        /// Puts the settings together.
        ///
        /// - Parameters:
        ///   - server: who takes the messages.
        ///   - sender: whom they come from.
        ///   - password: the password of the server's user.
        ///   - authorities: a PEM file of trusted authorities.
        ///   - origin: scheme and host under which readers know the node; where it has no host by name, the node takes
        ///     that of the sender.
        package init(
            server: MailServer,
            sender: Mailbox,
            password: String? = nil,
            authorities: String? = nil,
            origin: String = ""
        ) {
            self.server = server
            self.sender = sender
            self.password = password
            self.authorities = authorities
            host = URLComponents(string: origin)?.host.flatMap(MailAddress.host) ?? sender.address.host
        }
    }

    /// What it was set up with.
    package let options: Options
    private let queue = DispatchQueue(label: "mail")

    /// Connects to nobody yet.
    package init(_ options: Options) {
        self.options = options
    }

    /// Sends a message, or says what kept it from being sent.
    ///
    /// - Parameters:
    ///   - message: what to send.
    ///   - id: a name of the message, the same for each try: letters, digits and hyphens.
    /// - Returns: what happened, step by step.
    /// - Throws: `CancellationError` when the task is cancelled, within about a second; the server may have the message.
    package func send(_ message: Message, id: String) async throws -> MailReport {
        let bytes = message.bytes(from: options.sender, id: id, host: options.host, date: Date())
        guard let call = SMTPCall(options, to: message.to) else {
            return MailReport(failure: MailFailure(.unusable, words: "no memory"))
        }
        let words = ServerWords(hiding: message)
        let report = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: call.send(bytes, words)) }
            }
        } onCancel: {
            call.stop()
        }
        guard let report else { throw CancellationError() }
        return report
    }
}
