/// How it was proved who uses a session, as the columns `strong` keep it: the sum of what applies, 0 for a password alone.
struct SessionProof: OptionSet {
    let rawValue: Int64

    /// A second factor was given.
    static let secondFactor = SessionProof(rawValue: 1)
    /// An outside provider said who it is, in the place of a password.
    static let provider = SessionProof(rawValue: 2)

    init(rawValue: Int64) { self.rawValue = rawValue }

    init(isStrong: Bool, isByProvider: Bool) {
        self = isStrong ? .secondFactor : []
        if isByProvider { insert(.provider) }
    }
}
