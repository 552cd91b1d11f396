import Domain
import Identity
import Testing

struct CallerTests {
    private static let now: Int64 = 1_000_000

    private func caller(_ roles: [HeldRole] = [], isStrong: Bool = true) -> Caller {
        Caller(account: "account/me", name: "示例", session: [1], roles: roles, isStrong: isStrong, confirmedAt: 0)
    }

    private func isAllowed(_ caller: Caller, _ action: Action, _ target: Target) -> Bool {
        do {
            try caller.check(action, on: target, reason: "asked at the desk", at: Self.now)
            return true
        } catch {
            return false
        }
    }

    private func role(_ role: Role, _ scope: Scope = .nation) -> HeldRole { HeldRole(role, scope, from: 0) }

    private let mine = Target(account: "account/me")
    private let other = Target(account: "account/other", organisation: "o", institution: "i", region: "110105")

    @Test func `a person may do what concerns their own account and nothing else`() {
        let own: Set<Action> = [
            .readOwnAccount, .changeOwnAccount, .closeOwnAccount, .listOwnSessions, .endOwnSessions, .readHeldData,
            .manageOwnKeys, .listOwnKeys, .signOnElsewhere, .manageOwnConsents, .manageOwnKept, .mergeOwnAccount,
            .verifyOwnIdentity, .makeOrganisation,
            .readAuthorisations,
            .authorise, .answerInvitation, .revokeAuthorisation, .prepareBusiness, .signBusiness,
        ]
        for action in Action.allCases {
            #expect(isAllowed(caller(), action, mine) == own.contains(action), "\(action)")
            #expect(!isAllowed(caller(), action, other), "\(action)")
            #expect(!isAllowed(caller(), action, .everything), "\(action)")
        }
        #expect(isAllowed(caller(isStrong: false), .closeOwnAccount, mine))
    }

    @Test func `a role of person that was granted opens no other account`() {
        #expect(!isAllowed(caller([role(.person)]), .readOwnAccount, other))
        #expect(!isAllowed(caller([role(.person)]), .closeOwnAccount, .everything))
    }

    @Test func `no administrator reads, changes or closes the own pages of another`() {
        let all = Role.allCases.map { role($0) }
        for action in [Action.readOwnAccount, .changeOwnAccount, .closeOwnAccount, .readHeldData, .endOwnSessions] {
            #expect(!isAllowed(caller(all), action, other), "\(action)")
        }
    }

    @Test func `a refusal names the action`() {
        #expect(throws: Failure.notAllowed(action: "suspendAccount")) {
            try caller().check(.suspendAccount, on: other, reason: "x", at: Self.now)
        }
    }

    @Test func `what needs a second factor is refused without one`() throws {
        let caller = caller([role(.auditAdministrator)], isStrong: false)
        #expect(throws: Failure.notAllowed(action: "readAuditLog without a second factor")) {
            try caller.check(.readAuditLog, on: .everything, at: Self.now)
        }
        #expect(isAllowed(self.caller([role(.auditAdministrator)]), .readAuditLog, .everything))
    }

    @Test(arguments: ["", " ", "\n\u{3000}"])
    func `what needs a reason is refused without one`(reason: String) {
        let caller = caller([role(.systemAdministrator)])
        #expect(
            throws: Failure.invalid(
                field: "reason",
                reason: "say why; it is kept and can be read by those concerned"
            )
        ) {
            try caller.check(.readAccount, on: other, reason: reason, at: Self.now)
        }
        #expect(isAllowed(caller, .readAccount, other))
    }

    @Test(arguments: [Action.suspendAccount, .restoreAccount, .readAccount, .grantRole, .revokeRole])
    func `nobody uses power over accounts on their own, or on none`(action: Action) {
        let caller = caller([role(.systemAdministrator), role(.securityAdministrator)])
        #expect(throws: Failure.notAllowed(action: "\(action.rawValue) on one's own account")) {
            try caller.check(action, on: mine, reason: "because", at: Self.now)
        }
        #expect(!isAllowed(caller, action, .everything))
        #expect(isAllowed(caller, action, other))
    }

    // MARK: Scope

    @Test func `a scope covers what belongs to it`() {
        func covers(_ scope: Scope, _ target: Target) -> Bool {
            isAllowed(caller([role(.staff, scope)]), .findAccounts, target)
        }
        #expect(covers(.organisation("o"), other))
        #expect(!covers(.organisation("p"), other))
        #expect(covers(.institution("i"), other))
        #expect(!covers(.institution("o"), other))
        #expect(covers(.region("110105"), other))
        #expect(covers(.nation, other))
        #expect(covers(.nation, .everything))
        #expect(covers(.own, mine))
        #expect(!covers(.own, other))
        for scope in [
            Scope.own, .organisation("o"), .institution("i"), .region("11"), .organisation(""), .institution(""),
        ] {
            #expect(!covers(scope, .everything), "\(scope)")
            #expect(!covers(scope, Target(account: "account/other")), "\(scope)")
        }
        #expect(!covers(.organisation(""), Target(organisation: "")))
        #expect(!covers(.institution(""), Target(institution: "")))
    }

    @Test(arguments: [
        ("11", "110105", true), ("1101", "110105", true), ("110000", "110105", true), ("110100", "110105", true),
        ("110105", "110105", true), ("110000", "11", true), ("469000", "469001", true), ("110000", "110000", true),
        ("110106", "110105", false), ("12", "110105", false), ("110105", "110100", false), ("110105", "11", false),
        ("", "110105", false), ("00", "110105", false), ("000000", "110105", false), ("1", "110105", false),
        ("11010", "110105", false), ("1101051", "110105", false), ("１１", "110105", false), ("11", "", false),
        ("1a", "1a0105", false), ("11", "11010", false), ("10", "110105", false),
    ])
    func `a region covers those below it by their code`(scope: String, target: String, covers: Bool) {
        let caller = caller([role(.staff, .region(scope))])
        #expect(isAllowed(caller, .findAccounts, Target(region: target)) == covers)
    }

    @Test func `a grant counts from its beginning to its end or revocation`() {
        func isAllowed(from: Int64, until: Int64? = nil, revoked: Int64? = nil) -> Bool {
            let held = HeldRole(.staff, .nation, from: from, until: until, revoked: revoked)
            return self.isAllowed(caller([held]), .findAccounts, .everything)
        }
        let now = Self.now
        #expect(isAllowed(from: now))
        #expect(!isAllowed(from: now + 1))
        #expect(isAllowed(from: 0, until: now + 1))
        #expect(!isAllowed(from: 0, until: now))
        #expect(!isAllowed(from: 0, revoked: now))
        #expect(!isAllowed(from: 0, until: now + 1, revoked: now - 1))
        #expect(!isAllowed(from: 0, until: now - 1, revoked: now + 1))
    }

    @Test func `a narrow grant beside a wide one that ended stays narrow`() {
        let roles = [
            HeldRole(.staff, .nation, from: 0, until: 10), HeldRole(.staff, .region("12"), from: 0),
        ]
        #expect(!isAllowed(caller(roles), .findAccounts, other))
        #expect(isAllowed(caller(roles), .findAccounts, Target(region: "120101")))
    }

    @Test func `the scope of one role does not widen another`() {
        let caller = caller([role(.agent, .nation), role(.staff, .region("12"))])
        #expect(!isAllowed(caller, .findAccounts, other))
    }

    // MARK: Grants

    private func refusal(
        of role: Role,
        in scope: Scope = .region("110105"),
        to account: String = "account/other",
        holding: [HeldRole] = [],
        by grants: [HeldRole]? = nil
    ) -> Failure? {
        let caller = caller(grants ?? [self.role(.securityAdministrator)])
        do {
            try caller.checkGrant(
                of: role,
                in: scope,
                to: account,
                holding: holding,
                reason: "taken on",
                at: Self.now
            )
            return nil
        } catch let failure as Failure {
            return failure
        } catch {
            Issue.record(error)
            return nil
        }
    }

    @Test func `the security administrator grants roles to others`() {
        for role in Role.allCases where role.isGranted { #expect(refusal(of: role) == nil, "\(role)") }
        #expect(refusal(of: .staff, in: .nation) == nil)
    }

    @Test func `nobody else grants roles`() {
        for role in Role.allCases where role != .securityAdministrator {
            #expect(refusal(of: .staff, by: [self.role(role)]) == .notAllowed(action: "grantRole"), "\(role)")
        }
        #expect(refusal(of: .staff, by: []) == .notAllowed(action: "grantRole"))
    }

    @Test func `nobody grants a role to themselves`() {
        for role in Role.allCases where role.isGranted {
            let refused = Failure.notAllowed(action: "grantRole on one's own account")
            #expect(refusal(of: role, in: .nation, to: "account/me") == refused, "\(role)")
        }
    }

    @Test func `nobody grants wider than their own scope`() {
        let regional = [role(.securityAdministrator, .region("11"))]
        #expect(refusal(of: .staff, in: .region("110105"), by: regional) == nil)
        for scope in [Scope.nation, .region("12"), .institution("i"), .organisation("o")] {
            #expect(refusal(of: .staff, in: scope, by: regional) == .notAllowed(action: "grantRole"), "\(scope)")
        }
        #expect(refusal(of: .staff, in: .region("11"), by: [role(.securityAdministrator, .own)]) != nil)
    }

    @Test func `an account with one administrator's role is refused a second`() {
        let conflict = Failure.conflict(
            reason: "the account has the role audit-administrator, and nobody has two of the three; revoke that first"
        )
        let audit = role(.auditAdministrator)
        for other in [Role.systemAdministrator, .securityAdministrator, .auditAdministrator] {
            #expect(refusal(of: other, holding: [role(.staff), audit]) == conflict, "\(other)")
        }
        #expect(refusal(of: .staff, holding: [audit]) == nil)
        #expect(refusal(of: .auditAdministrator, holding: [role(.staff), role(.agent)]) == nil)
        // One that is still to begin counts, one that is over does not.
        let later = HeldRole(.auditAdministrator, .nation, from: Self.now + 1)
        #expect(refusal(of: .systemAdministrator, holding: [later]) == conflict)
        let ended = HeldRole(.auditAdministrator, .nation, from: 0, until: Self.now)
        let revoked = HeldRole(.securityAdministrator, .nation, from: 0, revoked: Self.now - 1)
        #expect(refusal(of: .systemAdministrator, holding: [ended, revoked]) == nil)
    }

    @Test func `what everybody has, and what an authorisation gives, is not granted`() {
        let refused = Failure.invalid(
            field: "role",
            reason: "it comes from signing in or from an authorisation; choose another"
        )
        for role in [Role.person, .manager, .agent, .assistant, .representative] {
            #expect(refusal(of: role) == refused, "\(role)")
        }
        let nowhere = Failure.invalid(
            field: "scope",
            reason: "name an organisation, an institution, a region by its code of six digits, or all"
        )
        for scope in [Scope.own, .organisation(""), .institution(""), .region(""), .region("1101051"), .region("00")] {
            #expect(refusal(of: .staff, in: scope) == nowhere, "\(scope)")
        }
    }
}
