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
        var forms = [
            act(
                form,
                words,
                fields: [email],
                kind: minutes == nil ? "go" : nil,
                doing: "send",
                go: words[minutes == nil ? "account.mail.send" : "account.mail.again"]
            )
        ]
        if minutes != nil {
            let entering = act(
                form,
                words,
                hidden: [("email", form.email)],
                fields: [
                    .mailed(words, wrong),
                    .secret("password", "account.field.new", words, fills: "new-password", lengths, wrong),
                ],
                doing: "set",
                go: words["account.reset.go"]
            )
            forms.insert(entering, at: 0)
        }
        let signIn = AccountLink(.signIn, language: frame.language)
        return accountForm(
            "account.reset.",
            form,
            text: minutes.map { words("account.reset.sent", ["minutes": words.number($0)]) },
            forms: form.isShut ? [] : forms,
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
        var forms = [
            act(
                form,
                words,
                fields: [field],
                kind: minutes == nil ? "go" : nil,
                doing: "send",
                go: words[minutes == nil ? "account.mail.send" : "account.mail.again"]
            )
        ]
        if minutes != nil {
            let entering = act(
                form,
                words,
                hidden: [("email", form.email)],
                fields: [.mailed(words, wrong)],
                doing: "set",
                go: words["account.email.go"]
            )
            forms.insert(entering, at: 0)
        }
        return accountForm(
            "account.email.",
            form,
            text: minutes.map { words("account.email.sent", ["email": form.email, "minutes": words.number($0)]) },
            forms: form.isShut ? [] : forms,
            more: [mine(frame.language, words)],
            frame
        )
    }
}

extension Context {
    /// A field for a code that came by e-mail.
    fileprivate static func mailed(_ words: Words, _ wrong: String?) -> Context {
        code("account.field.mailed.hint", words, mode: nil, wrong, label: "account.field.mailed")
    }
}
