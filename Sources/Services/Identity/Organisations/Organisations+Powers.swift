import Store

extension Organisations {
    /// What an account may do for others now, as roles that permissions are checked with.
    ///
    /// Whoever helps does so only while they are staff of an outlet, and whoever represents only while they belong to the agency.
    func powers(of account: String, besides grants: [HeldRole]) async throws -> [HeldRole] {
        let now = store.now
        let held = try await open("account", account).map(\.content).filter { $0.state(at: now) == .inEffect }
        let isStaff = grants.contains { $0.role == .staff && $0.isInEffect(at: now) }
        let places = Set(held.filter(\.power.isInside).map(\.principal))
        return held.filter {
            switch $0.power {
            case .manager, .agent: true
            case .assistant: isStaff
            case .representative: $0.agency.map(places.contains) ?? false
            }
        }.compactMap(\.held)
    }

    /// All that an account may or might do for others, and might once; nobody but its owner is shown it.
    func held(by account: String) async throws -> [AuthorisationLine] {
        try await lines(try await open("holder", account))
    }

    /// Who belongs to the organisation of an authorisation, besides whoever has it.
    func successors(of content: AuthorisationContent) async throws -> [AuthorisationView.Successor] {
        let now = store.now
        let inside = try await open("principal", content.principal).map(\.content)
            .filter { $0.power.isInside && $0.state(at: now) == .inEffect }
        let accounts = Set(inside.compactMap(\.account)).subtracting([content.account ?? ""]).sorted()
        let names = try await names(accounts)
        return accounts.compactMap { id in names[id].map { .init(account: id, name: $0) } }
    }
}
