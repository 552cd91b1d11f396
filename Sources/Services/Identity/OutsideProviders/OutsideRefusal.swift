/// Why somebody is not signed in by an outside provider, or an account of one is not linked: what a person is told.
package enum OutsideRefusal: Error, Sendable, Hashable {
    /// The provider cannot be asked now, or says that it cannot sign anybody in.
    case unreachable
    /// The person, or the provider, does not agree.
    case denied
    /// No sign-in of this browser waits for such an answer: it is too old, was used, or began in another browser.
    case stale
    /// What the provider answered is not as it has to be, so nothing of it counts.
    case untrusted
    /// The account of the provider is linked with another account.
    case taken
    /// The account has as many links as it may.
    case full
}
