/// What somebody may do for somebody else, each a ``Role`` of its own in ``PermissionTable``.
///
/// An outlet helps (帮办), an authorised agent acts (经办人), an agency is licensed (代理): three different things.
package enum Power: String, Codable, Sendable, Hashable, CaseIterable {
    /// Appoints the others; of organisations only.
    case manager
    /// Acts for an organisation or person (经办人).
    case agent
    /// Staff of an outlet, who prepare business and never sign it (帮办).
    case assistant
    /// A person of a licensed agency, who acts for its client (代理).
    case representative

    /// The role that it is in the table of permissions.
    package var role: Role {
        switch self {
        case .manager: .manager
        case .agent: .agent
        case .assistant: .assistant
        case .representative: .representative
        }
    }

    /// Whether whoever has it belongs to the organisation itself.
    var isInside: Bool { self == .manager || self == .agent }
}
