import Domain
import HTTPTypes
import Identity
import Links
import Pages

/// Signing in with accounts of outside providers, and linking them.
extension Site {
    /// Sends the browser to a provider, from where it comes back to ``providerReturn(_:)``.
    ///
    /// - Parameters:
    ///   - provider: The provider by its id.
    ///   - caller: Who links an account of it; nil where somebody signs in.
    ///   - visit: The request.
    ///   - link: The page that the form was on.
    /// - Returns: The way there.
    /// - Throws: `AccountRefusal`; `Failure.notFound`.
    func leave(
        to provider: String,
        linkingTo caller: Caller?,
        _ visit: Visit,
        _ link: AccountLink
    ) async throws -> Answer {
        let wish = OutsideSignIn.Wish(
            provider: provider,
            back: visit.origin(options.origin) + Route.returnAddress(of: provider),
            visitor: visit.cookie(.form, isSecure: isSecure),
            next: link.next,
            language: link.language.rawValue
        )
        let address = try await services.outsideSignIn.begin(wish, linkingTo: caller, from: knocker(visit))
        return .redirect(.seeOther, to: address)
    }

    /// The browser comes back from a provider.
    func providerReturn(_ visit: Visit) async throws -> Answer {
        guard let id = Route.provider(visit.path), services.outsideSignIn.provider(id) != nil else {
            throw RequestFailure.nowhere
        }
        let place: AccountLink.Place = visit.caller == nil ? .signIn : .providers
        guard isUnheard(visit) else {
            return try await accountPage(visit, AccountLink(place), AccountForm.Refusal(.plain), .forbidden)
        }
        let pairs = Parameters(visit.query).pairs.map { ($0.name, $0.value) }
        let back = try await services.outsideSignIn.finish(
            id,
            Dictionary(pairs) { first, _ in first },
            repeated: visit.repeated,
            visitor: visit.cookie(.form, isSecure: isSecure),
            visit.caller,
            from: knocker(visit)
        )
        let language = PageLanguage(rawValue: back.language) ?? .zh
        let link = AccountLink(place, next: back.next, language: language)
        switch back.outcome {
        case .step(let step): return try await go(on: step, visit, link)
        case .linked: return done(.linked, on: .providers, link)
        case .again(let address): return .redirect(.seeOther, to: address)
        case .refused(let refusal): return try await accountPage(visit, link, refusal)
        case .unknown(let pending):
            var form = AccountForm(link: link, token: "")
            form.linking = try await linking(pending, visit, language)
            return try await show(form, visit) { form, frame in
                let accounts = services.accounts
                return pages.signIn(form, isOpen: accounts.options.isOpen, isMailing: accounts.isMailing, frame)
            }
        }
    }

    // MARK: Linking with who signs in or up

    /// The account of a provider that a form carries along, so that it is linked afterwards; nil for none.
    func linking(_ visit: Visit) async throws -> AccountForm.Linking? {
        guard let pending = visit.sent?["linking"] else { return nil }
        return try await linking(pending, visit, visit.language)
    }

    private func linking(
        _ pending: String,
        _ visit: Visit,
        _ language: PageLanguage
    ) async throws -> AccountForm.Linking? {
        let visitor = visit.cookie(.form, isSecure: isSecure)
        let waiting = try await services.outsideSignIn.waiting(pending, visitor: visitor)
        return waiting.map {
            .init(pending: pending, provider: $0.provider.name.text(in: language.rawValue), account: $0.label)
        }
    }

    /// Refuses to sign in for a link that waits no longer, before anything is done.
    func needLinking(_ visit: Visit) async throws {
        guard visit.sent?["linking"] != nil, try await linking(visit) == nil else { return }
        throw AccountRefusal.outside(.stale)
    }

    /// Links what the form carried along with who has just signed in by it; nil where there is nothing to say of it.
    func linked(_ entered: SignedIn, _ visit: Visit, _ link: AccountLink) async throws -> Answer? {
        guard let pending = visit.sent?["linking"] else { return nil }
        do {
            try await services.outsideSignIn.link(
                pending: pending,
                visitor: visit.cookie(.form, isSecure: isSecure),
                entered.caller,
                from: knocker(visit)
            )
        } catch let refusal as AccountRefusal {
            // Somebody is signed in all the same, and sees why nothing was linked.
            var visit = visit
            visit.caller = entered.caller
            return try await accountPage(visit, AccountLink(.providers, language: link.language), refusal)
        }
        return link.next == nil ? done(.linked, on: .providers, link) : nil
    }

    // MARK: The page of who is signed in

    func providers(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        if let id = sent["unlink"] {
            try await services.outsideSignIn.unlink(id, caller, from: knocker(visit))
            return done(.unlinked, on: .providers, link)
        }
        guard let provider = sent["provider"] else { return .redirect(.seeOther, to: Link.account(link).text) }
        return try await leave(to: provider, linkingTo: caller, visit, link.plain)
    }

    func providersPage(_ visit: Visit, _ language: PageLanguage) async throws -> ProvidersPage {
        let service = services.outsideSignIn
        let lines = try await service.lines(try signedIn(visit))
        return ProvidersPage(
            lines: lines.map { line in
                ProvidersPage.Line(
                    id: line.id,
                    provider: service.provider(line.provider)?.name.text(in: language.rawValue) ?? line.provider,
                    time: Moment.china(line.time)
                )
            },
            offered: offeredProviders(language)
        )
    }

    /// The providers as buttons.
    func offeredProviders(_ language: PageLanguage) -> [AccountForm.Provider] {
        services.outsideSignIn.providers.map { .init(id: $0.id, name: $0.name.text(in: language.rawValue)) }
    }
}
