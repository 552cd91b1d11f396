import Configuration
import Domain
import Foundation
import Mail

extension Mailer.Options {
    /// What the environment says of mail; nil without `HUIZHI_SMTP`, and then none is sent.
    ///
    /// - Parameters:
    ///   - config: the environment.
    ///   - origin: scheme and host under which readers know the node.
    /// - Throws: `Failure.invalid` naming the setting, also when one is missing that the others need.
    init?(_ config: ConfigReader, origin: String) throws {
        let address = config.string(forKey: "smtp", isSecret: true, default: "")
        guard !address.isEmpty else { return nil }
        let server = try MailServer(address, field: "HUIZHI_SMTP")
        guard let from = config.string(forKey: "mail.from") else {
            throw Failure.invalid(
                field: "HUIZHI_MAIL_FROM",
                reason: "HUIZHI_SMTP is set, so this has to be too: the sender, such as 惠知 <noreply@ip.example.cn>"
            )
        }
        let password = try Self.password(config)
        guard (password == nil) == (server.user == nil) else {
            throw server.user == nil
                ? Failure.invalid(
                    field: "HUIZHI_SMTP",
                    reason: "there is a password and no user; write smtp://USER@HOST:PORT, an @ in the user as %40"
                )
                : Failure.invalid(
                    field: "HUIZHI_SMTP_PASSWORD",
                    reason: "HUIZHI_SMTP names a user, so a password is needed, here or in a file that "
                        + "HUIZHI_SMTP_PASSWORD_FILE names"
                )
        }
        let authorities = config.string(forKey: "smtp.ca")
        if let authorities { try Self.check(authorities) }
        self.init(
            server: server,
            sender: try Mailbox(from, field: "HUIZHI_MAIL_FROM"),
            password: password,
            authorities: authorities,
            origin: origin
        )
    }

    private static func password(_ config: ConfigReader) throws -> String? {
        let given = config.string(forKey: "smtp.password", isSecret: true)
        guard let path = config.string(forKey: "smtp.password.file") else { return try usable(given) }
        guard given == nil else {
            throw Failure.invalid(
                field: "HUIZHI_SMTP_PASSWORD_FILE",
                reason: "HUIZHI_SMTP_PASSWORD is set too; keep one of them"
            )
        }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Failure.invalid(
                field: "HUIZHI_SMTP_PASSWORD_FILE",
                reason: "the file \(path) cannot be read as UTF-8: \(error.localizedDescription)"
            )
        }
        // Editors end the last line.
        let password = text.trimmingCharacters(in: .newlines)
        return try usable(password, field: "HUIZHI_SMTP_PASSWORD_FILE")
    }

    private static func usable(_ password: String?, field: String = "HUIZHI_SMTP_PASSWORD") throws -> String? {
        guard let password else { return nil }
        guard !password.isEmpty, !password.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw Failure.invalid(
                field: field,
                reason: "the password is empty or holds a line end or control character"
            )
        }
        return password
    }

    private static func check(_ authorities: String) throws {
        let text: String
        do {
            text = try String(contentsOfFile: authorities, encoding: .utf8)
        } catch {
            throw Failure.invalid(
                field: "HUIZHI_SMTP_CA",
                reason: "the file \(authorities) cannot be read: \(error.localizedDescription)"
            )
        }
        guard text.contains("-----BEGIN CERTIFICATE-----") else {
            throw Failure.invalid(
                field: "HUIZHI_SMTP_CA",
                reason: "the file \(authorities) holds no certificate in PEM form"
            )
        }
    }
}
