import Domain
import Mail
import Store
import Testing

@testable import Identity

/// What is mailed of an invitation, and what is left of one that nobody accepts.
@Suite(.onEveryDatabase, .namingTheDatabase) struct InvitationMailTests: OrganisationsTesting {
    /// The message that has waited longest in the queue; nil where there is none.
    private func mail(_ fixture: AccountsFixture) async throws -> Message? {
        guard let job = try await fixture.store.claimJob(lease: .seconds(60), kind: Message.jobKind) else { return nil }
        _ = try await fixture.store.complete(job)
        return try Message(payload: job.payload)
    }

    @Test func `whoever is invited gets a message that names nobody, and an organisation once it was verified`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let anna = try await signUp(fixture)
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let manager = try await caller(anna, fixture)
        let first = try await organisations.invite(invitation("Bert@Example.org"), for: organisation, manager)
        #expect(first.isTold == true)
        let told = try #require(try await mail(fixture))
        #expect(told.to.text == "Bert@example.org" && told.subject == "惠知：有一个邀请等您答复")
        #expect(told.text.hasPrefix("有一个单位请您在惠知替其办事。") && told.text.contains("邀请 30 天内可以接受"))
        for secret in ["青石", "安娜", "anna@", "任命书", "http"] { #expect(!told.text.contains(secret), "\(secret)") }
        try await change(organisation, fixture) { $0.level = .verified }
        try await fixture.accounts.rename(anna.caller, to: "示例·安娜", language: "en", from: origin)
        let day = fixture.clock.now + 86_400_000_000
        let second = invitation("clara@example.org", until: day)
        #expect(try await organisations.invite(second, for: organisation, manager).isTold == true)
        let english = try #require(try await mail(fixture))
        #expect(english.text.hasPrefix("示例·青石公司 asks you to act for them at Huizhi."))
        #expect(english.text.contains("can be accepted for a day."))
        #expect(try await organisations.invite(invitation("dan@example.org"), for: nil, manager).isTold == true)
        #expect(try await mail(fixture)?.text.hasPrefix("Somebody asks you to act for them at Huizhi.") == true)
    }

    @Test func `an account is told at an address that it confirmed, and a node without mail tells nobody`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let anna = try await signUp(fixture).caller
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特").caller
        let organisations = fixture.accounts.organisations
        // Of an account that was named by its id nobody learns whether it has confirmed an address.
        #expect(try await organisations.invite(invitation(bert.account), for: nil, anna).isTold == nil)
        #expect(try await mail(fixture) == nil)
        let found = try #require(try await fixture.accounts.account(bert.account))
        var content = found.content
        content.emailConfirmed = true
        try await fixture.accounts.save(content, found.id, found.version, author: found.id)
        #expect(try await organisations.invite(invitation(bert.account, .assistant), for: nil, anna).isTold == nil)
        #expect(try await mail(fixture)?.to.text == "bert@example.org")
        let silent = try await AccountsFixture()
        let clara = try await signUp(silent).caller
        let invited = try await silent.accounts.organisations.invite(invitation("d@example.org"), for: nil, clara)
        #expect(invited.isTold == false)
        #expect(try await mail(silent) == nil)
    }

    @Test func `messages to one address are slowed, whoever invites, and the invitation is kept all the same`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let organisations = fixture.accounts.organisations
        var told: [Bool?] = []
        for number in 1...4 {
            let inviter = try await signUp(fixture, "a\(number)@example.org").caller
            told.append(try await organisations.invite(invitation("dan@example.org"), for: nil, inviter).isTold)
        }
        #expect(told == [true, true, true, false])
        fixture.clock.advance(seconds: 60)
        let inviter = try await signUp(fixture, "a5@example.org").caller
        #expect(try await organisations.invite(invitation("DAN@example.org"), for: nil, inviter).isTold == true)
        #expect(try await organisations.authorisations(inviter).given.map(\.holder) == ["D***@example.org"])
    }

    @Test func `messages to an account that was named by its id are counted apart from those to its address`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let organisations = fixture.accounts.organisations
        let dan = try await signUp(fixture, "dan@example.org", name: "示例·丹").caller
        var found = try #require(try await fixture.accounts.account(dan.account))
        found.content.emailConfirmed = true
        try await fixture.accounts.save(found.content, found.id, found.version, author: found.id)
        for number in 1...5 {
            let inviter = try await signUp(fixture, "a\(number)@example.org").caller
            _ = try await organisations.invite(invitation(dan.account), for: nil, inviter)
        }
        var told = 0
        while try await mail(fixture) != nil { told += 1 }
        #expect(told == 3)
        // Who could see by the address that its messages are slowed would know whose account it is.
        let inviter = try await signUp(fixture, "b@example.org").caller
        #expect(try await organisations.invite(invitation("dan@example.org"), for: nil, inviter).isTold == true)
    }

    @Test func `an invitation that was made before there was a list of them is swept too`() async throws {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture).caller
        let organisations = fixture.accounts.organisations
        let id = try await organisations.invite(invitation("dan@example.org"), for: nil, anna).id
        // As it was kept then: in no list by when it lapses.
        let found = try #require(try await organisations.authorisation(id))
        let draft = try found.content.draft
        let old = Draft(content: draft.content, orders: draft.orders.filter { $0.field != "lapses" })
        let change = EntryChange(
            register: AuthorisationContent.register,
            entry: id,
            expectedVersion: found.version,
            draft: old
        )
        _ = try await fixture.store.save([change], author: anna.account)
        fixture.clock.advance(seconds: 31 * 86_400)
        try await fixture.accounts.sweep()
        #expect(try await organisations.authorisation(id)?.content.address == nil)
        #expect(try await organisations.authorisation(id)?.content.invited == nil)
    }

    @Test func `an invitation that lapsed is swept: it says no more whom it was for, and stands among what is past`()
        async throws
    {
        let (fixture, anna, bert, organisation, id) = try await pair()
        let organisations = fixture.accounts.organisations
        let manager = try await caller(anna, fixture)
        let late = try await organisations.invite(invitation("dan@example.org"), for: organisation, manager).id
        let day = fixture.clock.now + 86_400_000_000
        let short = try await organisations.invite(
            invitation("clara@example.org", until: day),
            for: organisation,
            manager
        ).id
        fixture.clock.advance(seconds: 86_400)
        try await fixture.accounts.sweep()
        func address(_ id: String) async throws -> String? {
            try await organisations.authorisation(id)?.content.address
        }
        #expect(try await address(short) == nil)
        #expect(try await address(late) == "d***@example.org")
        fixture.clock.advance(seconds: 29 * 86_400)
        // Long after, sessions are over: the manager signs in again.
        let again = try await caller(try await signIn(fixture), fixture)
        #expect(try await organisations.show(organisation, again).people.map(\.id).contains(late))
        try await fixture.accounts.sweep()
        #expect(try await address(late) == nil)
        let people = try await organisations.show(organisation, again).people
        #expect(people.count == 2 && people.contains { $0.id == id && $0.content.account == bert.caller.account })
        let past = try await organisations.show(organisation, isPast: true, again).people
        #expect(past.map(\.id) == [late, short] && past.allSatisfy { $0.state == .lapsed && $0.holder.isEmpty })
        let size = try await fixture.store.logHead().size
        try await fixture.accounts.sweep()
        #expect(try await fixture.store.logHead().size == size, "once")
    }
}
