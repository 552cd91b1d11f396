import Store

extension Organisations {
    /// What an account may do for others now, as roles that permissions are checked with.
    ///
    /// Whoever helps does so only while they are staff of an outlet, and whoever represents only while they belong to the
    /// agency and it is a verified one.
    func powers(of account: String, besides grants: [HeldRole]) async throws -> [HeldRole] {
        let now = store.now
        let held = try await open("account", account).map(\.content).filter { $0.state(at: now) == .inEffect }
        let isStaff = grants.contains { $0.role == .staff && $0.isInEffect(at: now) }
        let places = Set(held.filter(\.power.isInside).map(\.principal))
        let agencies = try await representing(places.intersection(held.compactMap(\.agency)))
        return held.filter {
            switch $0.power {
            case .manager, .agent: true
            case .assistant: isStaff
            case .representative: $0.agency.map(agencies.contains) ?? false
            }
        }.compactMap(\.held)
    }

    /// The verified agencies whose people an account belongs to.
    func agencies(of account: String) async throws -> [OrganisationLine] {
        try await mine(account).filter { $0.content.mayRepresent && $0.powers.contains(where: \.isInside) }
    }

    /// Those of some organisations whose people may represent.
    private func representing(_ ids: Set<String>) async throws -> Set<String> {
        // Most requests come from people who represent nobody, and cost nothing here.
        guard !ids.isEmpty else { return [] }
        let found = try await store.entries(ids.sorted()).compactMap(\.self).filter { $0.state == .live }
        return Set(try found.filter { try OrganisationContent.read($0).mayRepresent }.map(\.entry))
    }

    /// The authorisation by which an account manages the organisation of another one, and may give and end that; nil for none.
    func mandate(
        of account: String,
        over content: AuthorisationContent
    ) async throws -> Found<AuthorisationContent>? {
        let now = store.now
        return try await open("account", account).first {
            $0.content.principal == content.principal && $0.content.power == .manager
                && $0.content.reaches(content, at: now)
        }
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
