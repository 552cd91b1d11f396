package import Domain
import Foundation

/// An e-mail of the product to one person: plain text, in Chinese or English.
///
/// The sender is a setting of the node that sends it, so that a message can wait in the queue for any node.
package struct Message: Sendable, Hashable {
    /// The kind under which messages wait in the queue of jobs; their payload is ``payload``.
    package static let jobKind = "mail"
    /// The characters (code points) of a subject at most.
    package static let longestSubject = 200
    /// The bytes of a text at most.
    package static let longestText = 100_000

    /// Who gets it.
    package let to: MailAddress
    /// What it is about, one line.
    package let subject: String
    /// What it says, lines ended by LF.
    package let text: String
    /// The language of subject and text, a tag of BCP 47 such as `zh` or `en`.
    package let language: String

    /// Checks and keeps the parts.
    ///
    /// - Throws: `Failure.invalid` with the field `to`, `subject`, `text` or `language`. No reason repeats a value.
    package init(to: String, subject: String, text: String, language: String) throws(Failure) {
        self.to = try MailAddress(to, field: "to")
        guard !subject.isEmpty, subject.unicodeScalars.count <= Self.longestSubject else {
            throw .invalid(field: "subject", reason: "write 1 to \(Self.longestSubject) characters")
        }
        try HeaderText.check(subject, field: "subject")
        guard !text.isEmpty, text.utf8.count <= Self.longestText, !text.utf8.contains(0) else {
            throw .invalid(field: "text", reason: "write 1 to \(Self.longestText) bytes, none of them NUL")
        }
        guard language.utf8.count <= 35, language.wholeMatch(of: /[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*/) != nil else {
            throw .invalid(field: "language", reason: "write a tag such as zh or en")
        }
        self.subject = subject
        self.text = text
        self.language = language
    }

    // MARK: In the queue

    private struct Payload: Codable {
        let to, subject, text, language: String
    }

    /// The message as JSON, for a job of the kind ``jobKind``.
    package var payload: [UInt8] {
        get throws {
            Array(
                try JSONEncoder().encode(Payload(to: to.text, subject: subject, text: text, language: language))
            )
        }
    }

    /// Reads what ``payload`` wrote.
    ///
    /// - Throws: `Failure.invalid`, whose reason never repeats what the payload holds.
    package init(payload: [UInt8]) throws(Failure) {
        let read: Payload
        do {
            read = try JSONDecoder().decode(Payload.self, from: Data(payload))
        } catch {
            throw .invalid(field: "payload", reason: "it is no message")
        }
        try self.init(to: read.to, subject: read.subject, text: read.text, language: read.language)
    }

    // MARK: On the wire

    /// The message as it is sent.
    ///
    /// - Parameters:
    ///   - sender: whom it comes from.
    ///   - id: what stands before the @ of its Message-ID; the same for every try, so that a mailbox can tell a message
    ///     that comes twice. Letters, digits and hyphens.
    ///   - host: what stands behind that.
    ///   - date: when it is sent.
    /// - Returns: lines of ASCII that end with CR LF; dots at their beginning are not doubled yet.
    func bytes(from sender: Mailbox, id: String, host: String, date: Date) -> [UInt8] {
        let text = MessageText(text)
        let head = [
            "Date: \(Self.stamp(date))",
            "From: \(Self.written(sender))",
            "To: \(to.text)",
            "Subject: \(HeaderText.written(subject, after: 9))",
            "Message-ID: <\(id)@\(host)>",
            // Nobody's holiday notice answers it (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Language: \(language)",
            "Content-Transfer-Encoding: \(text.encoding)",
        ]
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + text.lines).utf8)
    }

    private static func written(_ mailbox: Mailbox) -> String {
        guard let name = mailbox.name else { return mailbox.address.text }
        // What is not letters, digits and blanks alone would have to be quoted; encoded it need not be.
        let isPhrase = name.utf8.allSatisfy { $0 == 32 || MailAddress.isLetterOrDigit($0) }
        let shown = isPhrase ? HeaderText.written(name, after: 6) : HeaderText.encoded(name, after: 6)
        let line = "\(shown) <\(mailbox.address.text)>"
        return 6 + line.utf8.count <= HeaderText.longestLine ? line : "\(shown)\r\n <\(mailbox.address.text)>"
    }

    /// The date of RFC 5322 section 3.3, in UTC: `Mon, 30 Nov 2026 13:29:27 +0000`.
    private static func stamp(_ date: Date) -> String {
        let format = Date.VerbatimFormatStyle(
            format:
                "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) +0000",
            locale: Locale(identifier: "en_US_POSIX"),
            timeZone: .gmt,
            calendar: Calendar(identifier: .gregorian)
        )
        return date.formatted(format)
    }
}
