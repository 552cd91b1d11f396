import HTTPTypes
import Identity
import Links

/// Who is signed in, and the cookies that say so.
extension Site {
    /// Whether browsers reach the node over HTTPS alone, so that its cookies may never travel otherwise.
    var isSecure: Bool { options.origin.hasPrefix("https://") }

    /// Who the cookie says is signed in; nil where it names no session that lasts.
    func caller(_ visit: Visit) async throws -> Caller? {
        guard let token = visit.cookie(.session, isSecure: isSecure) else { return nil }
        return try await services.accounts.caller(token.text)
    }

    /// What somebody is told who is not signed in and has to be: a page leads to the form, a program gets 401.
    func signedOut(_ visit: Visit, _ route: Route) async throws -> Answer {
        guard route.isPage else {
            var answer = await failure(ProblemMapping(RequestFailure.signedOut), visit)
            // RFC 9110, 15.5.2: it names a way to sign in.
            answer.headers[.wwwAuthenticate] = "Cookie realm=\"account\""
            return answer
        }
        // In confidential mode what was asked stands in no address; and what was done was not said to who comes back.
        let isBare = visit.isConfidential || visit.isOfAccount
        let link = isBare ? visit.request.link.withoutText : visit.request.link
        // The overview is where one goes on to by itself.
        let isOverview = link == .account(AccountLink(language: visit.language))
        let signIn = AccountLink(.signIn, next: isOverview ? nil : link.text, language: visit.language)
        return .redirect(.seeOther, to: Link.account(signIn).text)
    }

    /// Has the browser forget a session that is none, unless the answer sets one.
    func forgetSession(_ visit: Visit, _ answer: inout Answer) {
        let name = AccountCookie.session.name(isSecure: isSecure) + "="
        guard visit.has(.session, isSecure: isSecure),
            !answer.headers[values: .setCookie].contains(where: { $0.hasPrefix(name) })
        else { return }
        forget(.session, &answer)
    }

    func keep(_ cookie: AccountCookie, _ token: String, _ answer: inout Answer) {
        answer.headers.append(.init(name: .setCookie, value: cookie.kept(token, isSecure: isSecure)))
    }

    func forget(_ cookie: AccountCookie, _ answer: inout Answer) {
        answer.headers.append(.init(name: .setCookie, value: cookie.forgotten(isSecure: isSecure)))
    }
}
