import Mail
import Store

/// What goes by e-mail: codes that show whose an address is, and a new password for whoever lost theirs.
///
/// A code is typed, not clicked: programs that look at mail follow links, and a link would need to know under which address
/// people reach this node.
extension Accounts {
    private static let emailCode = "email-code"
    private static let resetCode = "reset-code"

    /// Whether this node sends mail.
    package var isMailing: Bool { options.mails && key != nil }

    /// Sends a code to an address that is to be the account's: the one it has, or another.
    ///
    /// - Throws: `AccountRefusal.noMail`, `.email`, `.wait`; `.needsConfirmation` for another address.
    package func sendEmailCode(_ caller: Caller, to email: String? = nil) async throws {
        let own = try await own(caller, .changeOwnAccount)
        guard let address = EmailAddress.read(email ?? own.content.email) else { throw AccountRefusal.email }
        if EmailAddress.folded(address) != EmailAddress.folded(own.content.email) { try needConfirmation(caller) }
        try await send(Self.emailCode, to: address, of: own.id, own.content.language, MailText.emailCode)
    }

    /// Takes the code: the address it was sent to is the account's from now on, and confirmed.
    ///
    /// - Throws: `AccountRefusal.code`, also where it is over; `.taken` where another account has the address by now.
    package func confirmEmail(_ caller: Caller, code: String, from origin: Origin) async throws {
        let own = try await own(caller, .changeOwnAccount)
        guard let address = try await sentTo(code, Self.emailCode, of: own.id),
            try await useUp(Self.emailCode, of: own.id)
        else { throw AccountRefusal.code }
        var content = own.content
        content.email = address
        content.emailKey = try emailKey(address)
        content.emailConfirmed = true
        do {
            try await save(content, own.id, own.version, author: own.id)
        } catch StoreError.keyTaken {
            throw AccountRefusal.taken
        }
        // What was sent to the address before is no longer sent to the owner.
        _ = try await useUp(Self.resetCode, of: own.id)
        try await store.note(event(.emailConfirmed, own.id, origin))
    }

    /// Sends a code for a new password, where the address has an account; whether it has, nobody learns.
    ///
    /// - Throws: `AccountRefusal.noMail`, `.email`, `.wait`.
    package func sendResetCode(email: String, from origin: Origin) async throws {
        let key = try needKey()
        guard isMailing else { throw AccountRefusal.noMail }
        guard let address = EmailAddress.read(email) else { throw AccountRefusal.email }
        // Counted by what was typed, so that an address without account waits alike.
        let counters = [
            (key.lookup("try-reset", EmailAddress.folded(address)), options.mailTries),
            (key.lookup("try-reset-network", origin.network), options.addressTries),
        ]
        for (id, delay) in counters {
            let wait = try await store.beginTry(id, delay)
            guard wait == 0 else { throw Self.refusal(wait: wait) }
        }
        guard let account = try await account(ofEmail: address), account.content.state == .active else { return }
        let content = account.content
        try await put(Self.resetCode, to: content.email, of: account.id, content.language, MailText.resetCode)
    }

    /// Takes the code and sets a new password; all sessions end and accounts of outside providers are unlinked, a second step
    /// stays as it was.
    ///
    /// Who has no code learns nothing: neither whether there is an account or a code, nor, of which passwords are refused, the
    /// name of its owner.
    ///
    /// - Throws: `AccountRefusal.code`, `.wait`; with the code `.password`, and the code is good for another one.
    package func resetPassword(email: String, code: String, new: String, from origin: Origin) async throws {
        let address = EmailAddress.folded(EmailAddress.read(email) ?? email)
        let tries = try await beginTries("reset", address, origin)
        try await tries.around {
            guard let found = try await account(ofEmail: address),
                try await sentTo(code, Self.resetCode, of: found.id) != nil
            else { throw AccountRefusal.code }
            try await tries.succeeded()
            try await check(new, name: found.content.name, email: address)
            guard try await useUp(Self.resetCode, of: found.id) else { throw AccountRefusal.code }
            let credential = try await password(new, of: found.id)
            let event = event(.passwordReset, found.id, origin)
            try await recover(.init([.password], [credential], event: event), of: found.id, author: found.id)
        }
    }

    // MARK: Codes

    private func send(
        _ purpose: String,
        to address: String,
        of account: String,
        _ language: String,
        _ text: MailText
    ) async throws {
        guard isMailing else { throw AccountRefusal.noMail }
        let wait = try await store.beginTry(needKey().lookup("try-" + purpose, account), options.mailTries)
        guard wait == 0 else { throw Self.refusal(wait: wait) }
        try await put(purpose, to: address, of: account, language, text)
    }

    /// Keeps a code, and puts the message that tells it into the queue.
    private func put(
        _ purpose: String,
        to address: String,
        of account: String,
        _ language: String,
        _ text: MailText
    ) async throws {
        let key = try needKey()
        let code = MailCode()
        let record = OneTimeRecord(
            id: key.lookup(purpose, account),
            purpose: purpose,
            account: account,
            payload: key.lookup(purpose + " code", account + " " + code.folded) + Array(address.utf8),
            endsAt: store.now + options.mailPending.microseconds
        )
        try await store.put(record, replacing: true)
        let minutes = Int(options.mailPending.components.seconds / 60)
        let message = try text.message(to: address, code: code.text, minutes: minutes, language: language)
        try await store.enqueue([NewJob(kind: Message.jobKind, payload: message.payload)])
    }

    /// The address that a code was sent to; nil where it is wrong, over, or was tried too often.
    private func sentTo(_ code: String, _ purpose: String, of account: String) async throws -> String? {
        let key = try needKey()
        let id = key.lookup(purpose, account)
        let digest = key.lookup(purpose + " code", account + " " + MailCode.folded(code))
        guard let record = try await store.tryOneTime(id, for: purpose, atMost: options.codeTries),
            record.payload.starts(with: digest)
        else { return nil }
        return String(decoding: record.payload.dropFirst(digest.count), as: UTF8.self)
    }

    /// Whether a code was there to be used up; of two who use it at once one finds it gone.
    private func useUp(_ purpose: String, of account: String) async throws -> Bool {
        try await store.takeOneTime(needKey().lookup(purpose, account), for: purpose) != nil
    }
}
