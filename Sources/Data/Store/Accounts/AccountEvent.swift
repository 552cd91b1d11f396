/// Something that happened to an account and left no version behind, such as signing in.
package struct AccountEvent: Sendable, Hashable {
    package var account: String
    /// When, in microseconds UTC.
    package var time: Int64
    /// What, by the name that `Identity` gives it.
    package var kind: String
    /// Where from, without the last part; empty where that is not known or no longer kept.
    package var address: String
    /// Why, or what exactly, in words; nil where there is no more to say.
    package var detail: String?

    /// Stands for the account in what is noted of tries for an address that has none; statements name it too.
    ///
    /// It never was anybody's, so its events keep where they came from until they are old.
    package static let nobodysAccount = "account/unknown"

    package init(_ kind: String, of account: String, time: Int64, address: String, detail: String? = nil) {
        self.account = account
        self.time = time
        self.kind = kind
        self.address = address
        self.detail = detail
    }
}
