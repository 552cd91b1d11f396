package import Links

/// The forms of who administers accounts: where they are sent, and what stands in them when they are shown again.
package struct AdminForm: Sendable, Hashable {
    package var link: AdminLink
    /// What tells the node that the form is one of its own, for this visitor.
    package var token: String
    /// What was typed, by the names of the fields.
    package var typed: [String: String]
    /// Why what was sent was not done; nil where it was not sent yet.
    package var refusal: Refusal?

    package init(link: AdminLink, token: String, typed: [String: String] = [:], refusal: Refusal? = nil) {
        self.link = link
        self.token = token
        self.typed = typed
        self.refusal = refusal
    }

    /// Why something was not done, by the names of the texts.
    package enum Refusal: String, Sendable, Hashable, CaseIterable {
        case reason, nobody, role, scope, until, held, administrator, office, already
        /// Nobody has the e-mail address or id that was looked for.
        case notFound
        /// The form was not sent from a page of this node, or from one of another session.
        case elsewhere
        /// Of a declaration: somebody has to decide, published another version, or has to prove who they are; it has mistakes, says
        /// what is in force, has a name that cannot be, or no text.
        case decision, changed, confirm, wrong, same, name, text
    }
}
