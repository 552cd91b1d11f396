import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers
import Wire

/// The pages of an account.
///
/// What changes anything is a form that one of these pages sent, which is checked here for all of them.
extension Site {
    func account(_ visit: Visit, _ link: AccountLink) async throws -> Answer {
        if visit.request.format == .json { return try await accountTwin(visit, link) }
        guard services.accounts.isPossible else { return try await accountPage(visit, link, .noKey) }
        guard isUnheard(visit) else {
            return try await accountPage(visit, link, AccountForm.Refusal(.plain), .forbidden)
        }
        if link.place.needsMail, !services.accounts.isMailing { return try await accountPage(visit, link, .noMail) }
        guard let sent = visit.sent else {
            // Who is signed in already goes on.
            if link.place.isEntry, visit.caller != nil { return .redirect(.seeOther, to: link.destination.text) }
            return try await accountPage(visit, link, nil)
        }
        guard visit.isFromHere(options.origin), try isOurs(sent["form"] ?? "", visit, link) else {
            return try await accountPage(visit, link, AccountForm.Refusal(.elsewhere), .forbidden)
        }
        do {
            return try await act(visit, link, sent)
        } catch AccountRefusal.needsConfirmation {
            return confirmation(thenTo: .account(link.plain))
        } catch let refusal as AccountRefusal {
            return try await accountPage(visit, link, refusal)
        }
    }

    /// What a form asks to be done.
    private func act(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        switch link.place {
        case .signUp: return try await signUp(visit, link, sent)
        case .signIn: return try await signIn(visit, link, sent)
        case .overview: return try await endSessions(visit, link, sent)
        case .password: return try await changePassword(visit, link, sent)
        case .reset: return try await reset(visit, link, sent)
        case .email: return try await email(visit, link, sent)
        case .confirm: return try await confirm(visit, link, sent)
        case .twoStep: return try await twoStep(visit, link, sent)
        case .data: return try await correctOrClose(visit, link, sent)
        case .keys: return try await keys(visit, link, sent)
        case .identity: return try await identity(visit, link, sent)
        case .merge: return try await merge(visit, link, sent)
        case .organisations: return try await organisations(visit, link, sent)
        case .authorisations: return try await authorisations(visit, link, sent)
        case .kept: return try await keep(visit, link, sent)
        case .consents: return try await withdraw(visit, link, sent)
        case .providers: return try await providers(visit, link, sent)
        }
    }

    /// Who is signed in, on a page that only they see.
    func signedIn(_ visit: Visit) throws -> Caller {
        guard let caller = visit.caller else { throw RequestFailure.signedOut }
        return caller
    }

    /// Whether nobody on the way can hear a password: over HTTPS, or from this machine or the proxy beside it, which is the
    /// operator's to look after.
    func isUnheard(_ visit: Visit) -> Bool {
        isSecure || visit.peer == nil
            || (AddressBlock.loopback + options.trusted).contains { $0.contains(visit.peer) }
    }

    /// From where a visitor comes, for what is kept of signing in.
    func knocker(_ visit: Visit) -> Origin {
        Origin(address: address(of: visit), agent: visit.agent)
    }

    // MARK: Forms

    /// Whether a form is one that this node gave to this visitor: to the session, or before there is one to the browser.
    private func isOurs(_ token: String, _ visit: Visit, _ link: AccountLink) throws -> Bool {
        guard link.place.isBefore else { return try isOurs(token, visit) }
        let visitor = visit.cookie(.form, isSecure: isSecure)
        return try visitor.map { try services.accounts.isFormToken(token, visitor: $0) } ?? false
    }

    /// Whether a form is one that this node gave to this session.
    private func isOurs(_ token: String, _ visit: Visit) throws -> Bool {
        try visit.caller.map { try services.accounts.isFormToken(token, $0) } ?? false
    }

    /// What was sent by a form of this session that was on a page of this node; nil for everything else.
    func sentFromHere(_ visit: Visit) throws -> Parameters? {
        guard let sent = visit.sent, visit.isFromHere(options.origin), try isOurs(sent["form"] ?? "", visit) else {
            return nil
        }
        return sent
    }

    /// Has somebody prove again who they are, and come back.
    func confirmation(thenTo link: Link) -> Answer {
        let confirm = AccountLink(.confirm, next: link.text, language: link.language)
        return .redirect(.seeOther, to: Link.account(confirm).text)
    }

    // MARK: Pages

    func accountPage(_ visit: Visit, _ link: AccountLink, _ refusal: AccountRefusal) async throws -> Answer {
        var answer = try await accountPage(
            visit,
            link,
            AccountForm.Refusal(refusal, on: link.place),
            refusal.status
        )
        if case .wait(let seconds) = refusal { answer.headers[.retryAfter] = String(seconds) }
        if refusal.status == .unauthorized { answer.headers[.wwwAuthenticate] = "Cookie realm=\"account\"" }
        return answer
    }

    func accountPage(
        _ visit: Visit,
        _ link: AccountLink,
        _ refusal: AccountForm.Refusal?,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        var form = AccountForm(link: link, token: "", refusal: refusal)
        form.name = visit.sent?["name"] ?? ""
        form.email = visit.sent?["email"] ?? loginHint(link)
        form.consents = visit.sent?["consent"] == "yes"
        return try await show(form, visit, status) { form, frame in
            try await page(form, frame, visit)
        }
    }

    /// Shows a page with a form that this visitor may send, giving the browser the cookie that it needs for that.
    func show(
        _ form: AccountForm,
        _ visit: Visit,
        _ status: HTTPResponse.Status = .ok,
        _ render: (AccountForm, PageFrame) async throws -> String
    ) async throws -> Answer {
        var form = form
        var fresh: SecretToken?
        if services.accounts.isPossible, form.link.place.isBefore {
            let known = visit.cookie(.form, isSecure: isSecure)
            let visitor = known ?? SecretToken()
            if known == nil { fresh = visitor }
            form.token = try services.accounts.formToken(visitor: visitor)
            if form.linking == nil { form.linking = try await linking(visit) }
        } else if let caller = visit.caller {
            form.token = try services.accounts.formToken(caller)
            form.isCertain = services.accounts.isConfirmed(caller)
        }
        var frame = frame(visit, await figures())
        // What was done is said once; the links of the page do not repeat it.
        frame.link = .account(form.link.saying(nil))
        var answer = Answer.page(try await render(form, frame))
        answer.status = status
        answer.formTarget = try await formTarget(form.link)
        if let fresh { keep(.form, fresh.text, &answer) }
        return answer
    }

    /// The page as it is before anything is sent.
    private func page(_ form: AccountForm, _ frame: PageFrame, _ visit: Visit) async throws -> String {
        let rules = services.accounts.rules
        let lengths = rules.least...rules.most
        switch form.link.place {
        case .signUp: return pages.signUp(form, lengths: lengths, frame)
        case .signIn:
            // A code may be tried again; everything else begins again with the password.
            let isCode = form.refusal?.kind == .code || form.refusal?.kind == .wait
            if isCode, let pending = visit.sent?["pending"] { return pages.code(form, pending: pending, frame) }
            let accounts = services.accounts
            var form = form
            form.providers = offeredProviders(frame.language)
            return pages.signIn(form, isOpen: accounts.options.isOpen, isMailing: accounts.isMailing, frame)
        case .confirm:
            let minutes = Int(services.accounts.options.stepUp.components.seconds / 60)
            return pages.confirmation(form, minutes: minutes, frame)
        case .password: return pages.password(form, lengths: lengths, frame)
        case .reset:
            // What was typed with a code may be tried again.
            return pages.reset(form, minutes: isEntering(visit) ? mailMinutes : nil, lengths: lengths, frame)
        case .email:
            var form = form
            if form.email.isEmpty { form.email = try await services.accounts.overview(try signedIn(visit)).email }
            return pages.email(form, minutes: isEntering(visit) ? mailMinutes : nil, frame)
        case .twoStep:
            let caller = try signedIn(visit)
            let overview = try await services.accounts.overview(caller)
            if overview.hasTimeCode { return pages.twoStep(.on(recoveryLeft: overview.recoveryLeft), form, frame) }
            guard form.refusal?.kind == .code else { return pages.twoStep(.off, form, frame) }
            // The key is still the same, and may be shown while it is certain who asks.
            let isCertain = services.accounts.isConfirmed(caller)
            return pages.twoStep(.entering(isCertain ? try await key(caller, frame.language) : nil), form, frame)
        case .overview:
            let overview = try await services.accounts.overview(try signedIn(visit))
            var model = AccountPage(overview, eventDays: eventDays, frame.language)
            model.isMailing = services.accounts.isMailing
            model.hasProviders = !services.outsideSignIn.providers.isEmpty
            model.administers = overview.roles.contains { $0.role.isAdministrator || $0.role == .staff }
            model.drafts = try await draftRows(visit)
            return pages.account(model, form, frame)
        case .consents:
            let lines = try await services.singleSignOn.consents(try signedIn(visit))
            return pages.consents(lines.map { ConsentsPage.Line($0, frame.language) }, form, frame)
        case .providers: return pages.providers(try await providersPage(visit, frame.language), form, frame)
        case .data:
            let caller = try signedIn(visit)
            var model = AccountDataPage(
                try await services.accounts.held(caller),
                drafts: try await services.registerEntries.heldDrafts(caller).count,
                pages,
                eventDays: eventDays,
                disclosureDays: days(services.accounts.options.disclosures),
                frame.language
            )
            if form.refusal != nil {
                model.name = visit.sent?["name"] ?? model.name
                model.language = visit.sent?["language"].flatMap(PageLanguage.init) ?? model.language
            }
            return pages.accountData(model, form, frame)
        case .keys: return pages.keys(try await keysPage(visit, frame), form, frame)
        case .identity: return try await identityPage(form, frame, visit)
        case .merge: return pages.merge(form, frame)
        case .organisations: return try await organisationsPage(form, frame, visit)
        case .authorisations: return try await authorisationsPage(form, frame, visit)
        case .kept: return pages.accountKept(try await keptPage(visit, form.link), form, frame)
        }
    }

    /// For how long is kept what happened to an account; days.
    var eventDays: Int { days(services.accounts.options.events) }

    private func days(_ duration: Duration) -> Int { Int(duration.components.seconds / 86_400) }

    // MARK: Programs

    private func accountTwin(_ visit: Visit, _ link: AccountLink) async throws -> Answer {
        let caller = try signedIn(visit)
        if link.place == .keys {
            return .json(try WireJSON.encode(KeysDocument(try await services.accounts.keys(caller))))
        }
        if link.place.hasItems { return try await organisationsTwin(caller, link) }
        if link.place == .kept { return try await keptTwin(caller) }
        guard link.place == .data else {
            return .json(try WireJSON.encode(AccountDocument(try await services.accounts.overview(caller))))
        }
        try await services.accounts.noteDownload(caller, from: knocker(visit))
        let drafts = try await services.registerEntries.heldDrafts(caller)
        let document = HeldDocument(try await services.accounts.held(caller), drafts: drafts)
        var answer = Answer.json(try WireJSON.encode(document))
        answer.headers[.contentDisposition] = "attachment; filename=\"huizhi-account.json\""
        return answer
    }
}

extension AccountLink.Place {
    /// Whether it leads into an account.
    fileprivate var isEntry: Bool { self == .signUp || self == .signIn }

    /// Whether a code goes by e-mail from there.
    fileprivate var needsMail: Bool { self == .reset || self == .email }

    /// Whether it is for who is not signed in yet.
    fileprivate var isBefore: Bool { isEntry || self == .reset }
}
