import Crypto
import Domain
import Foundation
import Store
import Synchronization

@testable import Identity

/// A provider of others that answers as a test tells it, over no network; its tokens are put together and signed here by hand.
final class PlayedProvider: OutsideConnection {
    /// What it says; a test changes it.
    struct Says: Sendable {
        /// Members of the claims as JSON, by name; nil takes one away.
        var claims: [String: String?] = [:]
        var header: [String: String?] = [:]
        /// Signs the first two parts.
        var sign: (@Sendable (Data) throws -> Data)?
        /// Members of the description as JSON.
        var description: [String: String?] = [:]
        /// The keys that it publishes, each as JSON.
        var keys: [String]
        var tokenStatus = 200
        var isThere = true
        /// How long an answer takes on the clock of the node; seconds.
        var takes: Int64 = 0
    }

    static let issuer = "https://id.example"
    let key = P256.Signing.PrivateKey()
    let says: Mutex<Says>
    /// What was asked: addresses, and of the token endpoint form and header.
    let asked = Mutex<[(address: String, form: String?, authorization: String?)]>([])
    /// What the next token is of.
    let nonce = Mutex("")
    private let clock: AccountsFixture.Clock

    init(_ fixture: AccountsFixture) {
        clock = fixture.clock
        says = Mutex(Says(keys: [Self.published(key.publicKey)]))
    }

    static func published(_ key: P256.Signing.PublicKey, kid: String = "k1") -> String {
        let point = Array(key.x963Representation)
        return """
            {"kty":"EC","crv":"P-256","use":"sig","kid":"\(kid)","x":"\(Base64URL.text(of: Array(point[1..<33])))",\
            "y":"\(Base64URL.text(of: Array(point[33..<65])))"}
            """
    }

    func change(_ change: (inout sending Says) -> Void) { says.withLock { change(&$0) } }

    func count(_ path: String) -> Int { asked.withLock { $0.count { $0.address.hasSuffix(path) } } }

    func answer(
        from address: String,
        form: String?,
        authorization: String?,
        atMost bytes: Int
    ) async throws -> (status: Int, body: [UInt8]) {
        asked.withLock { $0.append((address, form, authorization)) }
        let says = says.withLock { $0 }
        clock.advance(seconds: says.takes)
        guard says.isThere else { throw OutsideConnectionFailure("id.example cannot be reached: told to") }
        switch address {
        case Self.issuer + "/.well-known/openid-configuration": return (200, Self.object(description, says.description))
        case Self.issuer + "/keys": return (200, Array("{\"keys\":[\(says.keys.joined(separator: ","))]}".utf8))
        case Self.issuer + "/token":
            guard says.tokenStatus == 200 else {
                return (says.tokenStatus, Array("{\"error\":\"invalid_grant\"}".utf8))
            }
            return (200, Array("{\"access_token\":\"a\",\"id_token\":\"\(try token(says))\"}".utf8))
        default: return (404, [])
        }
    }

    private var description: [String: String] {
        [
            "issuer": "\"\(Self.issuer)\"", "authorization_endpoint": "\"\(Self.issuer)/authorize\"",
            "token_endpoint": "\"\(Self.issuer)/token\"", "jwks_uri": "\"\(Self.issuer)/keys\"",
            "authorization_response_iss_parameter_supported": "true",
        ]
    }

    private func token(_ says: Says) throws -> String {
        let now = clock.now / 1_000_000
        let claims = [
            "iss": "\"\(Self.issuer)\"", "aud": "\"node\"", "sub": "\"person-1\"", "exp": "\(now + 300)",
            "iat": "\(now)",
            "nonce": "\"\(nonce.withLock { $0 })\"",
        ]
        let header = ["alg": "\"ES256\"", "kid": "\"k1\"", "typ": "\"JWT\""]
        let parts = [Self.object(header, says.header), Self.object(claims, says.claims)].map(Base64URL.text)
        let input = Data(parts.joined(separator: ".").utf8)
        let signature = try says.sign?(input) ?? key.signature(for: input).rawRepresentation
        return parts.joined(separator: ".") + "." + Base64URL.text(of: Array(signature))
    }

    private static func object(_ members: [String: String], _ changes: [String: String?]) -> [UInt8] {
        var all = members
        for (name, value) in changes { all[name] = value }
        return Array(
            "{\(all.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}".utf8
        )
    }
}

/// A node that takes accounts of a played provider.
struct OutsideWorld: AccountsTesting {
    static let back = "https://ip.example/account/providers/sample/return"
    let fixture: AccountsFixture
    let provider: PlayedProvider
    let service: OutsideSignIn
    /// The cookie of a browser.
    let visitor = SecretToken()

    init(secret: String? = "s+1:2", change: (inout Accounts.Options) -> Void = { _ in }) async throws {
        fixture = try await AccountsFixture(change: change)
        provider = PlayedProvider(fixture)
        let sample = try OutsideProvider(
            id: "sample",
            name: Bilingual("示例平台", "Sample platform"),
            issuer: PlayedProvider.issuer,
            client: "node",
            secret: secret
        )
        let other = try OutsideProvider(
            id: "other",
            name: Bilingual("另一个", "Other"),
            issuer: "https://other.example",
            client: "node"
        )
        service = OutsideSignIn(fixture.accounts, [sample, other], over: provider)
    }

    /// The parameters that the browser takes to the provider.
    func begin(_ caller: Caller? = nil) async throws -> [String: String] {
        let wish = OutsideSignIn.Wish(
            provider: "sample",
            back: Self.back,
            visitor: visitor,
            next: "/help",
            language: "en"
        )
        return sent(to: try await service.begin(wish, linkingTo: caller, from: origin))
    }

    /// The parameters of an address of the provider, which keeps the nonce for its next token.
    private func sent(to address: String) -> [String: String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        let fields = Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        provider.nonce.withLock { $0 = fields["nonce"] ?? "" }
        return fields
    }

    /// The browser comes back, and goes once more where the provider is to ask anew who it is.
    func finish(
        _ asked: [String: String],
        _ more: [String: String?] = [:],
        at id: String = "sample",
        repeated: Set<String> = [],
        visitor: SecretToken? = nil,
        by caller: Caller? = nil
    ) async throws -> OutsideSignIn.Outcome {
        let outcome = try await once(asked, more, at: id, repeated: repeated, visitor: visitor, by: caller)
        guard case .again(let address) = outcome else { return outcome }
        return try await once(sent(to: address), more, at: id, repeated: repeated, visitor: visitor, by: caller)
    }

    /// The browser comes back.
    func once(
        _ asked: [String: String],
        _ more: [String: String?] = [:],
        at id: String = "sample",
        repeated: Set<String> = [],
        visitor: SecretToken? = nil,
        by caller: Caller? = nil
    ) async throws -> OutsideSignIn.Outcome {
        var fields = ["state": asked["state"] ?? "", "code": "c1", "iss": PlayedProvider.issuer]
        for (name, value) in more { fields[name] = value }
        let back = try await service.finish(
            id,
            fields,
            repeated: repeated,
            visitor: visitor ?? self.visitor,
            caller,
            from: origin
        )
        return back.outcome
    }

    /// Why nobody was signed in; nil where somebody was, or may link.
    func refusal(_ outcome: OutsideSignIn.Outcome) -> AccountRefusal? {
        if case .refused(let refusal) = outcome { refusal } else { nil }
    }

    /// Somebody signs up and links the account of the provider.
    func linked() async throws -> SignedIn {
        let anna = try await signUp(fixture)
        guard case .linked = try await finish(try await begin(anna.caller), by: anna.caller) else {
            throw Failure.conflict(reason: "not linked")
        }
        return anna
    }

    /// The reasons that the audit has of what was not taken.
    func reasons() async throws -> [String] {
        try await fixture.store.events(of: AccountEvent.nobodysAccount, limit: 100).compactMap(\.detail)
    }
}
