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
            providers.map { ($0.id, ProviderDocuments($0, connection) { [store = accounts.store] in store.now }) }
        }
        documents = Dictionary(pairs ?? []) { first, _ in first }
    }

    /// A provider by its id; nil where there is none.
    package func provider(_ id: String) -> OutsideProvider? { providers.first { $0.id == id } }

    /// What waits for the browser to come back.
    struct Waiting: Codable {
        var provider, back: String
        /// What the token of the provider repeats, and what proves that the code is asked for by who began; new each time.
        var nonce = ""
        var verifier = ""
        /// The digest of what only the browser has: the cookie of its forms, or the session that links; base64url.
        var browser: String
        /// The account that links; nil where somebody signs in.
        var account: String?
        /// Whether the provider was told to ask anew who it is: only then an account of it is linked.
        var isFresh: Bool
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
    /// - Throws: `AccountRefusal.outside`, `.needsConfirmation`, `.stale`, `.wait`; `Failure.notFound` for an unknown provider.
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
        if caller == nil { try await accounts.beginOutside(origin) }
        let waiting = Waiting(
            provider: provider.id,
            back: wish.back,
            browser: Base64URL.text(of: browser),
            account: caller?.account,
            isFresh: caller != nil,
            next: wish.next,
            language: wish.language
        )
        return try await address(of: provider, waiting, from: origin)
    }

    /// Keeps what waits, and says where the browser goes.
    func address(of provider: OutsideProvider, _ waiting: Waiting, from origin: Origin) async throws -> String {
        let description = try await noting(provider, origin) { try await self.description(of: provider) }
        let (state, nonce, verifier) = (SecretToken(), SecretToken(), SecretToken())
        var waiting = waiting
        (waiting.nonce, waiting.verifier) = (nonce.text, verifier.text)
        try await put(state, Self.purpose, waiting, of: waiting.account)
        let pairs = [
            ("response_type", "code"), ("client_id", provider.client), ("redirect_uri", waiting.back),
            ("scope", provider.scopes.joined(separator: " ")), ("state", state.text), ("nonce", nonce.text),
            ("code_challenge", Base64URL.text(of: sha256(Array(verifier.text.utf8)).bytes)),
            ("code_challenge_method", "S256"), ("ui_locales", waiting.language == "en" ? "en" : "zh-CN"),
        ]
        return PercentCode.address(
            description.authorization,
            adding: pairs + (waiting.isFresh ? [("prompt", "login"), ("max_age", "0")] : [])
        )
    }

    /// What a provider says of itself.
    ///
    /// - Throws: `OutsideFailure`.
    func description(of provider: OutsideProvider) async throws -> ProviderDescription {
        guard let documents = documents[provider.id] else { throw OutsideFailure(.stale, "it is no longer declared") }
        return try await documents.description()
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
            try await note(provider.id + ": " + failure.reason, origin)
            throw AccountRefusal.outside(failure.refusal)
        }
    }

    /// Notes in the audit why nobody was signed in or linked: of one network some an hour, for anybody can be refused without end.
    func note(_ reason: String, of account: String = AccountEvent.nobodysAccount, _ origin: Origin) async throws {
        let id = try accounts.needKey().lookup("try-outside-note", origin.network)
        guard try await store.beginTry(id, accounts.options.outsideNotes) == 0 else { return }
        try await store.note(accounts.event(.outsideFailed, account, origin, why: reason))
    }

    // MARK: Tokens

    /// The longest answer with tokens; bytes.
    private static let longestAnswer = 65_536

    /// Who signed in at the provider: the claims of the ID token that it gives for a code.
    ///
    /// - Throws: `OutsideFailure`.
    func claims(_ code: String, _ waiting: Waiting, at provider: OutsideProvider) async throws -> ProviderClaims {
        guard let documents = documents[provider.id] else { throw OutsideFailure(.stale, "it is no longer declared") }
        let description = try await documents.description()
        let token = try await idToken(code, waiting, at: provider, description)
        let header = try ProviderTokenHeader(token)
        let key = try await documents.key(header)
        let claims = try await key.claims(token, header.alg)
        let now = Double(store.now) / 1_000_000
        try claims.check(provider, nonce: waiting.nonce, isFresh: waiting.isFresh, at: now)
        return claims
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
