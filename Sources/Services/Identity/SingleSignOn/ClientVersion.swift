/// One version of a client: who made it, why, and in what it differs from the one before.
package struct ClientVersion: Sendable, Hashable {
    /// What can differ, by the names of the texts.
    package enum Part: String, Sendable, Hashable, CaseIterable {
        case name, redirects, postlogout, backchannel, scopes, secret
    }

    /// From 1.
    package let number: Int64
    /// Microseconds UTC.
    package let time: Int64
    package let by, reason: String
    /// Empty for the first version.
    package let parts: [Part]

    init(_ number: Int64, _ time: Int64, _ content: ClientContent, after old: ClientContent?) {
        self.number = number
        self.time = time
        by = content.by
        reason = content.reason
        parts =
            old.map { old in
                let differs: [(Part, Bool)] = [
                    (.name, old.name != content.name), (.redirects, old.redirects != content.redirects),
                    (.postlogout, old.postLogoutRedirects != content.postLogoutRedirects),
                    (.backchannel, old.backChannelLogout != content.backChannelLogout),
                    (.scopes, old.scopes != content.scopes), (.secret, old.secret != content.secret),
                ]
                return differs.filter(\.1).map(\.0)
            } ?? []
    }
}
