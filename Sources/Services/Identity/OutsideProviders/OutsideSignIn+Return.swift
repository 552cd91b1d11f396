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
        /// Nobody has linked this account of the provider, and the provider has to prove anew who it is before somebody may: the
        /// address to which the browser goes once more.
        case again(address: String)
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
        else {
            try await note(provider.id + ": no sign-in waits for its answer", origin)
            return Return(outcome: .refused(.outside(.stale)))
        }
        let waiting = try JSONDecoder().decode(Waiting.self, from: Data(record.payload))
        let outcome: Outcome
        do {
            // An answer that somebody else's browser brings would sign this one in to a foreign account.
            let linking = waiting.account == nil ? nil : caller
            let browser = waiting.account == nil ? visitor?.digest : caller?.session
            let (link, label) = try await noting(provider, origin) {
                guard waiting.account == linking?.account, waiting.browser == browser.map(Base64URL.text) else {
                    throw OutsideFailure(.stale, "another browser or session brings its answer")
                }
                return try await prove(fields, repeated: repeated, waiting, provider)
            }
            if let linking {
                try await add(link, linking, from: origin)
                outcome = .linked
            } else {
                try await accounts.endOutside(origin)
                outcome = try await settle(link, label, waiting, provider, from: origin)
            }
        } catch let refusal as AccountRefusal {
            outcome = .refused(refusal)
        }
        return Return(outcome: outcome, next: waiting.next, language: waiting.language)
    }

    /// What follows for somebody who is not signed in.
    private func settle(
        _ link: OutsideLink,
        _ label: String,
        _ waiting: Waiting,
        _ provider: OutsideProvider,
        from origin: Origin
    ) async throws -> Outcome {
        guard let owner = try await store.entry(with: link.lookup) else {
            if waiting.isFresh { return .unknown(pending: try await keep(link, label, waiting.browser)) }
            // Somebody else may have left a browser signed in there; what is linked has to be one's own.
            var again = waiting
            again.isFresh = true
            return .again(address: try await address(of: provider, again, from: origin))
        }
        do {
            return .step(try await accounts.signIn(by: link, owner, from: origin))
        } catch AccountRefusal.suspended {
            try await note(provider.id + ": the account is suspended", of: owner, origin)
            throw AccountRefusal.suspended
        }
    }

    /// The account of the provider that an answer proves, and by what its owner knows it there.
    ///
    /// - Throws: `OutsideFailure`.
    private func prove(
        _ fields: [String: String],
        repeated: Set<String>,
        _ waiting: Waiting,
        _ provider: OutsideProvider
    ) async throws -> (link: OutsideLink, label: String) {
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
            guard try await !description(of: provider).namesIssuer else {
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
        let claims = try await claims(code, waiting, at: provider)
        let key = try accounts.needKey().lookup("outside account", provider.issuer + " " + claims.sub)
        return (OutsideLink(provider: provider.id, key: Base64URL.text(of: key), time: store.now), claims.label)
    }
}
