import Domain
import Store
import Testing

@testable import Identity

/// Closing an account while something comes to it: nothing outlives it.
@Suite(.onEveryDatabase, .namingTheDatabase) struct ClosingTests: OrganisationsTesting {
    private func close(_ account: String, ending changes: [EntryChange], _ fixture: AccountsFixture) async throws {
        try await fixture.store.eraseAccount(
            account,
            and: [],
            saving: changes,
            author: account,
            [AccountEvent("closed", of: account, time: fixture.clock.now, address: "")],
            unlessChanged: "what is to end with the account"
        )
    }

    @Test func `an account does not end while something stands that came after the lists were read`() async throws {
        let fixture = try await AccountsFixture()
        let organisations = fixture.accounts.organisations
        let anna = try await signUp(fixture).caller
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特").caller
        let none = try await organisations.endings(of: anna.account)
        #expect(none.isEmpty)
        // Both ways: who acts for the account, and for whom it acts.
        let given = try await organisations.invite(invitation(bert.account), for: nil, anna).id
        try await organisations.accept(given, agency: nil, bert)
        for account in [anna.account, bert.account] {
            await #expect(throws: Failure.self) { try await close(account, ending: none, fixture) }
            #expect(try await fixture.accounts.account(account) != nil)
        }
        #expect(try await organisations.authorisation(given)?.content.revoked == nil)
        try await close(bert.account, ending: try await organisations.endings(of: bert.account), fixture)
        try await close(anna.account, ending: try await organisations.endings(of: anna.account), fixture)
        #expect(try await organisations.authorisation(given)?.content.revoked != nil)
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `nor while it was given a role or a key`() async throws {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture).caller
        try await AdministerAccounts(fixture.accounts).grant(.staff, to: anna.account, in: .nation, reason: "示例")
        await #expect(throws: Failure.self) { try await close(anna.account, ending: [], fixture) }
        #expect(try await fixture.accounts.account(anna.account) != nil)
        try await fixture.accounts.close(anna, password: password, from: origin)
        #expect(try await fixture.accounts.account(anna.account) == nil)
    }

    @Test func `what an account takes or gives is not saved once it was closed`() async throws {
        let fixture = try await AccountsFixture()
        let organisations = fixture.accounts.organisations
        let anna = try await signUp(fixture).caller
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特").caller
        let id = try await organisations.invite(invitation(bert.account), for: nil, anna).id
        let own = try #require(try await fixture.accounts.account(bert.account))
        try await fixture.accounts.close(bert, password: password, from: origin)
        var found = try #require(try await organisations.authorisation(id))
        found.content.account = bert.account
        found.content.from = fixture.clock.now
        let changes = [
            try organisations.change(id, found.content, found.version), try fixture.accounts.change(own),
        ]
        await #expect(throws: Failure.self) { try await organisations.save(changes, author: bert.account) }
        #expect(try await organisations.authorisation(id)?.content.from == nil)
    }

    @Test func `of closing and inviting at once one comes first, and nothing is left open`() async throws {
        let fixture = try await AccountsFixture()
        let organisations = fixture.accounts.organisations
        for number in 0..<8 {
            let caller = try await signUp(fixture, "a\(number)@example.org").caller
            async let closing: Void = fixture.accounts.close(caller, password: password, from: origin)
            async let inviting = organisations.invite(invitation("dan\(number)@example.org"), for: nil, caller)
            // Whichever comes second may be refused.
            _ = try? await inviting
            _ = try? await closing
            guard try await fixture.accounts.account(caller.account) == nil else { continue }
            #expect(try await organisations.open("principal", caller.account).isEmpty)
        }
    }
}
