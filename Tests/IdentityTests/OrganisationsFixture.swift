import Domain
import Store
import Testing

@testable import Identity

/// What the tests of organisations have in common.
protocol OrganisationsTesting: AccountsTesting {}

extension OrganisationsTesting {
    /// A code of the region 990000, which nobody has.
    static var code: String { "91990000990000014B" }

    func wish(_ code: String? = nil, kind: OrganisationContent.Kind = .organisation) -> OrganisationWish {
        OrganisationWish(kind: kind, name: "示例·青石公司", code: code ?? Self.code, region: "110105")
    }

    /// Somebody who is signed in as a request finds them now.
    func caller(_ signedIn: SignedIn, _ fixture: AccountsFixture) async throws -> Caller {
        try #require(try await fixture.accounts.caller(signedIn.token))
    }

    func invitation(
        _ who: String,
        _ power: Power = .agent,
        business: [String] = [],
        until: Int64? = nil
    ) -> Invitation {
        Invitation(who: who, power: power, business: business, until: until, reason: "示例：任命书 3")
    }

    /// Makes an agency that was verified.
    func agency(_ caller: Caller, _ fixture: AccountsFixture) async throws -> String {
        let id = try await fixture.accounts.organisations.make(wish(kind: .agency), caller)
        try await change(id, fixture) { $0.level = .verified }
        return id
    }

    /// Saves an organisation as it is to be, whoever would have to say so.
    func change(
        _ id: String,
        _ fixture: AccountsFixture,
        _ update: (inout OrganisationContent) -> Void
    ) async throws {
        let organisations = fixture.accounts.organisations
        let found = try #require(try await organisations.organisation(id))
        var content = found.content
        update(&content)
        try await organisations.save([organisations.change(id, content, found.version)], author: "operator")
    }

    /// Anna manages an organisation, Bert was invited and accepted.
    func pair(
        _ power: Power = .agent,
        business: [String] = [],
        until: Int64? = nil
    ) async throws -> (fixture: AccountsFixture, anna: SignedIn, bert: SignedIn, organisation: String, id: String) {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let id = try await organisations.invite(
            invitation(bert.caller.account, power, business: business, until: until),
            for: organisation,
            try await caller(anna, fixture)
        ).id
        try await organisations.accept(id, agency: nil, bert.caller)
        return (fixture, anna, bert, organisation, id)
    }
}
