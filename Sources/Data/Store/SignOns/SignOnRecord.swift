/// That an account let a client sign it in: what tokens of that client hang on, for as long as the session lasts.
package struct SignOnRecord: Sendable, Hashable, CustomStringConvertible {
    /// 16 random bytes that open nothing.
    package var id: [UInt8]
    package var account: String
    /// The entry of the client.
    package var client: String
    /// The number of the session; empty where the client is to be told that it is over.
    package var session: [UInt8]
    /// The issuer that its ID tokens name.
    package var issuer: String
    /// What the client may know, the names with blanks between.
    package var scope: String
    /// When it began, and when it was proved last who it is, in microseconds UTC.
    package var madeAt, confirmedAt: Int64
    /// Whether a second factor was given.
    package var isStrong: Bool
    /// Whether an outside provider said who it is.
    package var isByProvider: Bool

    package var description: String { "a sign-on of \(account) at \(client)" }

    package init(
        id: [UInt8],
        account: String,
        client: String,
        session: [UInt8],
        issuer: String,
        scope: String,
        madeAt: Int64,
        confirmedAt: Int64,
        isStrong: Bool,
        isByProvider: Bool = false
    ) {
        self.id = id
        self.account = account
        self.client = client
        self.session = session
        self.issuer = issuer
        self.scope = scope
        self.madeAt = madeAt
        self.confirmedAt = confirmedAt
        self.isStrong = isStrong
        self.isByProvider = isByProvider
    }
}
