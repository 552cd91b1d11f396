import HTTPTypes
import Identity
import Links
import Testing

@testable import Web

/// Every route asked by everybody: who may have it, and that nobody gets more of what is public than anybody.
struct RouteMatrixTests {
    /// Who asks.
    private struct Visitor {
        let name: String
        /// The role besides that of a person, and where it holds.
        var role: Role?
        var scope = Scope.nation
        let browser: Browser
        var isNobody = false
    }

    /// What looking at a route is, for those that are not everybody's own.
    private static let actions: [Route: Action] = [
        .adminAccounts: .findAccounts, .adminAccountsTwin: .findAccounts, .adminAccount: .findAccounts,
        .adminAccountTwin: .findAccounts,
        .adminGrants: .readGrants, .adminGrantsTwin: .readGrants, .adminGrant: .readGrants,
        .adminGrantTwin: .readGrants,
        .adminAudit: .readAuditLog, .adminAuditTwin: .readAuditLog, .adminAuditTable: .readAuditLog,
        .adminVerification: .verifyAuditLog, .adminVerificationTwin: .verifyAuditLog,
        .indicatorRanking: .readRankings,
        .adminDefinitions: .publishDefinitions, .adminDefinitionsTwin: .publishDefinitions,
        .adminDefinition: .publishDefinitions, .adminDefinitionTwin: .publishDefinitions,
        .adminDefinitionText: .publishDefinitions, .adminNewDefinition: .publishDefinitions,
        .clients: .readClients, .clientsTwin: .readClients, .client: .readClients,
    ]
    /// Pages of one organisation and one authorisation, which those alone see whom they concern.
    private static let owned: Set<Route> = [.organisation, .organisationTwin, .authorisation, .authorisationTwin]
    /// Pages of declared registers that who keeps them sees, in the nation and in the region where the entries lie, and what
    /// others get: the form says what to do, a proposal is not there for them.
    private static let kept: [Route: Int] = [.newEntry: 403, .changedEntry: 403, .entryTable: 403, .entryProposal: 404]
    /// Where who is signed in already is led on.
    private static let entries: Set<Route> = [.signUp, .signIn]

    private static func visitors(_ site: SiteFixture) async throws -> [Visitor] {
        var all = [
            Visitor(name: "nobody", browser: Browser(site), isNobody: true),
            Visitor(name: "owner", browser: try await RouteTests.signedIn.value),
            Visitor(name: "another person", browser: try await AccountTests.signedUp(site, "matrix-0@example.cn")),
        ]
        let roles: [(Role, Scope)] = [
            (.staff, .region("12")), (.systemAdministrator, .nation),
            (.systemAdministrator, .region("12")), (.securityAdministrator, .nation),
            (.securityAdministrator, .region("12")), (.auditAdministrator, .nation),
            (.auditAdministrator, .institution("示例")),
            // Its grant, the newest, is the one that is looked at: no narrow scope reaches it.
            (.staff, .nation),
        ]
        for (number, (role, scope)) in roles.enumerated() {
            let made = try await Administrator(site, role, "matrix-\(number + 1)@example.cn", in: scope)
            all.append(Visitor(name: "\(role) of \(scope)", role: role, scope: scope, browser: made.browser))
        }
        return all
    }

    /// The status that a visitor is to get; nil where it is what nobody in particular gets.
    private static func status(_ route: Route, _ visitor: Visitor) throws -> Int? {
        switch try #require(RoutePermission.table[route]) {
        case .trusted: return 403
        case .public: return entries.contains(route) && !visitor.isNobody ? 303 : nil
        case .signedIn:
            if visitor.isNobody { return route.isPage ? 303 : 401 }
            if owned.contains(route) { return visitor.name == "owner" ? 200 : 404 }
            if let refusal = kept[route] { return visitor.role == .staff ? 200 : refusal }
            guard let action = actions[route] else { return 200 }
            let row = try #require(PermissionTable.rows.first { $0.action == action })
            guard let role = visitor.role, row.roles.contains(role) else { return 403 }
            if visitor.scope == .nation { return route == .client ? 404 : 200 }
            // A narrow scope reads the grants in it. Accounts, the audit and programs are in no region.
            guard action == .readGrants else { return 403 }
            return route == .adminGrants || route == .adminGrantsTwin ? 200 : 404
        }
    }

    @Test func `every route gives each visitor what the table says, and of what is public the same to all`()
        async throws
    {
        let site = try await SiteFixture.shared.value
        let visitors = try await Self.visitors(site)
        var (asked, same) = (0, 0)
        for route in Route.allCases {
            let address = try await RouteTests.address(route)
            let isTrusted = RoutePermission.table[route] == .trusted
            var common: Reply?
            for (index, visitor) in visitors.enumerated() {
                var fields = HTTPFields()
                let cookies = visitor.browser.cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
                if !cookies.isEmpty { fields[.cookie] = cookies }
                // Operators' routes are for addresses, not for people: asked from elsewhere nobody gets them.
                let peer = isTrusted ? "192.0.2.7" : "127.0.0.1"
                let reply = try await site.get(address, headers: fields, peer: peer)
                asked += 1
                if index == 0 { common = reply }
                let expected = try Self.status(route, visitor) ?? common?.status
                #expect(reply.status == expected, "\(route) asked by \(visitor.name)")
                // Those who keep a register read who changed its entries, and that there are registers which only they read.
                let isNamed = [.entryHistoryTwin, .registersTwin].contains(route) && visitor.role == .staff
                if RoutePermission.table[route] == .public, !route.isPage, !isNamed, route != .ready,
                    reply.status == 200
                {
                    same += 1
                    // How far the index is behind the log changes while others write, and so does how long it took.
                    // A figure says how long the log was, and when it was counted.
                    let passing = /"(behind|milliseconds|sequence)":[0-9.]+|"counted":"[^"]+"/
                    // Looking for that takes long, and most answers are the same to the byte.
                    let isSame =
                        reply.body == common?.body
                        || reply.text.replacing(passing, with: "") == common?.text.replacing(passing, with: "")
                    #expect(isSame, "\(route) tells \(visitor.name) something else")
                }
            }
        }
        print("\(asked) requests of \(Route.allCases.count) routes; \(same) public answers compared byte by byte")
        #expect(same > 100)
    }

    @Test func `every route below administration says which action it is`() {
        for route in Route.allCases where route.template.hasPrefix(Link.adminPath) && route != .admin {
            #expect(Self.actions[route] != nil, "\(route)")
        }
    }
}
