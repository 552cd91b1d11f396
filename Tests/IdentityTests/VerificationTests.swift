import Domain
import Store
import Synchronization
import Testing

@testable import Identity

/// Real names, with a provider that a test tells what to say; the gateway itself is tested over HTTP in FederationTests.
@Suite(.onEveryDatabase, .namingTheDatabase) struct VerificationTests: AccountsTesting {
    /// A provider that answers as it is told.
    final class Provider: IdentityProvider {
        let id = "sharing-gateway"
        let isOffered = true
        let said = Mutex<IdentityAnswer?>(nil)
        /// The numbers that it was asked about.
        let asked = Mutex<[String]>([])

        init(_ outcome: IdentityAnswer.Outcome?, isSimulated: Bool = false) { say(outcome, isSimulated: isSimulated) }

        func say(_ outcome: IdentityAnswer.Outcome?, isSimulated: Bool = false) {
            said.withLock {
                $0 = outcome.map { IdentityAnswer(outcome: $0, serial: "S-1", isSimulated: isSimulated) }
            }
        }

        func answer(to question: IdentityQuestion) async throws -> IdentityAnswer {
            switch question {
            case .person(_, let number), .organisation(_, _, _, let number): asked.withLock { $0.append(number) }
            }
            guard let answer = said.withLock({ $0 }) else {
                throw IdentityProviderFailure(provider: id, reason: "told to")
            }
            return answer
        }
    }

    private static let number = "990000199001010017"
    private static let other = "990000198506150029"

    private func accounts(_ fixture: AccountsFixture, _ provider: Provider) throws -> Accounts {
        try Accounts(store: fixture.store, key: fixture.key, options: fixture.accounts.options, providers: [provider])
    }

    @Test func `what a simulator verified is shown as that`() async throws {
        let fixture = try await AccountsFixture { $0.takesSimulated = true }
        let anna = try await signUp(fixture).caller
        let accounts = try accounts(fixture, Provider(.match, isSimulated: true))
        #expect(try await accounts.overview(anna).level == "unverified")
        try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        #expect(try await accounts.overview(anna).level == "simulated")
        #expect(try await AdministerAccounts(accounts).list().lines.map(\.level) == ["simulated"])
    }

    @Test func `a name that matches is verified, and the number is kept nowhere`() async throws {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture).caller
        let accounts = try accounts(fixture, Provider(.match))
        await #expect(throws: AccountRefusal.verification(.number)) {
            try await accounts.verify(number: "990000199001010018", consents: true, anna, from: origin)
        }
        await #expect(throws: AccountRefusal.consent) {
            try await accounts.verify(number: Self.number, consents: false, anna, from: origin)
        }
        try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        let found = try #require(try await accounts.account(anna.account)).content
        #expect(found.level == .verified && found.verification?.provider == "sharing-gateway")
        #expect(found.verification?.serial == "S-1" && found.consents.map(\.purpose) == ["account", "identity"])
        let entry = try #require(try await fixture.store.entry(anna.account))
        #expect(!String(decoding: entry.content, as: UTF8.self).contains(Self.number))
        // Another name was verified by nobody, and its number is free again.
        try await accounts.rename(anna, to: "示例·安", language: "zh", from: origin)
        let renamed = try #require(try await accounts.account(anna.account)).content
        #expect(renamed.level == .unverified && renamed.verification == nil && renamed.personKey == nil)
    }

    @Test func `a person has one verified account`() async throws {
        let fixture = try await AccountsFixture()
        let accounts = try accounts(fixture, Provider(.match))
        let anna = try await signUp(fixture).caller
        let again = try await signUp(fixture, "anna2@example.org").caller
        try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        await #expect(throws: AccountRefusal.verification(.used)) {
            try await accounts.verify(number: Self.number, consents: true, again, from: origin)
        }
        #expect(try await accounts.account(again.account)?.content.level == .unverified)
    }

    @Test func `wrong answers are slowed, and a provider that does not answer costs none of these tries`() async throws
    {
        let fixture = try await AccountsFixture()
        let provider = Provider(nil)
        let accounts = try accounts(fixture, provider)
        let anna = try await signUp(fixture).caller
        for _ in 0..<6 {
            await #expect(throws: AccountRefusal.verification(.unanswered)) {
                try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
            }
        }
        provider.say(.unknown)
        await #expect(throws: AccountRefusal.verification(.unknown)) {
            try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        }
        provider.say(.mismatch)
        for _ in 0..<3 {
            await #expect(throws: AccountRefusal.verification(.mismatch)) {
                try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
            }
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1)) {
            try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        }
        fixture.clock.advance(seconds: 1)
        provider.say(.match, isSimulated: true)
        await #expect(throws: AccountRefusal.verification(.simulated)) {
            try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        }
    }

    @Test func `a provider that does not answer is asked ten times an hour by an account, and others ask it still`()
        async throws
    {
        // So many networks and numbers that none of them counts.
        let fixture = try await AccountsFixture { $0.addressTries.free = 1_000 }
        let provider = Provider(nil)
        let accounts = try accounts(fixture, provider)
        let anna = try await signUp(fixture).caller
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特").caller
        func ask(_ caller: Caller, _ number: String = Self.number) async throws {
            try await accounts.verify(number: number, consents: true, caller, from: origin)
        }
        // What was answered is none of the ten.
        provider.say(.mismatch)
        await #expect(throws: AccountRefusal.verification(.mismatch)) { try await ask(anna) }
        provider.say(nil)
        for _ in 0..<10 {
            await #expect(throws: AccountRefusal.verification(.unanswered)) { try await ask(anna) }
        }
        await #expect(throws: AccountRefusal.wait(seconds: 3_600)) { try await ask(anna) }
        let again = try await signIn(fixture).caller
        await #expect(throws: AccountRefusal.wait(seconds: 3_600), "another session, another number") {
            try await ask(again, Self.other)
        }
        #expect(provider.asked.withLock { $0.count } == 11)
        await #expect(throws: AccountRefusal.verification(.unanswered)) { try await ask(bert) }
        fixture.clock.advance(seconds: 3_600)
        provider.say(.match)
        try await ask(try await signIn(fixture).caller)
        #expect(provider.asked.withLock { $0.count } == 13)
    }

    @Test func `a node without a gateway says so, and the national service is declared and off`() async throws {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture).caller
        #expect(fixture.accounts.ways == [.init(id: "network-identity", isOffered: false)])
        await #expect(throws: AccountRefusal.verification(.notOffered)) {
            try await fixture.accounts.verify(number: Self.number, consents: true, anna, from: origin)
        }
        await #expect(throws: IdentityProviderFailure.self) {
            _ = try await NetworkIdentity().answer(to: .person(name: "示例", number: Self.number))
        }
    }

    @Test func `an organisation is verified by its verified representative, and one of a code`() async throws {
        let fixture = try await AccountsFixture()
        let provider = Provider(.match)
        let accounts = try accounts(fixture, provider)
        let anna = try await signUp(fixture)
        let wish = OrganisationWish(
            kind: .organisation,
            name: "示例·青石公司",
            code: AuthorisationsTests.code,
            region: "110105"
        )
        let id = try await accounts.organisations.make(wish, anna.caller)
        let manager = try #require(try await accounts.caller(anna.token))
        await #expect(throws: AccountRefusal.verification(.personFirst)) {
            try await verify(id, Self.number, manager, accounts)
        }
        try await accounts.verify(number: Self.number, consents: true, manager, from: origin)
        // Whoever has the name of the representative and not the number is somebody else.
        await #expect(throws: AccountRefusal.verification(.mismatch)) {
            try await verify(id, Self.other, manager, accounts)
        }
        #expect(provider.asked.withLock { $0 } == [Self.number], "of a number that is not one's own nobody is asked")
        await #expect(throws: AccountRefusal.verification(.number)) { try await verify(id, "1", manager, accounts) }
        await #expect(throws: AccountRefusal.consent) {
            try await accounts.organisations.verify(id, number: Self.number, consents: false, manager, from: origin)
        }
        try await verify(id, Self.number, manager, accounts)
        #expect(provider.asked.withLock { $0 } == [Self.number, Self.number])
        #expect(try await accounts.organisations.organisation(id)?.content.level == .verified)
        let person = try #require(try await accounts.account(manager.account)).content
        #expect(person.consents.map(\.purpose) == ["account", "identity", "identity"])
        try await verify(id, Self.number, manager, accounts)
        #expect(provider.asked.withLock { $0.count } == 2, "what is verified is not asked again")
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let other = try await accounts.organisations.make(wish, bert.caller)
        let second = try #require(try await accounts.caller(bert.token))
        try await accounts.verify(number: Self.other, consents: true, second, from: origin)
        await #expect(throws: AccountRefusal.verification(.used)) {
            try await verify(other, Self.other, second, accounts)
        }
        var changed = wish
        changed.name = "示例·青石股份公司"
        try await accounts.organisations.correct(id, changed, manager)
        #expect(try await accounts.organisations.organisation(id)?.content.level == .unverified)
        try await verify(other, Self.other, second, accounts)
    }

    private func verify(_ organisation: String, _ number: String, _ caller: Caller, _ accounts: Accounts) async throws {
        try await accounts.organisations.verify(organisation, number: number, consents: true, caller, from: origin)
    }

    @Test func `questions are counted by the account and by the number, from whatever session and network they come`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let accounts = try accounts(fixture, Provider(.mismatch))
        let anna = try await signUp(fixture).caller
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特").caller
        let elsewhere = Origin(address: "198.51.100.3", agent: nil)
        for _ in 0..<4 {
            await #expect(throws: AccountRefusal.verification(.mismatch)) {
                try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
            }
        }
        let again = try await signIn(fixture).caller
        await #expect(throws: AccountRefusal.wait(seconds: 1), "another session and another number") {
            try await accounts.verify(number: Self.other, consents: true, again, from: elsewhere)
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1), "another account") {
            try await accounts.verify(number: Self.number, consents: true, bert, from: elsewhere)
        }
        await #expect(throws: AccountRefusal.verification(.mismatch)) {
            try await accounts.verify(number: Self.other, consents: true, bert, from: elsewhere)
        }
    }

    @Test func `questions are counted by the network`() async throws {
        let fixture = try await AccountsFixture { $0.addressTries.free = 1 }
        let accounts = try accounts(fixture, Provider(.mismatch))
        let numbers = [Self.number, Self.other, "990000197202290036"]
        for (place, number) in numbers.enumerated() {
            let caller = try await signUp(fixture, "a\(place)@example.org").caller
            let refusal: AccountRefusal = place < 2 ? .verification(.mismatch) : .wait(seconds: 1)
            await #expect(throws: refusal) {
                try await accounts.verify(number: number, consents: true, caller, from: origin)
            }
        }
    }

    @Test func `a right answer counts as a question too, and who is verified is not asked about again`() async throws {
        let fixture = try await AccountsFixture()
        let provider = Provider(.match)
        let accounts = try accounts(fixture, provider)
        let anna = try await signUp(fixture).caller
        for round in 1...4 {
            try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
            try await accounts.verify(number: Self.other, consents: true, anna, from: origin)
            #expect(provider.asked.withLock { $0.count } == round)
            try await accounts.rename(anna, to: "示例·安\(round)", language: "zh", from: origin)
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1)) {
            try await accounts.verify(number: Self.number, consents: true, anna, from: origin)
        }
    }
}
