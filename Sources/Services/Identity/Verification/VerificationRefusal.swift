/// Why a name was not verified: everything that a person can mend.
package enum VerificationRefusal: Error, Sendable, Hashable {
    /// This node asks nobody.
    case notOffered
    /// No number of an identity card.
    case number
    /// The provider knows the number or code, and something is not as it was said.
    case mismatch
    /// The provider knows nothing of it.
    case unknown
    /// Another account is verified with this number, or another organisation with this code.
    case used
    /// The provider gave no answer; nothing was changed, and it can be tried again.
    case unanswered
    /// A simulator answered, and this node takes no samples.
    case simulated
    /// Who asks for an organisation has to be verified first.
    case personFirst
}
