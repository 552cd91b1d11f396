/// Something that happened to an account and left no version behind, such as signing in.
package struct AccountEvent: Sendable, Hashable {
    package var account: String
    /// When, in microseconds UTC.
    package var time: Int64
    /// What, by the name that `Identity` gives it.
    package var kind: String
    /// Where from, without the last part; empty where that is not known or no longer kept.
    package var address: String

    package init(_ kind: String, of account: String, time: Int64, address: String) {
        self.account = account
        self.time = time
        self.kind = kind
        self.address = address
    }
}
