import Links

/// Pages of accounts that are one form: signing up and in, the second step, the password.
extension PageRenderer {
    /// The form that makes an account.
    ///
    /// - Parameters:
    ///   - form: What was typed, and why it was not taken.
    ///   - lengths: How many characters a password has.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func signUp(_ form: AccountForm, lengths: ClosedRange<Int>, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let wrong = form.refusal?.kind.field
        var agree: Context?
        if !form.isShut {
            agree = [
                "id": "consent", "label": words["account.field.agree"], "isChecked": form.consents,
                "isWrong": wrong == "consent",
            ]
        }
        let act = act(
            form,
            words,
            fields: [
                .typed("name", words, value: form.name, hint: "account.field.name.hint", fills: "name", wrong),
                .typed("email", words, value: form.email, hint: "account.field.email.hint", fills: "email", wrong),
                .secret("password", "account.field.password", words, fills: "new-password", lengths, wrong),
            ],
            agree: agree,
            go: words["account.signup.go"]
        )
        let signIn = AccountLink(.signIn, next: form.link.next, language: frame.language)
        return accountForm(
            "account.signup.",
            form,
            text: linking(form, words),
            forms: form.isShut ? [] : [act],
            more: [
                .link(Link.account(signIn).text, words["account.signup.instead"]),
                .link(Link.page(.privacy, frame.language).text + "#accounts", words["account.signin.kept"]),
            ],
            frame
        )
    }

    /// The form that signs in.
    ///
    /// - Parameters:
    ///   - form: What was typed, and why it was not taken.
    ///   - isOpen: Whether new accounts are made here.
    ///   - isMailing: Whether the node sends mail, and so a code to who forgot the password.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func signIn(_ form: AccountForm, isOpen: Bool, isMailing: Bool, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let wrong = form.refusal?.kind.field
        let act = act(
            form,
            words,
            fields: [
                .typed("email", words, value: form.email, hint: nil, fills: "username", wrong),
                .secret("password", "account.field.password", words, fills: "current-password", nil, wrong),
            ],
            go: words["account.signin.go"]
        )
        let signUp = AccountLink(.signUp, next: form.link.next, language: frame.language)
        let privacy = Context.link(
            Link.page(.privacy, frame.language).text + "#accounts",
            words["account.signin.kept"]
        )
        let reset = AccountLink(.reset, language: frame.language)
        let forgot = Context.link(Link.account(reset).text, words["account.signin.forgot"])
        let instead = Context.link(Link.account(signUp).text, words["account.signin.instead"])
        return accountForm(
            "account.signin.",
            form,
            text: linking(form, words),
            forms: form.isShut ? [] : [act] + insteadOfPassword(form, isOpen: isOpen, words),
            note: form.isShut || isMailing ? nil : words["account.signin.nomail"],
            more: [isMailing ? forgot : nil, isOpen && form.linking == nil ? instead : nil, privacy].compactMap(\.self),
            frame
        )
    }

    /// The second step of signing in.
    ///
    /// - Parameters:
    ///   - form: Where it goes on to, and why a code was not taken.
    ///   - pending: What tells the node whose second step it is.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func code(_ form: AccountForm, pending: String, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let act = act(
            form,
            words,
            hidden: [("pending", pending)],
            fields: [.code("account.field.code.hint", words, mode: nil, form.refusal?.kind.field)],
            go: words["account.code.go"]
        )
        let again = AccountLink(.signIn, next: form.link.next, language: frame.language)
        return accountForm(
            "account.code.",
            form,
            text: linking(form, words),
            forms: [act],
            more: [.link(Link.account(again).text, words["account.code.again"])],
            frame
        )
    }

    /// The form that asks for the password again.
    ///
    /// - Parameters:
    ///   - form: Where it goes on to, and why what was sent was not taken.
    ///   - minutes: For how long it is then certain who is signed in.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func confirmation(_ form: AccountForm, minutes: Int, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let field = Context.secret(
            "password",
            "account.field.password",
            words,
            fills: "current-password",
            nil,
            form.refusal?.kind.field
        )
        let act = act(form, words, fields: [field], go: words["account.confirm.go"])
        return accountForm(
            "account.confirm.",
            form,
            lead: words("account.confirm.lead", ["minutes": words.number(minutes)]),
            forms: [act],
            more: [mine(frame.language, words)],
            frame
        )
    }

    /// The form that changes the password.
    ///
    /// - Parameters:
    ///   - form: Why what was sent was not taken.
    ///   - lengths: How many characters a password has.
    ///   - frame: The frame of the page.
    /// - Returns: The page.
    package func password(_ form: AccountForm, lengths: ClosedRange<Int>, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let isOld = form.refusal?.kind == .password
        let isNew = form.refusal?.kind.field == "password" && !isOld
        let act = act(
            form,
            words,
            fields: [
                .secret("old", "account.field.old", words, fills: "current-password", nil, isOld ? "old" : nil),
                .secret("new", "account.field.new", words, fills: "new-password", lengths, isNew ? "new" : nil),
            ],
            go: words["account.password.go"]
        )
        return accountForm("account.password.", form, forms: [act], more: [mine(frame.language, words)], frame)
    }

    /// The second step: set up, being set up, or off.
    package func twoStep(_ model: TwoStepPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var text: String?
        var key: Context?
        var codes: [String] = []
        var forms: [Context] = []
        var more = [mine(frame.language, words)]
        switch model {
        case .off:
            text = words["account.twostep.off"]
            forms = [act(form, words, doing: "begin", go: words["account.twostep.begin"])]
        case .entering(let shared):
            text = shared.map { _ in words["account.twostep.secret"] }
            key = shared.map { shared in
                let code = QRCode(shared.address)
                return [
                    "text": shared.text, "address": shared.address,
                    "code": code.map { ["size": $0.size, "path": $0.path] as Context },
                ]
            }
            let field = Context.code("account.field.code.app", words, mode: "numeric", form.refusal?.kind.field)
            forms = [act(form, words, fields: [field], doing: "finish", go: words["account.twostep.finish"])]
            if shared == nil {
                forms.append(act(form, words, kind: nil, doing: "begin", go: words["account.twostep.again"]))
            }
        case .on(let left):
            text = words.counted("account.twostep.on", left)
            forms = [
                act(
                    form,
                    words,
                    text: words["account.twostep.removing"],
                    kind: "bad",
                    doing: "remove",
                    go: words["account.twostep.remove"]
                )
            ]
        case .codes(let shown):
            text = words["account.twostep.codes.once"]
            codes = shown
            more = [
                .link(Link.account(AccountLink(language: frame.language)).text, words["account.twostep.codes.kept"])
            ]
        }
        return accountForm(
            "account.twostep.",
            form,
            text: text,
            key: key,
            codes: codes,
            forms: forms,
            more: more,
            frame
        )
    }

    func mine(_ language: PageLanguage, _ words: Words) -> Context {
        .link(Link.account(AccountLink(language: language)).text, words["account.page"])
    }
}
