import App
import ArgumentParser
import Domain
import Foundation
import Mail

/// `huizhi mail`.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Send a test message with the mail settings of the environment.",
        discussion: """
            Says what happened at each step: connected, encrypted, signed in, accepted; or which setting to look at.
            The settings are HUIZHI_SMTP, HUIZHI_SMTP_PASSWORD or HUIZHI_SMTP_PASSWORD_FILE, HUIZHI_SMTP_CA and
            HUIZHI_MAIL_FROM.

            EXAMPLES
              HUIZHI_SMTP=smtp://localhost HUIZHI_MAIL_FROM=noreply@example.cn huizhi mail --to name@example.cn

            Exit status: 0 the server took the message; 1 it did not.
            """
    )

    @Option(help: "The address that gets the message.") var to: String

    func run() async throws {
        try await Console.run {
            // Where the data lie does not matter.
            guard let options = try Settings().mail else {
                throw Failure.invalid(
                    field: "HUIZHI_SMTP",
                    reason: "it is not set, so no mail is sent; write smtp://HOST:25, smtps://USER@HOST:465 or "
                        + "smtp://USER@HOST:587"
                )
            }
            let message: Message
            do {
                message = try Self.test(to: to)
            } catch Failure.invalid(field: "to", let reason) {
                throw Failure.invalid(field: "--to", reason: reason)
            }
            Console.print("server: \(Self.words(for: options.server))")
            let report = try await Mailer(options).send(message, id: UUID().uuidString.lowercased())
            for step in report.steps { Console.print(Self.words(for: step, options.server)) }
            if options.server.user != nil, report.failure == nil, !report.steps.contains(.signedIn) {
                Console.print("not signed in: the server does not offer it, so HUIZHI_SMTP needs no user")
            }
            guard let failure = report.failure else {
                return Console.print(
                    "the message is on its way from \(options.sender.address.text) to \(message.to.text)"
                )
            }
            Console.note("huizhi: \(failure)\nlook at \(failure.remedy)")
            throw ExitCode(1)
        }
    }

    private static func test(to: String) throws(Failure) -> Message {
        try Message(
            to: to,
            subject: "惠知试发邮件 Huizhi test message",
            text: """
                这是惠知的试发邮件。收到它，说明邮件设置可用。
                This is a test message of Huizhi. That it arrived says that the mail settings work.
                """,
            language: "zh"
        )
    }

    private static func words(for server: MailServer) -> String {
        let encryption =
            switch server.encryption {
            case .none: "not encrypted"
            case .startTLS: "STARTTLS required"
            case .fromTheStart: "TLS from the start"
            }
        let user = server.user.map { "signing in as \($0)" } ?? "without signing in"
        return "\(server.host) port \(server.port), \(encryption), \(user)"
    }

    private static func words(for step: MailReport.Step, _ server: MailServer) -> String {
        switch step {
        case .connected: "connected"
        case .encrypted(let version): "encrypted: \(version), the certificate fits \(server.host)"
        case .signedIn: "signed in"
        case .accepted(let said): "accepted: \(said)"
        }
    }
}

extension MailFailure {
    /// Which setting to look at, and for what.
    fileprivate var remedy: String {
        switch cause {
        case .noSuchHost: "HUIZHI_SMTP: is the host written right, and does the name service of this machine know it?"
        case .noConnection:
            "HUIZHI_SMTP: is it the right port (25, 465 for smtps, 587), and does a firewall stand between?"
        case .time: "HUIZHI_SMTP: is it the right port? smtps is for 465, smtp for 25 and 587; else try again later"
        case .noEncryption:
            "HUIZHI_SMTP: smtps://HOST:465 where the server wants TLS from the start; starttls=none only where nobody else "
                + "can read the network"
        case .certificate:
            "HUIZHI_SMTP: is the host the one that the certificate names? HUIZHI_SMTP_CA: the file of the authority that "
                + "signed it, if it is none of the system's"
        case .authorities: "HUIZHI_SMTP_CA: it has to be a file of certificates in PEM form that this user may read"
        case .signIn: "HUIZHI_SMTP, its user and its starttls; HUIZHI_SMTP_PASSWORD or HUIZHI_SMTP_PASSWORD_FILE"
        case .sender: "HUIZHI_MAIL_FROM: an address that this server sends for; and the user in HUIZHI_SMTP"
        case .recipient:
            "the recipient's address; and the user in HUIZHI_SMTP, if the server sends only for those signed in"
        case .message: "what the server said; HUIZHI_MAIL_FROM, if it took the message for a forged one"
        case .unusable: "the installed libcurl"
        }
    }
}
