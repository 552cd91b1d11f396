import Foundation
import Identity
import Testing

struct PermissionTableTests {
    private static let administrators: [Role] = [.systemAdministrator, .securityAdministrator, .auditAdministrator]

    @Test func `every action has one row`() {
        #expect(PermissionTable.rows.count == Action.allCases.count)
        #expect(Set(PermissionTable.rows.map(\.action)) == Set(Action.allCases))
        for row in PermissionTable.rows { #expect(!row.roles.isEmpty, "\(row.action)") }
    }

    @Test func `who may do what is as it was decided`() {
        let allowed = Dictionary(uniqueKeysWithValues: PermissionTable.rows.map { ($0.action, $0.roles) })
        let expected: [Action: Set<Role>] = [
            .readOwnAccount: [.person], .changeOwnAccount: [.person], .closeOwnAccount: [.person],
            .listOwnSessions: [.person], .endOwnSessions: [.person], .readHeldData: [.person],
            .manageOwnKeys: [.person], .listOwnKeys: [.person], .signOnElsewhere: [.person],
            .manageOwnConsents: [.person], .manageOwnKept: [.person],
            .mergeOwnAccount: [.person], .verifyOwnIdentity: [.person], .verifyOrganisation: [.manager],
            .makeOrganisation: [.person], .answerInvitation: [.person],
            .readOrganisation: [.manager, .agent, .assistant, .representative],
            .changeOrganisation: [.manager], .closeOrganisation: [.manager], .handOver: [.manager],
            .readAuthorisations: [.person, .manager], .authorise: [.person, .manager],
            .revokeAuthorisation: [.person, .manager],
            .prepareBusiness: [.person, .agent, .assistant, .representative],
            .signBusiness: [.person, .agent, .representative],
            .findAccounts: [.staff, .systemAdministrator], .readAccount: [.staff, .systemAdministrator],
            .suspendAccount: [.systemAdministrator], .restoreAccount: [.systemAdministrator],
            .readClients: [.systemAdministrator], .registerClients: [.systemAdministrator],
            .readGrants: [.securityAdministrator, .auditAdministrator],
            .grantRole: [.securityAdministrator], .revokeRole: [.securityAdministrator],
            .readAuditLog: [.auditAdministrator], .verifyAuditLog: [.auditAdministrator],
            .readEntries: [.staff], .writeEntries: [.staff], .approveEntries: [.staff], .readRankings: [.staff],
            .publishDefinitions: [.systemAdministrator],
        ]
        #expect(allowed == expected)
    }

    @Test func `what touches a whole organisation needs a manager for all kinds of business`() {
        let whole = PermissionTable.rows.filter { $0.needs.contains(.allBusiness) }.map(\.action)
        #expect(Set(whole) == [.changeOrganisation, .verifyOrganisation, .closeOrganisation, .handOver])
    }

    @Test func `the three administrators are apart`() {
        #expect(Role.allCases.filter(\.isAdministrator) == Self.administrators)
        for row in PermissionTable.rows where row.action != .readGrants {
            #expect(row.roles.intersection(Self.administrators).count <= 1, "\(row.action)")
        }
        for role in Self.administrators {
            #expect(PermissionTable.rows.contains { $0.roles.contains(role) }, "\(role)")
        }
    }

    @Test func `whoever looks after others needs a second factor, and changes never one's own account`() {
        let granted = Set(Role.allCases.filter(\.isGranted))
        for row in PermissionTable.rows where !row.roles.isDisjoint(with: granted) {
            #expect(row.needs.contains(.secondFactor), "\(row.action)")
        }
        for action in [Action.readAccount, .suspendAccount, .restoreAccount, .grantRole, .revokeRole] {
            let row = PermissionTable.rows.first { $0.action == action }
            #expect(row?.needs == [.secondFactor, .another, .reason], "\(action)")
        }
    }

    @Test func `the page of the documentation holds exactly this table`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Docs/Operate/permissions.md"), encoding: .utf8)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.hasPrefix("|") }
        let table = lines.map { $0 + "\n" }.joined()
        #expect(table == PermissionTable.markdown, "put this into the page:\n\(PermissionTable.markdown)")
    }
}
