import Domain
import Foundation
package import Store

/// Clients are told that a session ended.
///
/// A sign-on whose session is gone is what has to be told: whatever ended the session, it is found there.
///
/// **Source** OpenID Connect Back-Channel Logout 1.0.
extension SingleSignOn {
    /// The kind of job that looks for sign-ons that are over.
    package static let endingJob = "end-sign-ons"
    /// The kind of job that tells one client.
    package static let messageJob = "back-channel-logout"
    /// How long a logout token is good; seconds.
    private static let messageSeconds: Int64 = 120
    /// Sign-ons that are looked at together.
    private static let batch: Int64 = 200

    /// What a client is told, as it waits in the queue: nothing that opens anything.
    private struct Message: Codable {
        var client, issuer, account: String
        /// The number of the session in base64url; nil where all sessions at the client are over.
        var session: String?
    }

    /// A message to a client.
    package struct LogoutMessage: Sendable, CustomStringConvertible {
        /// Where it goes.
        package let address: String
        /// The logout token.
        package let token: String

        /// Never the token.
        package var description: String { "a message to \(address)" }
    }

    /// Forgets the sign-ons whose sessions are over, and has their clients told.
    package func endOver() async throws {
        var last: [UInt8] = []
        while true {
            let over = try await store.signOnsOver(
                idle: accounts.options.idle.microseconds,
                after: last,
                limit: Self.batch
            )
            for signOn in over { try await store.drop(signOn, then: try await jobs(for: signOn)) }
            guard let end = over.last, over.count == Self.batch else { return }
            last = end.id
        }
    }

    private func jobs(for signOn: SignOnRecord) async throws -> [NewJob] {
        guard let client = try await client(ofEntry: signOn.client), client.content.backChannelLogout != nil else {
            return []
        }
        let message = Message(
            client: signOn.client,
            issuer: signOn.issuer,
            account: signOn.account,
            session: signOn.session.isEmpty ? nil : Base64URL.text(of: signOn.session)
        )
        return [NewJob(kind: Self.messageJob, payload: Array(try JSONEncoder().encode(message)))]
    }

    /// The message of a job; nil where the client was removed or wants none any more.
    ///
    /// - Throws: `StoreError.damaged` for a job that holds something else.
    package func message(of job: ClaimedJob) async throws -> LogoutMessage? {
        guard let message = try? JSONDecoder().decode(Message.self, from: Data(job.payload)) else {
            throw StoreError.damaged("the job \(job.id) holds no message to a client")
        }
        guard let client = try await client(ofEntry: message.client), let address = client.content.backChannelLogout
        else { return nil }
        let now = store.now / 1_000_000
        let claims = LogoutTokenClaims(
            iss: message.issuer,
            sub: try subject(message.account, client),
            aud: client.id,
            iat: now,
            exp: now + Self.messageSeconds,
            jti: Base64URL.text(of: randomBytes(16)),
            sid: try message.session.flatMap(Base64URL.bytes).map { try sessionName($0, client) }
        )
        let token = try await keys().current().sign(claims, type: LogoutTokenClaims.type)
        return LogoutMessage(address: address, token: token)
    }
}

extension Accounts {
    /// Has clients told at once that a session ended, where the account is signed in at any; else they are told in a minute.
    func tellClients(of account: String) async throws {
        guard try await store.hasSignOns(account) else { return }
        try await store.enqueue([NewJob(kind: SingleSignOn.endingJob)])
    }
}
