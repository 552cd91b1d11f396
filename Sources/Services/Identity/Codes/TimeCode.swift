internal import Crypto
internal import Foundation

/// The second factor of an account: a secret that is also in an authenticator, and codes of six digits that change every
/// 30 seconds.
///
/// **Source** TOTP: RFC 6238 with SHA-1, 30 seconds and six digits, which every authenticator knows; HOTP: RFC 4226.
package struct TimeCode: Sendable, Hashable {
    /// How long one code is shown, in microseconds.
    package static let period: Int64 = 30_000_000
    /// How many steps earlier or later than now a code may be: clocks differ and people type slowly (RFC 6238 section 5.2).
    package static let tolerance: Int64 = 1
    /// How many digits a code has.
    package static let digits = 6
    /// Random bytes of a new secret, as RFC 4226 section 4 recommends, and the fewest and most that are taken.
    package static let secretLength = 20
    private static let secretLengths = 16...64

    /// The secret, as it is sealed for keeping.
    package let secret: [UInt8]

    /// A new secret from the random numbers of the operating system.
    package init() {
        secret = randomBytes(Self.secretLength)
    }

    /// Takes a secret that was kept; nil for fewer than 16 or more than 64 bytes.
    package init?(secret: [UInt8]) {
        guard Self.secretLengths.contains(secret.count) else { return nil }
        self.secret = secret
    }

    /// The secret for typing into an authenticator: base32 in groups of four, separated by blanks.
    package var text: String {
        var text = ""
        for (index, character) in Base32.text(of: secret).enumerated() {
            if index > 0, index.isMultiple(of: 4) { text.append(" ") }
            text.append(character)
        }
        return text
    }

    /// The address that an authenticator reads from a QR code.
    ///
    /// - Parameters:
    ///   - issuer: the name of this system.
    ///   - account: the name of the account in it, usually the e-mail address.
    /// - Returns: an address `otpauth://totp/`; it holds the secret.
    ///
    /// **Source** Key URI format of Google Authenticator. Defaults are not written out: some authenticators refuse them.
    package func address(issuer: String, account: String) -> String {
        // The colon separates the two names; inside a name it would be taken for that.
        let names = [issuer, account].map { PercentCode.text(of: $0.replacing(":", with: " ")) }
        return "otpauth://totp/\(names[0]):\(names[1])?secret=\(Base32.text(of: secret))&issuer=\(names[0])"
    }

    /// The step of time whose code was typed.
    ///
    /// - Parameters:
    ///   - code: as typed; blanks and hyphens do not count, and full-width digits are digits.
    ///   - time: now, in microseconds since 1970.
    ///   - lastStep: the step that was accepted last, which never comes again, nor does one before it.
    /// - Returns: the step, to be kept as the last one; nil when the code is wrong, too old or was used.
    package func step(of code: String, at time: Int64, after lastStep: Int64?) -> Int64? {
        guard let typed = Self.number(code) else { return nil }
        let now = time / Self.period
        var found: Int64?
        // All steps are tried, so that the time this takes says nothing.
        for step in max(0, now - Self.tolerance)...max(0, now + Self.tolerance)
        where Self.value(secret, counter: UInt64(step)) % Self.modulus == typed && step > lastStep ?? -1 {
            found = found ?? step
        }
        return found
    }

    /// The code of a moment in microseconds since 1970, as an authenticator shows it.
    package func code(at time: Int64) -> String {
        let number = Self.value(secret, counter: UInt64(max(0, time / Self.period))) % Self.modulus
        let text = String(number)
        return String(repeating: "0", count: Self.digits - text.utf8.count) + text
    }

    // MARK: HOTP

    private static let modulus: UInt32 = 1_000_000

    /// The truncated HMAC of a counter, 31 bits: RFC 4226 section 5.3 before it is cut to digits.
    static func value(_ secret: [UInt8], counter: UInt64) -> UInt32 {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64($0))) }
        let code = Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: SymmetricKey(data: secret)))
        let offset = Int(code[19] & 15)
        return code[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    }

    // MARK: Text

    private static func number(_ code: String) -> UInt32? {
        var digits = 0
        var number: UInt32 = 0
        for scalar in code.unicodeScalars where !scalar.properties.isWhitespace && scalar != "-" {
            let narrow = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard (0x30...0x39).contains(narrow), digits < Self.digits else { return nil }
            number = number * 10 + (narrow - 0x30)
            digits += 1
        }
        return digits == Self.digits ? number : nil
    }
}

extension TimeCode: CustomStringConvertible, CustomDebugStringConvertible {
    /// No part of the secret, because descriptions end up in logs.
    package var description: String { "a time code" }

    /// As ``description``.
    package var debugDescription: String { description }
}
