/// The second step of signing in, as its owner sees it.
package enum TwoStepPage: Sendable, Hashable {
    /// Not set up.
    case off
    /// Being set up: the key in groups of four and as an address for the app (`otpauth:`), shown once; nil where a code
    /// is asked for again.
    case entering(Key?)
    /// Set up, with so many recovery codes left.
    case on(recoveryLeft: Int)
    /// Just set up: the recovery codes, shown once.
    case codes([String])

    /// The key that the app and the node share.
    package struct Key: Sendable, Hashable {
        package var text: String
        package var address: String

        package init(text: String, address: String) {
            self.text = text
            self.address = address
        }
    }
}
