import Bytes
import Domain
import Foundation
import Store

/// Signing in to programs of others with an account of this system: this system as OpenID Provider.
///
/// What a client gets hangs on the session of who signed in: it ends with the session, with a new password, with the consent
/// and with the client.
///
/// **Source** OpenID Connect Core 1.0 (authorization code), RFC 6749, RFC 7636, RFC 9700.
package struct SingleSignOn: Sendable {
    /// How it behaves here.
    package struct Options: Sendable {
        /// For how long a code is good; 60 seconds (RFC 6749 section 4.1.2 asks for ten minutes at most).
        package var code: Duration = .seconds(60)
        /// For how long a token for access and an ID token are good; 10 minutes.
        package var access: Duration = .seconds(600)
        /// For how long a token for refreshing is good that is not used, as long as the session lasts; 7 days.
        package var refresh: Duration = .seconds(7 * 86_400)
        /// For how long a key signs; default 90 days.
        package var keyLife: Duration = .seconds(90 * 86_400)

        /// The defaults.
        package init() {}
    }

    let accounts: Accounts
    package let options: Options
    package let clients: Clients
    var store: Store { accounts.store }

    package init(_ accounts: Accounts, options: Options = Options()) {
        self.accounts = accounts
        self.options = options
        clients = Clients(accounts)
    }

    /// Whether anybody can sign in here.
    package var isPossible: Bool { accounts.isPossible }

    func keys() throws -> SigningKeys {
        SigningKeys(store: store, key: try accounts.needKey(), life: options.keyLife)
    }

    // MARK: Keys

    /// The public halves of the keys that sign.
    package func publishedKeys() async throws -> [PublishedKey] { try await keys().published() }

    /// Makes the next key where its time has come, and deletes what is over.
    package func sweep() async throws {
        guard isPossible else { return }
        try await keys().keep()
        try await store.sweepSignOns()
    }

    /// Has another key sign, which only the operator does.
    ///
    /// - Parameters:
    ///   - hasLeaked: Whether the present one leaked: the new one signs at once and all others are withdrawn.
    ///   - administrator: Who does it.
    /// - Returns: The name of the new key, and when it signs, in microseconds UTC.
    /// - Throws: `AccountRefusal.noKey`; `Failure.notAllowed`.
    package func rotateKey(hasLeaked: Bool, by administrator: Administrator) async throws -> (
        id: String, activeAt: Int64
    ) {
        guard case .operator = administrator else { throw Failure.notAllowed(action: "rotate the key that signs") }
        return try await keys().rotate(hasLeaked: hasLeaked)
    }

    // MARK: Names that differ for each client

    /// The name of an account for the clients of a sector: platforms cannot find out that they have the same people.
    ///
    /// **Source** OpenID Connect Core 1.0, section 8.1.
    func subject(_ account: String, _ client: RegisteredClient) throws -> String {
        Base64URL.text(of: try accounts.needKey().lookup("subject", client.content.sector + " " + account))
    }

    /// The name of a session for a client.
    func sessionName(_ session: [UInt8], _ client: RegisteredClient) throws -> String {
        let text = client.id + " " + Base64URL.text(of: session)
        return Base64URL.text(of: Array(try accounts.needKey().lookup("sid", text).prefix(16)))
    }

    /// The active account of a sign-on; nil where it is closed or suspended.
    func active(_ id: String) async throws -> AccountContent? {
        guard let account = try await accounts.account(id), account.content.state == .active else { return nil }
        return account.content
    }

    /// The first half of the SHA-256 of a text in base64url (OpenID Connect Core 1.0, section 3.1.3.6).
    static func half(of text: String) -> String { Base64URL.text(of: Array(sha256(Array(text.utf8)).bytes.prefix(16))) }
}
