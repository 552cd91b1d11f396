internal import Domain

/// Who may do what: what does not stand here, nobody may.
///
/// A role is good where its scope covers what the action touches; the scope of `person` is the own account.
package enum PermissionTable {
    /// One row for each action.
    package static let rows: [PermissionRow] = [
        // The own account
        PermissionRow(.readOwnAccount, "see one's own account", by: [.person]),
        PermissionRow(.changeOwnAccount, "change name, language, password, second factor", by: [.person]),
        PermissionRow(.closeOwnAccount, "close one's own account", by: [.person]),
        PermissionRow(.listOwnSessions, "see where one is signed in", by: [.person]),
        PermissionRow(.endOwnSessions, "sign out elsewhere", by: [.person]),
        PermissionRow(.readHeldData, "read and take along what is held", by: [.person]),
        PermissionRow(.manageOwnKeys, "make and revoke one's own keys for programs", by: [.person]),
        PermissionRow(.listOwnKeys, "see one's own keys for programs", by: [.person]),
        PermissionRow(.manageOwnKept, "keep records and searches in one's own account", by: [.person]),
        PermissionRow(.mergeOwnAccount, "make two accounts of one's own one", by: [.person]),
        PermissionRow(.verifyOwnIdentity, "have one's own name verified", by: [.person]),
        PermissionRow(.signOnElsewhere, "sign in to programs of others", by: [.person]),
        PermissionRow(.manageOwnConsents, "see and withdraw one's consents", by: [.person]),
        // Acting for others
        PermissionRow(.makeOrganisation, "make an organisation", by: [.person]),
        PermissionRow(
            .readOrganisation,
            "read an organisation",
            by: [.manager, .agent, .assistant, .representative]
        ),
        PermissionRow(.changeOrganisation, "correct an organisation", by: [.manager], needs: [.allBusiness]),
        PermissionRow(.verifyOrganisation, "have an organisation verified", by: [.manager], needs: [.allBusiness]),
        PermissionRow(.closeOrganisation, "close an organisation", by: [.manager], needs: [.allBusiness, .reason]),
        PermissionRow(.readAuthorisations, "see who acts for it or for oneself", by: [.person, .manager]),
        PermissionRow(.authorise, "let somebody act for it or for oneself", by: [.person, .manager], needs: [.reason]),
        PermissionRow(.answerInvitation, "accept or decline to act", by: [.person]),
        PermissionRow(
            .revokeAuthorisation,
            "end an authorisation for it, or one's own",
            by: [.person, .manager],
            needs: [.reason]
        ),
        PermissionRow(
            .handOver,
            "hand over what somebody holds of it",
            by: [.manager],
            needs: [.allBusiness, .reason]
        ),
        PermissionRow(
            .prepareBusiness,
            "prepare business",
            by: [.person, .agent, .assistant, .representative]
        ),
        PermissionRow(
            .signBusiness,
            "sign business",
            by: [.person, .agent, .representative],
            needs: [.secondFactor]
        ),
        // Helping people
        PermissionRow(
            .findAccounts,
            "find accounts, masked",
            by: [.staff, .systemAdministrator],
            needs: [.secondFactor]
        ),
        PermissionRow(
            .readAccount,
            "read an account unmasked",
            by: [.staff, .systemAdministrator],
            needs: [.secondFactor, .another, .reason]
        ),
        // Declared registers, as far as their declarations name these roles
        PermissionRow(
            .readEntries,
            "read what not everybody reads in declared registers",
            by: [.staff],
            needs: [.secondFactor]
        ),
        PermissionRow(.writeEntries, "write entries of declared registers", by: [.staff], needs: [.secondFactor]),
        PermissionRow(
            .approveEntries,
            "approve what somebody else wrote",
            by: [.staff],
            needs: [.secondFactor]
        ),
        PermissionRow(
            .readRankings,
            "see provincial units in the order of a figure",
            by: [.staff],
            needs: [.secondFactor]
        ),
        // The system administrator
        PermissionRow(
            .publishDefinitions,
            "publish declarations of registers",
            by: [.systemAdministrator],
            needs: [.secondFactor, .reason]
        ),
        PermissionRow(
            .suspendAccount,
            "suspend an account",
            by: [.systemAdministrator],
            needs: [.secondFactor, .another, .reason]
        ),
        PermissionRow(
            .restoreAccount,
            "restore a suspended account",
            by: [.systemAdministrator],
            needs: [.secondFactor, .another, .reason]
        ),
        PermissionRow(
            .readClients,
            "read which programs sign people in",
            by: [.systemAdministrator],
            needs: [.secondFactor]
        ),
        PermissionRow(
            .registerClients,
            "register, change and remove programs that sign people in",
            by: [.systemAdministrator],
            needs: [.secondFactor, .reason]
        ),
        // The security administrator
        PermissionRow(
            .readGrants,
            "read who has which role",
            by: [.securityAdministrator, .auditAdministrator],
            needs: [.secondFactor]
        ),
        PermissionRow(
            .grantRole,
            "grant a role",
            by: [.securityAdministrator],
            needs: [.secondFactor, .another, .reason]
        ),
        PermissionRow(
            .revokeRole,
            "revoke a role",
            by: [.securityAdministrator],
            needs: [.secondFactor, .another, .reason]
        ),
        // The audit administrator
        PermissionRow(.readAuditLog, "read the audit log", by: [.auditAdministrator], needs: [.secondFactor]),
        PermissionRow(.verifyAuditLog, "verify the audit log", by: [.auditAdministrator], needs: [.secondFactor]),
    ]

    /// The row of an action; nil would mean that nobody may do it.
    static func row(of action: Action) -> PermissionRow? { byAction[action] }

    /// The roles that may do an action somewhere.
    package static func roles(for action: Action) -> Set<Role> { row(of: action)?.roles ?? [] }

    private static let byAction = Dictionary(rows.map { ($0.action, $0) }) { first, _ in first }

    /// The table for people, in Markdown, with a line end behind each row.
    package static var markdown: String {
        let roles = Role.allCases
        let head = ["action", "what it is"] + roles.map(\.name.en) + ["needs"]
        let lines = rows.map { row in
            ["`\(row.action.rawValue)`", row.meaning] + roles.map { row.roles.contains($0) ? "yes" : "" }
                + [PermissionRow.Need.allCases.filter(row.needs.contains).map(\.rawValue).joined(separator: ", ")]
        }
        let cells = [head] + lines
        let texts = cells.map { "| " + $0.joined(separator: " | ") + " |\n" }
        let rule = "|" + head.map { _ in "---|" }.joined() + "\n"
        return (texts.prefix(1) + [rule] + texts.dropFirst()).joined()
    }
}
