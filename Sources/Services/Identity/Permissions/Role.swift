package import Domain

/// What somebody is to this system; an account may have several roles.
///
/// The three administrators are apart (三员分立), so that nobody who changes something also keeps the account of it.
///
/// **Source** GB/T 22239-2019 section 8.1.5 (security management centre).
package enum Role: String, Sendable, Hashable, CaseIterable {
    /// Everybody who is signed in; never granted.
    case person
    /// Appoints those who act for an organisation (管理人); never granted, see ``Power``.
    case manager
    /// Acts for an organisation or person before the office (经办人); never granted, see ``Power``.
    case agent
    /// Prepares business for somebody (帮办); never granted, see ``Power``.
    case assistant
    /// Represents a client as a person of a licensed agency (代理); never granted, see ``Power``.
    case representative
    /// Staff of an institution or region, who help people.
    case staff
    /// Looks after accounts and the programs that use the system.
    case systemAdministrator = "system-administrator"
    /// Grants and revokes roles.
    case securityAdministrator = "security-administrator"
    /// Reads and verifies what the others did.
    case auditAdministrator = "audit-administrator"

    /// Whether it is one of the three of which an account may have one only.
    package var isAdministrator: Bool {
        switch self {
        case .person, .manager, .agent, .assistant, .representative, .staff: false
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        }
    }

    /// Whether an administrator or the operator can give it; the others come from signing in or from an authorisation.
    package var isGranted: Bool { self == .staff || isAdministrator }

    /// The name for people.
    package var name: Bilingual {
        switch self {
        case .person: Bilingual("个人用户", "person")
        case .manager: Bilingual("管理人", "manager")
        case .agent: Bilingual("经办人", "agent")
        case .assistant: Bilingual("帮办", "assistant")
        case .representative: Bilingual("代理", "representative")
        case .staff: Bilingual("工作人员", "staff")
        case .systemAdministrator: Bilingual("系统管理员", "system administrator")
        case .securityAdministrator: Bilingual("安全管理员", "security administrator")
        case .auditAdministrator: Bilingual("审计管理员", "audit administrator")
        }
    }
}
