/// Somebody who can say whether a name is the real one: the sharing gateway of the government, or the national service of
/// network identity.
package protocol IdentityProvider: Sendable {
    /// What the account keeps of who said so.
    var id: String { get }
    /// Whether it can be asked here.
    var isOffered: Bool { get }

    /// Asks once, within a time that the provider knows.
    ///
    /// - Throws: `IdentityProviderFailure` where there is no answer that can be used; asking again may help.
    func answer(to question: IdentityQuestion) async throws -> IdentityAnswer
}

/// What a provider is asked.
package enum IdentityQuestion: Sendable, CustomStringConvertible {
    /// Whether a person of this name has this number.
    case person(name: String, number: String)
    /// Whether an organisation has this name and code, is in being, and has the legal representative of this name and number.
    case organisation(name: String, code: String, representative: String, number: String)

    /// Never what is asked: a description may get into a log.
    package var description: String {
        switch self {
        case .person: "a question about a person"
        case .organisation: "a question about an organisation"
        }
    }
}

/// What a provider says: 一致、不一致 or 查无, with the number of its answer.
package struct IdentityAnswer: Sendable, Hashable {
    /// The three answers.
    package enum Outcome: String, Codable, Sendable, Hashable, CaseIterable {
        /// All of it is as it was asked.
        case match
        /// It is known, and something is not as it was asked.
        case mismatch
        /// Nothing of this number or code is known, or it is in being no longer.
        case unknown
    }

    package let outcome: Outcome
    /// The provider's number of its answer, by which it can be asked again.
    package let serial: String
    /// Whether a simulator says so.
    package let isSimulated: Bool

    package init(outcome: Outcome, serial: String, isSimulated: Bool) {
        self.outcome = outcome
        self.serial = serial
        self.isSimulated = isSimulated
    }
}

/// Why a provider gave no answer that can be used; `reason` names the cause and never what was asked.
package struct IdentityProviderFailure: Error, Sendable, CustomStringConvertible {
    package let provider, reason: String

    package init(provider: String, reason: String) {
        self.provider = provider
        self.reason = reason
    }

    package var description: String { "\(provider) gave no answer: \(reason)" }
}
