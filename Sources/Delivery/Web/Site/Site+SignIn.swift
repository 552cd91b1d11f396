import HTTPTypes
import Identity
import Links
import Pages

/// What the forms of an account do.
extension Site {
    // MARK: Before signing in

    func signUp(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        try await needLinking(visit)
        // The page that links an account of a provider leads here by a form, for its token stands in no address.
        if sent["do"] == "begin" { return try await accountPage(visit, link, nil) }
        let wish = SignUp(
            name: sent["name"] ?? "",
            email: sent["email"] ?? "",
            password: sent["password"] ?? "",
            language: link.language.rawValue,
            consents: sent["consent"] == "yes"
        )
        return try await enter(try await services.accounts.signUp(wish, from: knocker(visit)), visit, link)
    }

    func signIn(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        if sent["do"] == "outside" {
            return try await leave(to: sent["provider"] ?? "", linkingTo: nil, visit, link)
        }
        try await needLinking(visit)
        if let pending = sent["pending"] {
            let code = sent["code"] ?? ""
            let entered = try await services.accounts.signIn(pending: pending, code: code, from: knocker(visit))
            return try await enter(entered, visit, link)
        }
        let step = try await services.accounts.signIn(
            email: sent["email"] ?? "",
            password: sent["password"] ?? "",
            from: knocker(visit)
        )
        return try await go(on: step, visit, link)
    }

    /// Goes on after the first step of signing in.
    func go(on step: SignInStep, _ visit: Visit, _ link: AccountLink) async throws -> Answer {
        switch step {
        case .done(let entered): return try await enter(entered, visit, link)
        case .needsCode(let pending):
            return try await show(AccountForm(link: link, token: ""), visit) { form, frame in
                pages.code(form, pending: pending, frame)
            }
        }
    }

    /// Goes on as who has just signed in.
    ///
    /// The session is always a new one: what a browser had before is ended.
    private func enter(_ entered: SignedIn, _ visit: Visit, _ link: AccountLink) async throws -> Answer {
        if let before = visit.caller { try await services.accounts.signOut(before) }
        var answer =
            try await linked(entered, visit, link) ?? Answer.redirect(.seeOther, to: link.destination.text)
        keep(.session, entered.token, &answer)
        forget(.form, &answer)
        return answer
    }

    // MARK: Signed in

    func endSessions(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        if sent["do"] == "sign-out" {
            try await services.accounts.signOut(caller)
            return left(.signedOut, link)
        }
        guard let id = sent["end"] else { return .redirect(.seeOther, to: Link.account(link).text) }
        if id == "others" {
            _ = try await services.accounts.endOtherSessions(caller, from: knocker(visit))
        } else {
            try await services.accounts.endSession(id, caller, from: knocker(visit))
        }
        return done(.ended, on: .overview, link)
    }

    func changePassword(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        try await services.accounts.changePassword(
            try signedIn(visit),
            old: sent["old"] ?? "",
            new: sent["new"] ?? "",
            from: knocker(visit)
        )
        return done(.password, on: .overview, link)
    }

    func confirm(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        let password = sent["password"] ?? ""
        let confirmed = try await services.accounts.confirm(caller, password: password, from: knocker(visit))
        var answer = Answer.redirect(.seeOther, to: link.destination.text)
        keep(.session, confirmed.token, &answer)
        return answer
    }

    func twoStep(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        switch sent["do"] {
        case "begin":
            let key = try await key(caller, link.language)
            return try await show(AccountForm(link: link, token: ""), visit) { form, frame in
                pages.twoStep(.entering(key), form, frame)
            }
        case "finish":
            let codes = try await services.accounts.finishTimeCode(
                caller,
                code: sent["code"] ?? "",
                from: knocker(visit)
            )
            return try await show(AccountForm(link: link, token: ""), visit) { form, frame in
                pages.twoStep(.codes(codes), form, frame)
            }
        case "remove":
            try await services.accounts.removeTimeCode(caller, from: knocker(visit))
            return done(.twoStepOff, on: .twoStep, link)
        default: return .redirect(.seeOther, to: Link.account(link).text)
        }
    }

    /// The key that an app makes codes of, as its page shows it.
    func key(_ caller: Caller, _ language: PageLanguage) async throws -> TwoStepPage.Key {
        let code = try await services.accounts.beginTimeCode(caller)
        let email = try await services.accounts.overview(caller).email
        let issuer = pages.text("brand.name", language) ?? "Huizhi"
        return TwoStepPage.Key(text: code.text, address: code.address(issuer: issuer, account: email))
    }

    func correctOrClose(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        switch sent["do"] {
        case "correct":
            let language = sent["language"].flatMap(PageLanguage.init) ?? link.language
            try await services.accounts.rename(
                caller,
                to: sent["name"] ?? "",
                language: language.rawValue,
                from: knocker(visit)
            )
            return done(.corrected, on: .data, link)
        case "close":
            try await services.accounts.close(caller, password: sent["password"] ?? "", from: knocker(visit))
            return left(.closed, link)
        default: return .redirect(.seeOther, to: Link.account(link).text)
        }
    }

    /// Goes on to a page that says what was done.
    func done(_ done: AccountLink.Done, on place: AccountLink.Place, _ link: AccountLink) -> Answer {
        .redirect(.seeOther, to: Link.account(AccountLink(place, done: done, language: link.language)).text)
    }

    /// Goes on as nobody.
    private func left(_ done: AccountLink.Done, _ link: AccountLink) -> Answer {
        var answer = self.done(done, on: .signIn, link)
        forget(.session, &answer)
        return answer
    }
}
