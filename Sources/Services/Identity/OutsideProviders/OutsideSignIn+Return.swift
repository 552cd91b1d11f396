import Domain
import Foundation
import Store

/// The browser comes back from a provider.
extension OutsideSignIn {
    /// What became of a sign-in with a provider.
    package enum Outcome: Sendable {
        /// Somebody is signed in, or a second step is asked.
        case step(SignInStep)
        /// The account of the provider is linked with the one that is signed in.
        case linked
        /// Nobody has linked this account of the provider; the token goes with the form that does.
        case unknown(pending: String)
        /// Nothing was done.
        case refused(AccountRefusal)
    }

    /// What came back, where to go on to, and in which language (`zh` or `en`); both as they were when it began.
    package struct Return: Sendable {
        package let outcome: Outcome
        package var next: String?
        package var language = "zh"
        /// Whether an account was to be linked rather than somebody signed in.
        package var isLinking = false
    }

    /// The longest code; bytes.
    private static let longestCode = 4_096

    /// Takes the answer of a provider, once.
    ///
    /// - Parameters:
    ///   - id: The provider to whose address the browser came back.
    ///   - fields: The parameters of the answer.
    ///   - repeated: The names that stand there more than once.
    ///   - visitor: The cookie of this browser's forms.
    ///   - caller: Who is signed in; nil for nobody.
    ///   - origin: From where.
    /// - Returns: What became of it.
    /// - Throws: `AccountRefusal.noKey`; `Failure.notFound` for an unknown provider.
    package func finish(
        _ id: String,
        _ fields: [String: String],
        repeated: Set<String>,
        visitor: SecretToken?,
        _ caller: Caller?,
        from origin: Origin
    ) async throws -> Return {
        _ = try accounts.needKey()
        guard let provider = provider(id) else { throw Failure.notFound(what: "provider \(id)") }
        guard let state = fields["state"].flatMap(SecretToken.init),
            let record = try await store.takeOneTime(state.digest, for: Self.purpose)
        else { return Return(outcome: .refused(.outside(.stale))) }
        let waiting = try JSONDecoder().decode(Waiting.self, from: Data(record.payload))
        let outcome: Outcome
        do {
            // An answer that somebody else's browser brings would sign this one in to a foreign account.
            let isLinking = waiting.account != nil
            let browser = isLinking ? caller?.session : visitor?.digest
            guard waiting.account == (isLinking ? caller?.account : nil),
                waiting.browser == browser.map(Base64URL.text)
            else { throw AccountRefusal.outside(.stale) }
            let link = try await noting(provider, origin) {
                try await prove(fields, repeated: repeated, waiting, provider)
            }
            if let caller, isLinking {
                try await add(link, caller, from: origin)
                outcome = .linked
            } else if let owner = try await store.entry(with: link.lookup) {
                outcome = .step(try await accounts.signIn(by: link, owner, from: origin))
            } else {
                outcome = .unknown(pending: try await keep(link, waiting.browser))
            }
        } catch let refusal as AccountRefusal {
            outcome = .refused(refusal)
        }
        return Return(
            outcome: outcome,
            next: waiting.next,
            language: waiting.language,
            isLinking: waiting.account != nil
        )
    }

    /// The account of the provider that an answer proves.
    ///
    /// - Throws: `OutsideFailure`.
    private func prove(
        _ fields: [String: String],
        repeated: Set<String>,
        _ waiting: Waiting,
        _ provider: OutsideProvider
    ) async throws -> OutsideLink {
        guard repeated.isDisjoint(with: ["state", "code", "error", "iss"]) else {
            throw OutsideFailure(.untrusted, "its answer has a parameter twice")
        }
        // An answer of another provider would give that one our code (RFC 9207).
        guard waiting.provider == provider.id else {
            throw OutsideFailure(.untrusted, "the answer to a sign-in with \(waiting.provider) came back as its own")
        }
        if let issuer = fields["iss"] {
            guard issuer.isSame(as: provider.issuer) else {
                throw OutsideFailure(.untrusted, "its answer names another issuer")
            }
        } else {
            let now = store.now
            guard try await !description(of: provider, at: now).namesIssuer else {
                throw OutsideFailure(.untrusted, "its answer does not name the issuer, as it says that it does")
            }
        }
        if let error = fields["error"] {
            let isDenied = ["access_denied", "login_required", "consent_required", "interaction_required"]
                .contains(error)
            throw OutsideFailure(isDenied ? .denied : .unreachable, "it answers " + Self.plain(error))
        }
        guard let code = fields["code"], !code.isEmpty, code.utf8.count <= Self.longestCode else {
            throw OutsideFailure(.untrusted, "its answer has no code")
        }
        let subject = try await subject(code, waiting, at: provider)
        let key = try accounts.needKey().lookup("outside account", provider.issuer + " " + subject)
        return OutsideLink(provider: provider.id, key: Base64URL.text(of: key), time: store.now)
    }
}
