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
        )
        try await organisations.accept(id, agency: nil, bert.caller)
        return (fixture, anna, bert, organisation, id)
    }
}
