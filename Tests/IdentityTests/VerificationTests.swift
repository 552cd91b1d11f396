import Domain
import Store
import Synchronization
import Testing

@testable import Identity

/// Real names, with a provider that a test tells what to say; the gateway itself is tested over HTTP in FederationTests.
struct VerificationTests: AccountsTesting {
    /// A provider that answers as it is told.
    final class Provider: IdentityProvider {
        let id = "sharing-gateway"
        let isOffered = true
        let said = Mutex<IdentityAnswer?>(nil)

        init(_ outcome: IdentityAnswer.Outcome?, isSimulated: Bool = false) { say(outcome, isSimulated: isSimulated) }

        func say(_ outcome: IdentityAnswer.Outcome?, isSimulated: Bool = false) {
            said.withLock {
                $0 = outcome.map { IdentityAnswer(outcome: $0, serial: "S-1", isSimulated: isSimulated) }
            }
        }

        func answer(to question: IdentityQuestion) async throws -> IdentityAnswer {
            guard let answer = said.withLock({ $0 }) else {
                throw IdentityProviderFailure(provider: id, reason: "told to")
            }
            return answer
        }
    }

    private static let number = "990000199001010017"

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

    @Test func `wrong answers are slowed, and a provider that does not answer costs nothing`() async throws {
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
        let accounts = try accounts(fixture, Provider(.match))
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
            try await accounts.organisations.verify(id, manager)
        }
        try await accounts.verify(number: Self.number, consents: true, manager, from: origin)
        try await accounts.organisations.verify(id, manager)
        #expect(try await accounts.organisations.organisation(id)?.content.level == .verified)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let other = try await accounts.organisations.make(wish, bert.caller)
        let second = try #require(try await accounts.caller(bert.token))
        try await accounts.verify(number: "990000198506150029", consents: true, second, from: origin)
        await #expect(throws: AccountRefusal.verification(.used)) {
            try await accounts.organisations.verify(other, second)
        }
        var changed = wish
        changed.name = "示例·青石股份公司"
        try await accounts.organisations.correct(id, changed, manager)
        #expect(try await accounts.organisations.organisation(id)?.content.level == .unverified)
        try await accounts.organisations.verify(other, second)
    }
}
