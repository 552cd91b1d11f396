import Identity
import Links
import Pages

/// Codes that go by e-mail.
extension Site {
    /// Sends a code to who forgot the password, or sets another by it.
    func reset(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let email = sent["email"] ?? ""
        guard sent["do"] == "set" else {
            try await services.accounts.sendResetCode(email: email, from: knocker(visit))
            let rules = services.accounts.rules
            return try await show(AccountForm(link: link, token: "", email: email), visit) { form, frame in
                pages.reset(form, minutes: mailMinutes, lengths: rules.least...rules.most, frame)
            }
        }
        try await services.accounts.resetPassword(
            email: email,
            code: sent["code"] ?? "",
            new: sent["password"] ?? "",
            from: knocker(visit)
        )
        return done(.reset, on: .signIn, link)
    }

    /// Sends a code to an address that is to be the account's, or takes it.
    func email(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        guard sent["do"] == "set" else {
            let email = sent["email"] ?? ""
            try await services.accounts.sendEmailCode(caller, to: email)
            return try await show(AccountForm(link: link, token: "", email: email), visit) { form, frame in
                pages.email(form, minutes: mailMinutes, frame)
            }
        }
        try await services.accounts.confirmEmail(caller, code: sent["code"] ?? "", from: knocker(visit))
        return done(.email, on: .overview, link)
    }

    /// Whether a code was sent and is being typed.
    func isEntering(_ visit: Visit) -> Bool { visit.sent?["do"] == "set" }

    /// For how long a code that went by e-mail is good; minutes.
    var mailMinutes: Int { Int(services.accounts.options.mailPending.components.seconds / 60) }
}
