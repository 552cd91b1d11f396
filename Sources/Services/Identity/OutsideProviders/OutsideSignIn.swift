import Bytes
import Domain
import Foundation
import Store

/// Signing in here with accounts of outside providers: this system as client of others.
///
/// Nobody gets an account by it: somebody who has one links it, and is found by the link from then on.
///
/// **Source** OpenID Connect Core 1.0 section 3.1, RFC 7636, RFC 9207, RFC 9700.
package struct OutsideSignIn: Sendable {
    /// Links that an account may have.
    package static let mostLinks = 8
    /// For how long a sign-in may take at the provider, and a link may wait for an account; 10 minutes.
    private static let pending: Duration = .seconds(600)
    static let purpose = "outside-sign-in"

    let accounts: Accounts
    /// The providers, in the order of their buttons.
    package let providers: [OutsideProvider]
    let connection: (any OutsideConnection)?
    private let documents: [String: ProviderDocuments]
    var store: Store { accounts.store }

    /// Takes the accounts and what the operator declares; without a connection there are no providers.
    package init(
        _ accounts: Accounts,
        _ providers: [OutsideProvider] = [],
        over connection: (any OutsideConnection)? = nil
    ) {
        self.accounts = accounts
        self.providers = connection == nil ? [] : providers
        self.connection = connection
        let pairs = connection.map { connection in
            providers.map { ($0.id, ProviderDocuments($0, connection)) }
        }
        documents = Dictionary(pairs ?? []) { first, _ in first }
    }

    /// A provider by its id; nil where there is none.
    package func provider(_ id: String) -> OutsideProvider? { providers.first { $0.id == id } }

    /// What waits for the browser to come back.
    struct Waiting: Codable {
        var provider, nonce, verifier, back: String
        /// The digest of what only the browser has: the cookie of its forms, or the session that links; base64url.
        var browser: String
        /// The account that links; nil where somebody signs in.
        var account: String?
        var next: String?
        var language: String
    }

    /// What a sign-in with a provider begins with.
    package struct Wish: Sendable {
        /// The provider by its id.
        package var provider: String
        /// The address of this node to which the provider sends the browser back.
        package var back: String
        /// What only this browser has: the cookie of its forms; where somebody links, their session counts instead.
        package var visitor: SecretToken?
        /// Where to go on to afterwards; nil for the account.
        package var next: String?
        /// `zh` or `en`.
        package var language: String

        package init(provider: String, back: String, visitor: SecretToken?, next: String?, language: String) {
            self.provider = provider
            self.back = back
            self.visitor = visitor
            self.next = next
            self.language = language
        }
    }

    /// Begins a sign-in, or the linking of an account of the provider with the one that is signed in.
    ///
    /// - Parameters:
    ///   - wish: What is to happen.
    ///   - caller: Who links; nil where somebody signs in.
    ///   - origin: From where.
    /// - Returns: The address of the provider to which the browser goes.
    /// - Throws: `AccountRefusal.outside`, `.needsConfirmation`, `.stale`; `Failure.notFound` for an unknown provider.
    package func begin(_ wish: Wish, linkingTo caller: Caller?, from origin: Origin) async throws -> String {
        _ = try accounts.needKey()
        guard let provider = provider(wish.provider) else {
            throw Failure.notFound(what: "provider \(wish.provider)")
        }
        if let caller {
            try accounts.permit(.changeOwnAccount, caller)
            try accounts.needConfirmation(caller)
        }
        guard let browser = caller?.session ?? wish.visitor?.digest else { throw AccountRefusal.stale }
        let description = try await noting(provider, origin) {
            try await self.description(of: provider, at: store.now)
        }
        let (state, nonce, verifier) = (SecretToken(), SecretToken(), SecretToken())
        let waiting = Waiting(
            provider: provider.id,
            nonce: nonce.text,
            verifier: verifier.text,
            back: wish.back,
            browser: Base64URL.text(of: browser),
            account: caller?.account,
            next: wish.next,
            language: wish.language
        )
        try await put(state, Self.purpose, waiting, of: caller?.account)
        return PercentCode.address(
            description.authorization,
            adding: [
                ("response_type", "code"), ("client_id", provider.client), ("redirect_uri", wish.back),
                ("scope", provider.scopes.joined(separator: " ")), ("state", state.text), ("nonce", nonce.text),
                ("code_challenge", Base64URL.text(of: sha256(Array(verifier.text.utf8)).bytes)),
                ("code_challenge_method", "S256"), ("ui_locales", wish.language == "en" ? "en" : "zh-CN"),
            ]
        )
    }

    /// What a provider says of itself.
    ///
    /// - Throws: `OutsideFailure`.
    func description(of provider: OutsideProvider, at now: Int64) async throws -> ProviderDescription {
        guard let documents = documents[provider.id] else { throw OutsideFailure(.stale, "it is no longer declared") }
        return try await documents.description(at: now)
    }

    /// Keeps what is good once, for ten minutes.
    func put(_ token: SecretToken, _ purpose: String, _ content: some Encodable, of account: String?) async throws {
        let record = OneTimeRecord(
            id: token.digest,
            purpose: purpose,
            account: account ?? AccountEvent.nobodysAccount,
            payload: Array(try JSONEncoder().encode(content)),
            endsAt: store.now + Self.pending.microseconds
        )
        try await store.put(record)
    }

    /// Asks a provider; why it failed is noted in the audit, and the person is told what to do.
    func noting<Value: Sendable>(
        _ provider: OutsideProvider,
        _ origin: Origin,
        _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch let failure as OutsideFailure {
            let reason = provider.id + ": " + failure.reason
            try await store.note(accounts.event(.outsideFailed, AccountEvent.nobodysAccount, origin, why: reason))
            throw AccountRefusal.outside(failure.refusal)
        }
    }

    // MARK: Tokens

    /// The longest answer with tokens; bytes.
    private static let longestAnswer = 65_536

    /// Who signed in at the provider: the `sub` of the ID token that it gives for a code.
    ///
    /// - Throws: `OutsideFailure`.
    func subject(_ code: String, _ waiting: Waiting, at provider: OutsideProvider) async throws -> String {
        guard let documents = documents[provider.id] else { throw OutsideFailure(.stale, "it is no longer declared") }
        let description = try await self.description(of: provider, at: store.now)
        let token = try await idToken(code, waiting, at: provider, description)
        let header = try ProviderTokenHeader(token)
        let key = try await documents.key(header, at: store.now)
        let claims = try await key.claims(token, header.alg)
        try claims.check(provider, nonce: waiting.nonce, at: Double(store.now) / 1_000_000)
        return claims.sub
    }

    /// Brings a code to the provider.
    ///
    /// The secret goes into a header, or into the form where the provider wants that
    /// (RFC 6749 section 2.3.1); a public client has none.
    private func idToken(
        _ code: String,
        _ waiting: Waiting,
        at provider: OutsideProvider,
        _ description: ProviderDescription
    ) async throws -> String {
        guard let connection else { throw OutsideFailure(.unreachable, "this node has no connection") }
        var form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", waiting.back),
            ("code_verifier", waiting.verifier),
        ]
        var authorization: String?
        if let secret = provider.secret, description.takesBasic {
            let pair = PercentCode.text(of: provider.client) + ":" + PercentCode.text(of: secret)
            authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            form.append(("client_id", provider.client))
            if let secret = provider.secret { form.append(("client_secret", secret)) }
        }
        let answer: (status: Int, body: [UInt8])
        do {
            answer = try await connection.answer(
                from: description.token,
                form: form.map { $0.0 + "=" + PercentCode.text(of: $0.1) }.joined(separator: "&"),
                authorization: authorization,
                atMost: Self.longestAnswer
            )
        } catch let failure as OutsideConnectionFailure {
            throw OutsideFailure(.unreachable, failure.description)
        }
        guard answer.status == 200 else {
            let said = (try? JSONDecoder().decode(TokenError.self, from: Data(answer.body)))?.error ?? ""
            throw OutsideFailure(.untrusted, "it gives no tokens: status \(answer.status) " + OutsideSignIn.plain(said))
        }
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(answer.body)) else {
            throw OutsideFailure(.untrusted, "it gives no ID token")
        }
        return tokens.id_token
    }

    private struct Tokens: Decodable { var id_token: String }
    private struct TokenError: Decodable { var error: String }

    /// A code of an error as it may stand in the audit.
    static func plain(_ code: String) -> String {
        String(code.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }.prefix(64))
    }
}
