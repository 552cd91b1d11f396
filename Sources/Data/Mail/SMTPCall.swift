import CMail
import Domain

/// One message on its way through libcurl.
///
/// The pointer is valid as long as the object; `send` is called once, by one thread, and only `stop`, which sets an atomic
/// flag, may be called by another one at the same time. That makes it safe to share.
@safe final class SMTPCall: @unchecked Sendable {
    private let call: OpaquePointer

    /// Sets a call up; nil when memory is short.
    init?(_ options: Mailer.Options, to recipient: MailAddress) {
        guard let call = unsafe cmail_create() else { return nil }
        unsafe self.call = call
        // libcurl copies each text before the function returns.
        unsafe cmail_server(
            call,
            options.server.url(name: options.host),
            options.server.encryption == .startTLS ? 1 : 0
        )
        if let user = options.server.user, let password = options.password {
            unsafe cmail_sign_in(call, user, password)
        }
        if let authorities = options.authorities { unsafe cmail_authorities(call, authorities) }
        unsafe cmail_envelope(call, options.sender.address.text, recipient.text)
        unsafe cmail_times(call, Self.milliseconds(options.openingTime), Self.milliseconds(options.wholeTime))
    }

    deinit { unsafe cmail_free(call) }

    /// Sends the bytes of a message, which blocks; nil when it was stopped before the server took the message.
    func send(_ bytes: [UInt8], _ words: ServerWords) -> MailReport? {
        // The bytes are read during the call only.
        let end = unsafe bytes.withUnsafeBytes { unsafe cmail_send(call, $0.baseAddress, $0.count) }
        guard end != CMAIL_STOPPED else { return nil }
        var report = MailReport()
        if unsafe cmail_is_connected(call) != 0 { report.steps.append(.connected) }
        let protocolName = unsafe String(cString: cmail_protocol(call))
        if !protocolName.isEmpty { report.steps.append(.encrypted(protocolName)) }
        if unsafe cmail_is_signed_in(call) != 0 { report.steps.append(.signedIn) }
        let reply = unsafe cmail_reply(call)
        let said = unsafe words.safe("\(reply) " + String(cString: cmail_said(call)))
        if end == CMAIL_SENT {
            report.steps.append(.accepted(said))
        } else {
            let reason = unsafe words.safe(String(cString: cmail_reason(call)))
            report.failure = MailFailure(cause(end, reply), words: reply >= 400 ? said : reason)
        }
        return report
    }

    /// Lets `send` end soon.
    func stop() { unsafe cmail_stop(call) }

    private func cause(_ end: cmail_end, _ reply: Int32) -> MailFailure.Cause {
        switch end {
        case CMAIL_NO_SUCH_HOST: return .noSuchHost
        case CMAIL_TIME: return .time
        case CMAIL_NO_TLS: return .noEncryption
        case CMAIL_CERTIFICATE: return .certificate
        case CMAIL_AUTHORITIES: return .authorities
        case CMAIL_SIGN_IN: return .signIn
        case CMAIL_UNUSABLE: return .unusable
        default: break
        }
        guard reply >= 400 else { return .noConnection }
        // These are not about the message, whatever they answer (RFC 3207 section 4, RFC 4954 section 6).
        guard ![530, 534, 535, 538].contains(reply) else { return .signIn }
        switch unsafe cmail_last_step(call) {
        case CMAIL_MAIL: return .sender(isFinal: reply >= 500)
        case CMAIL_RCPT: return .recipient(isFinal: reply >= 500)
        case CMAIL_DATA, CMAIL_TEXT: return .message(isFinal: reply >= 500)
        // Before there is a session, no reply is about the message.
        default: return .noConnection
        }
    }

    private static func milliseconds(_ duration: Duration) -> Int64 { Int64(duration / .milliseconds(1)) }
}
