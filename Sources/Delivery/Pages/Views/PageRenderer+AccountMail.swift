import Links

/// Pages of accounts with a code that goes by e-mail.
extension PageRenderer {
    /// Another password for who forgot theirs.
    ///
    /// - Parameters:
    ///   - form: What was typed, and why it was not taken.
    ///   - minutes: For how long the code that was sent is good; nil where none was sent yet.
    ///   - lengths: How many characters a password has.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func reset(
        _ form: AccountForm,
        minutes: Int?,
        lengths: ClosedRange<Int>,
        _ frame: PageFrame
    ) -> String {
        let words = words(frame.language)
        let wrong = form.refusal?.kind.field
        let email = Context.typed("email", words, value: form.email, hint: nil, fills: "username", wrong)
        let forms = mailForms(
            form,
            words,
            email: email,
            isSent: minutes != nil,
            entering: [
                .mailed(words, wrong),
                .secret("password", "account.field.new", words, fills: "new-password", lengths, wrong),
            ],
            go: words["account.reset.go"]
        )
        let signIn = AccountLink(.signIn, language: frame.language)
        return accountForm(
            "account.reset.",
            form,
            text: minutes.map { words("account.reset.sent", ["minutes": words.number($0)]) },
            forms: forms,
            more: [.link(Link.account(signIn).text, words["account.signin.page"])],
            frame
        )
    }

    /// The e-mail address of who is signed in: to confirm it, or another.
    ///
    /// - Parameters:
    ///   - form: What was typed, and why it was not taken; before that, the present address.
    ///   - minutes: For how long the code that was sent there is good; nil where none was sent yet.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func email(_ form: AccountForm, minutes: Int?, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let wrong = form.refusal?.kind.field
        let field = Context.typed("email", words, value: form.email, hint: nil, fills: "email", wrong)
        let forms = mailForms(
            form,
            words,
            email: field,
            isSent: minutes != nil,
            entering: [.mailed(words, wrong)],
            go: words["account.email.go"]
        )
        return accountForm(
            "account.email.",
            form,
            text: minutes.map { words("account.email.sent", ["email": form.email, "minutes": words.number($0)]) },
            forms: forms,
            more: [mine(frame.language, words)],
            frame
        )
    }

    /// The form that has a code sent and, in front of it once one was, the form that takes it; none where the page is shut.
    private func mailForms(
        _ form: AccountForm,
        _ words: Words,
        email: Context,
        isSent: Bool,
        entering fields: [Context],
        go: String
    ) -> [Context] {
        if form.isShut { return [] }
        let sending = act(
            form,
            words,
            fields: [email],
            kind: isSent ? nil : "go",
            doing: "send",
            go: words[isSent ? "account.mail.again" : "account.mail.send"]
        )
        guard isSent else { return [sending] }
        return [act(form, words, hidden: [("email", form.email)], fields: fields, doing: "set", go: go), sending]
    }
}

extension Context {
    /// A field for a code that came by e-mail.
    fileprivate static func mailed(_ words: Words, _ wrong: String?) -> Context {
        code("account.field.mailed.hint", words, mode: nil, wrong, label: "account.field.mailed")
    }
}
