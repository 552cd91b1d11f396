import Domain
import Store

extension AdministerAccounts {
    /// Refuses what is allowed to who administers nowhere, before anything is looked up.
    func permitSomewhere(_ action: Action) throws {
        guard case .caller(let caller, _) = administrator else { return }
        guard caller.mayDo(action, at: store.now) else { throw Failure.notAllowed(action: action.rawValue) }
    }

    /// Refuses what who administers may not do; what is grave takes a proof of who it is.
    func permit(_ action: Action, on target: Target, reason: String = "", isGrave: Bool = true) throws {
        guard case .caller(let caller, _) = administrator else { return }
        do {
            try caller.check(action, on: target, reason: reason, at: store.now)
        } catch Failure.invalid {
            throw AdministrationRefusal.reason
        }
        if isGrave { try accounts.needConfirmation(caller) }
    }

    /// The same for a grant, which must not reach further than the own one, nor make anybody two of the three administrators.
    func permitGrant(
        of role: Role,
        in scope: Scope,
        to account: String,
        holding held: [HeldRole],
        reason: String
    ) throws {
        guard case .caller(let caller, _) = administrator else { return }
        do {
            try caller.checkGrant(of: role, in: scope, to: account, holding: held, reason: reason, at: store.now)
        } catch Failure.conflict {
            throw AdministrationRefusal.administrator
        }
        try accounts.needConfirmation(caller)
    }

    /// Lets declarations be published, which takes a reason and a proof of who it is.
    ///
    /// - Throws: `Failure.notAllowed`; `AdministrationRefusal.reason`; `AccountRefusal.needsConfirmation`.
    package func permitPublishing(reason: String) throws {
        try permit(.publishDefinitions, on: .everything, reason: reason, isGrave: false)
        try Self.check(reason)
        guard case .caller(let caller, _) = administrator else { return }
        try accounts.needConfirmation(caller)
    }

    /// Whether who administers may do something at some place, so that a page may offer it.
    package func maySee(_ action: Action) -> Bool {
        guard case .caller(let caller, _) = administrator else { return true }
        // Of these only grants belong to a region; the rest is for roles of the nation.
        return action == .readGrants || action == .grantRole
            ? caller.mayDo(action, at: store.now) : covers(action, .everything)
    }

    /// Whether who administers may do something to a target, where that alone decides what is shown.
    func covers(_ action: Action, _ target: Target) -> Bool {
        guard case .caller(let caller, _) = administrator else { return true }
        return caller.mayDo(action, at: store.now) && caller.role(for: action, on: target, at: store.now) != nil
    }

    /// A grant; one that the caller may not touch is told like one that does not exist.
    func grantEntry(_ id: String, for action: Action) async throws -> Grant {
        guard let entry = try await store.entry(id, withTexts: false), entry.state == .live,
            entry.register == GrantContent.register
        else { throw Failure.notFound(what: id) }
        let content = try GrantContent.read(entry)
        guard covers(action, content.target) else { throw Failure.notFound(what: id) }
        return (id, entry.version, content)
    }

    /// Keeps that personal data are about to be shown to who administers.
    package func disclose(_ action: Action, of subject: String, fields: [String], reason: String) async throws {
        var disclosure = Disclosure(
            time: store.now,
            viewer: administrator.author,
            role: "",
            place: "",
            subject: subject,
            action: action.rawValue,
            fields: fields.joined(separator: ","),
            reason: reason,
            address: ""
        )
        if case .caller(let caller, let origin) = administrator {
            // Nobody has to be told that they saw themselves.
            guard caller.account != subject else { return }
            let role = caller.role(for: action, on: Target(account: subject), at: store.now)
            disclosure.role = role?.role.rawValue ?? ""
            disclosure.place = role?.scope.place ?? ""
            disclosure.address = origin.place
        }
        try await store.disclose(disclosure)
    }
}

extension GrantContent {
    /// What permission to see or take back the grant depends on.
    var target: Target { scope.target(account: account) ?? Target(account: account) }
}

extension Scope {
    /// The organisation, institution or region; nil where it is everywhere.
    package var place: String? {
        switch self {
        case .organisation(let id), .institution(let id), .region(let id): id
        case .own, .nation: nil
        }
    }
}
