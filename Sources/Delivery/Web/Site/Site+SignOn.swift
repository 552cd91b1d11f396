import Domain
import HTTPTypes
import Identity
import Links
import Pages

/// Signing in to programs of others, and out, as the browser meets it.
extension Site {
    func signOn(_ visit: Visit, _ link: SignOnLink) async throws -> Answer {
        guard services.singleSignOn.isPossible else {
            throw Failure.unavailable(reason: "this node lacks the key for accounts; nobody can sign in here")
        }
        do {
            switch link.place {
            case .authorize: return try await authorize(visit, link)
            case .endSession: return try await endSession(visit, link)
            }
        } catch let refusal as SignOnRefusal {
            return await signOnPage(.refused(SignOnPage.Refusal(refusal)), visit, link, .badRequest)
        }
    }

    /// Scheme and host of this node, as tokens name them.
    func issuer(_ visit: Visit) -> String { visit.origin(options.origin) }

    /// Where the forms of a page of accounts may lead besides this node, in the words of a policy; nil for nowhere.
    func formTarget(_ link: AccountLink) async throws -> String? {
        let leads = link.place == .signIn || link.place == .providers
        let origins = leads ? services.outsideSignIn.providers.flatMap(\.origins) : []
        let all = origins + [try await formTarget(link.destination)].compactMap(\.self)
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    /// Where the form of a page may lead that goes on to a program; nil where it goes on to none.
    private func formTarget(_ link: Link) async throws -> String? {
        guard case .signOn(let link) = link, services.singleSignOn.isPossible else { return nil }
        do {
            return ClientAddress.source(try await services.singleSignOn.asker(link.fields, repeated: []).redirect)
        } catch is SignOnRefusal {
            return nil
        }
    }

    /// The e-mail address that a program says who signs in will use; empty where it says none.
    func loginHint(_ link: AccountLink) -> String {
        guard case .signOn(let request) = link.destination else { return "" }
        return request.fields["login_hint"] ?? ""
    }

    // MARK: In

    private func authorize(_ visit: Visit, _ link: SignOnLink) async throws -> Answer {
        let service = services.singleSignOn
        let issuer = issuer(visit)
        // What this node adds to its own form may stand in an address too.
        let repeated = visit.repeated.subtracting(["lang"])
        let (client, redirect) = try await service.asker(link.fields, repeated: repeated)
        do {
            let request = try service.request(link.fields, repeated: repeated, of: client, redirect)
            var agrees = false
            if let sent = try sentFromHere(visit) {
                if sent["do"] == "refuse" { throw SignOnError.denied }
                agrees = sent["do"] == "allow"
            }
            let step = try await service.authorize(
                request,
                issuer: issuer,
                visit.caller,
                agrees: agrees,
                from: knocker(visit)
            )
            switch step {
            case .signIn: return try lead(to: .signIn, thenTo: link)
            case .confirm: return try lead(to: .confirm, thenTo: link)
            case .consent(let client, let scopes):
                return try await askConsent(client, scopes, redirect, visit, link)
            case .done(let code): return back(redirect, [("code", code)], link, issuer)
            }
        } catch let error as SignOnError {
            return back(
                redirect,
                [("error", error.code.rawValue), ("error_description", error.description)],
                link,
                issuer
            )
        }
    }

    /// Has somebody prove who it is, and come back.
    private func lead(to place: AccountLink.Place, thenTo link: SignOnLink) throws -> Answer {
        let asking = AccountLink(place, next: Link.signOn(link.confirmed).text, language: link.language)
        guard asking.next != nil else { throw SignOnError.tooLong }
        return .redirect(.seeOther, to: Link.account(asking).text)
    }

    private func back(
        _ redirect: String,
        _ pairs: [(name: String, value: String)],
        _ link: SignOnLink,
        _ issuer: String
    ) -> Answer {
        let state = link.fields["state"].map { [(name: "state", value: $0)] } ?? []
        return .redirect(.seeOther, to: SingleSignOn.address(redirect, pairs + state + [("iss", issuer)]))
    }

    private func askConsent(
        _ client: RegisteredClient,
        _ scopes: [SignOnScope],
        _ redirect: String,
        _ visit: Visit,
        _ link: SignOnLink
    ) async throws -> Answer {
        let caller = try signedIn(visit)
        let overview = try await services.accounts.overview(caller)
        let wish = SignOnPage.Wish(
            client: client.content.name.text(in: link.language.rawValue),
            host: ClientAddress.source(redirect),
            scopes: scopes.map(\.rawValue),
            name: overview.name,
            email: overview.email,
            token: try services.accounts.formToken(caller)
        )
        var answer = await signOnPage(.consent(wish), visit, link)
        answer.formTarget = ClientAddress.source(redirect)
        return answer
    }

    // MARK: Out

    private func endSession(_ visit: Visit, _ link: SignOnLink) async throws -> Answer {
        let leaving = try await services.singleSignOn.leaving(link.fields, issuer: issuer(visit), visit.caller)
        if let caller = visit.caller {
            var agrees = leaving.isKnown
            if let sent = try sentFromHere(visit) {
                agrees = agrees || sent["do"] == "sign-out"
            }
            guard agrees else {
                let name = leaving.client?.content.name.text(in: link.language.rawValue)
                let token = try services.accounts.formToken(caller)
                var answer = await signOnPage(.leave(client: name, token: token), visit, link)
                answer.formTarget = leaving.next.map(ClientAddress.source)
                return answer
            }
            try await services.accounts.signOut(caller)
        }
        var answer =
            if let next = leaving.next { Answer.redirect(.seeOther, to: next) } else {
                await signOnPage(.left, visit, link)
            }
        if visit.caller != nil { forget(.session, &answer) }
        return answer
    }

    private func signOnPage(
        _ model: SignOnPage,
        _ visit: Visit,
        _ link: SignOnLink,
        _ status: HTTPResponse.Status = .ok
    ) async -> Answer {
        var answer = Answer.page(pages.signOn(model, link, frame(visit, await figures())))
        answer.status = status
        return answer
    }
}

extension SignOnPage.Refusal {
    fileprivate init(_ refusal: SignOnRefusal) {
        switch refusal {
        case .client: self = .client
        case .redirect: self = .redirect
        case .repeated: self = .repeated
        }
    }
}
