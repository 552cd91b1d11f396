package import Links

/// What a reader proposes of two names.
package struct ProposalPage: Sendable {
    package var link: ProposalLink
    /// Why a proposal was not taken; nil where none was sent.
    package var refusal: Refusal?
    /// Whether any is taken here.
    package var isOpen: Bool
    /// Characters of a reason at most.
    package var longestReason: Int

    package init(link: ProposalLink, refusal: Refusal? = nil, isOpen: Bool = true, longestReason: Int = 300) {
        self.link = link
        self.refusal = refusal
        self.isOpen = isOpen
        self.longestReason = longestReason
    }

    /// Why a proposal was not taken.
    package struct Refusal: Sendable {
        package var kind: Kind
        /// Seconds or hours to wait, or characters or bytes at most.
        package var count: Int?

        package init(_ kind: Kind, count: Int? = nil) {
            self.kind = kind
            self.count = count
        }

        /// The kinds, by the names of their texts.
        package enum Kind: String, Sendable, CaseIterable {
            case names, longName, verdict, long, email, phone, identity, minute, open, elsewhere
        }
    }
}
