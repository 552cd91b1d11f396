import App
import ArgumentParser
import Domain
import Foundation
import Identity

/// `huizhi accounts`.
struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Look at accounts, give and take roles, close accounts for a time, end sessions, set a new password.",
        discussion: """
            ACTIONS
              accounts show WHO           who it is, which roles it holds and held
              accounts grant WHO ROLE     give a role
              accounts revoke WHO ROLE    take a role away
              accounts suspend WHO        close an account for a time; its sessions end
              accounts restore WHO        open it again
              accounts hand-over WHO TO   give what WHO holds of an organisation to TO, who belongs to it
              accounts sign-out WHO       end its sessions, and what platforms have of them; with --everybody those of all
              accounts unlink WHO         unlink all accounts of other platforms from it; its sessions end
              accounts password WHO       set a new password, read from standard input; its sessions end, and accounts of other
                                          platforms are unlinked

            WHO is an e-mail address, or the id that the page of an account shows. Roles go to ids, or to addresses
            that were confirmed: anybody can make an account with the address of somebody else.

            ROLES
              \(Role.allCases.filter(\.isGranted).map(\.rawValue).joined(separator: ", "))

            EXAMPLES
              huizhi accounts --data data grant account/ID security-administrator --nation --reason 'order 7 of 2026'
              huizhi accounts --data data grant bert@example.org staff --region 1101 --until 2027-12-31 --reason 'order 8 of 2026'
              huizhi accounts --data data revoke bert@example.org staff --reason 'left'
              huizhi accounts --data data hand-over anna@example.org account/ID --organisation organisation/ID --reason 'retired'
              huizhi accounts --data data sign-out anna@example.org --reason 'lost the laptop'
              huizhi accounts --data data password anna@example.org --without-codes --reason 'lost the phone' < file

            Changes of accounts and roles stand in the log with "operator" as their author; a new password is noted among
            what happened to the account. A running node knows all of it with the next request.
            """
    )

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case show, grant, revoke, suspend, restore, unlink, password
        case handOver = "hand-over"
        case signOut = "sign-out"
    }

    @OptionGroup var options: DataOptions
    @Option(help: "Of all but show: why; it is kept.") var reason: String?
    @Flag(help: "Of grant: the role holds everywhere.") var nation = false
    @Option(help: "Of grant: the region, 2, 4 or 6 digits of GB/T 2260; the role holds in all below it.")
    var region: String?
    @Option(help: "Of grant: the institution, by its id.") var institution: String?
    @Option(help: "Of grant and hand-over: the organisation, by its id.") var organisation: String?
    @Option(help: "Of grant: the last day in China, such as 2027-12-31. (default: until it is revoked)") var until:
        String?
    @Flag(help: "Of password: turn codes at sign-in off too, for somebody who lost them.") var withoutCodes = false
    @Flag(help: "Of sign-out: the sessions of all accounts.") var everybody = false
    @Flag(help: "Of sign-out with one account: its keys for programs end too.") var keys = false
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "show, grant, revoke, suspend, restore, hand-over, sign-out, unlink or password.") var action:
        Action
    @Argument(help: "An e-mail address or id, of grant and revoke the role, of hand-over who takes over.") var words:
        [String] = []

    func validate() throws {
        let takesRole = action == .grant || action == .revoke
        let wanted = takesRole || action == .handOver ? 2 : everybody ? 0 : 1
        guard words.count == wanted else {
            throw ValidationError(
                action == .handOver
                    ? "hand-over takes who leaves and who takes over"
                    : takesRole
                        ? "\(action.rawValue) takes an e-mail address and a role"
                        : everybody
                            ? "--everybody takes no address or id"
                            : "\(action.rawValue) takes one e-mail address or id"
            )
        }
        if action == .handOver, organisation == nil {
            throw ValidationError("say with --organisation of which organisation")
        }
        if takesRole {
            guard let role = Role(rawValue: words[1]), role.isGranted else {
                let roles = Role.allCases.filter(\.isGranted).map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\"\(words[1])\" is no role that can be given; write one of \(roles)")
            }
        }
        if action != .show, reason == nil { throw ValidationError("say with --reason why; it is kept") }
        let misplaced: [(Bool, [Action], String)] = [
            (reason != nil, Action.allCases.filter { $0 != .show }, "--reason"), (nation, [.grant], "--nation"),
            (region != nil, [.grant], "--region"),
            (institution != nil, [.grant], "--institution"),
            (organisation != nil, [.grant, .handOver], "--organisation"),
            (until != nil, [.grant], "--until"),
            (withoutCodes, [.password], "--without-codes"), (everybody, [.signOut], "--everybody"),
            (keys, [.signOut], "--keys"),
        ]
        if let option = misplaced.first(where: { $0.0 && !$0.1.contains(action) }) {
            throw ValidationError("\(option.2) belongs to \(option.1.map(\.rawValue).joined(separator: " and "))")
        }
        let places = [region, institution, organisation, nation ? "" : nil].compactMap(\.self).count
        if action == .grant, places != 1 {
            throw ValidationError("say where it holds: one of --region, --institution, --organisation and --nation")
        }
        if keys, everybody { throw ValidationError("--keys takes one account, not --everybody") }
        _ = try end()
    }

    private var scope: Scope {
        organisation.map { .organisation($0) } ?? institution.map { .institution($0) } ?? region.map { .region($0) }
            ?? .nation
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(try options.settings())
            do {
                try await act(AdministerAccounts(try await installation.accounts(makesKey: false)))
            } catch let refusal as AdministrationRefusal {
                try await installation.close()
                throw refusal.failure
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    private func act(_ accounts: AdministerAccounts) async throws {
        let (name, reason) = (words.first ?? "", reason ?? "")
        switch action {
        case .show: break
        case .grant:
            guard let role = Role(rawValue: words[1]) else { return }
            try await accounts.grant(
                role,
                to: name,
                in: scope,
                reason: reason,
                until: try end()
            )
        case .revoke:
            guard let role = Role(rawValue: words[1]) else { return }
            try await accounts.revoke(role, of: name, reason: reason)
        case .handOver:
            let shown = try await accounts.handOver(organisation ?? "", of: name, to: words[1], reason: reason)
            noteHandOver(shown)
        case .suspend: try await accounts.set(.suspended, of: name, reason: reason)
        case .restore: try await accounts.set(.active, of: name, reason: reason)
        case .signOut where everybody:
            let ended = try await accounts.signOutEverybody(reason: reason)
            if json { return try Console.json(["accounts": ended.accounts, "sessions": ended.sessions]) }
            return Console.print("\(ended.sessions) sessions of \(ended.accounts) accounts are ended")
        case .signOut:
            Console.note("\(try await accounts.signOut(name, reason: reason)) sessions are ended")
            if keys { Console.note("\(try await accounts.revokeKeys(name, reason: reason)) keys are revoked") }
        case .unlink: noteUnlinked(try await accounts.unlink(name, reason: reason))
        case .password:
            guard let password = try Console.secret("New password: "), !password.isEmpty else {
                throw Failure.invalid(field: "standard input", reason: "it holds no password; write it on one line")
            }
            do {
                let count = try await accounts.resetPassword(
                    password,
                    of: name,
                    reason: reason,
                    withoutTimeCode: withoutCodes
                )
                noteUnlinked(count)
            } catch AccountRefusal.password(let problem) {
                throw Failure.invalid(field: "password", reason: problem.words)
            }
        }
        try show(try await accounts.show(name, reason: reason))
    }

    /// The moment at which the last day ends in China.
    private func end() throws -> Int64? {
        guard let until else { return nil }
        guard let end = LastDay.end(of: until) else {
            throw ValidationError("\"\(until)\" is no day; write it as 2027-12-31")
        }
        return end
    }

    private struct Shown: Encodable {
        var account, name, email, level, state: String
        var emailConfirmed, asksForCode: Bool
        var roles: [GrantContent]
    }

    /// What went over and what only ended, each by its power; standard output stays for the account.
    private func noteHandOver(_ shown: HandOver) {
        func powers(_ lines: [AuthorisationLine]) -> String {
            lines.isEmpty ? "nothing" : lines.map(\.content.power.rawValue).joined(separator: ", ")
        }
        Console.note("to \(shown.to.name) went: \(powers(shown.going)); only ended: \(powers(shown.ending))")
    }

    private func noteUnlinked(_ count: Int) {
        Console.note("\(count) accounts of other platforms are unlinked, and all sessions are ended")
    }

    private func show(_ line: OperatorAccount) throws {
        let content = line.content
        if json {
            return try Console.json(
                Shown(
                    account: line.account,
                    name: content.name,
                    email: content.email,
                    level: content.level.rawValue,
                    state: content.state.rawValue,
                    emailConfirmed: content.emailConfirmed,
                    asksForCode: line.hasTimeCode,
                    roles: line.grants
                )
            )
        }
        let confirmed = content.emailConfirmed ? "confirmed" : "not confirmed"
        let state = content.state.rawValue + (content.stateReason.map { " (" + $0 + ")" } ?? "")
        Console.print("\(content.name) <\(content.email)>, address \(confirmed), \(state)")
        Console.print(
            "\(line.account), \(content.level.rawValue), \(line.hasTimeCode ? "asks" : "does not ask") for a code"
        )
        for grant in line.grants {
            let place = [grant.region, grant.institution, grant.organisation].compactMap(\.self).joined(separator: " ")
            // The last day, not the midnight behind it.
            let last = grant.revoked ?? grant.until.map { $0 - 1 }
            let days = Self.day(grant.from) + " to " + (last.map(Self.day) ?? "-")
            let end = grant.revoked == nil ? "" : ", revoked"
            Console.print("  \(grant.role)\(place.isEmpty ? "" : " of " + place), \(days)\(end): \(grant.reason)")
        }
    }

    private static func day(_ time: Int64) -> String { PartialDate(inChinaAt: time)?.description ?? "?" }
}

extension PasswordRules.Problem {
    /// What is wrong with it, in words.
    fileprivate var words: String {
        switch self {
        case .short(let least): "it is too short; take at least \(least) characters"
        case .long(let most): "it is too long; take at most \(most) characters"
        case .common: "it is one that everybody tries first; take another"
        case .contains(let word): "it holds \"\(word)\", which is easily guessed; take another"
        }
    }
}
