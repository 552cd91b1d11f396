import Bytes
import Foundation
import Identity
import Store

/// The measurements of accounts on a store, each with people of its own.
struct AccountRun: Sendable {
    let store: Store
    let duration: Duration

    private static let password = "bench 麒麟 over nine rivers"
    private static let redirect = "https://bench.example.org/back"
    private static let issuer = "https://huizhi.example.org"
    /// Passwords that cost next to nothing, where passwords are not what is measured.
    private static let cheap = PasswordHash.Cost(logN: 10, r: 1, p: 1)

    /// What each request of somebody who is signed in begins with.
    func sessions(by visitors: Int) async throws -> Figures {
        let accounts = try accounts(at: Self.cheap)
        let people = try await people(visitors, of: accounts)
        return try await Figures.repeated(by: visitors, for: duration) { visitor, _ in
            guard try await accounts.caller(people[visitor].signedIn.token) != nil else {
                throw BenchFailure("a session was not found")
            }
            return 1
        }
    }

    /// What each request with a key begins with.
    func keys(by programs: Int) async throws -> Figures {
        let accounts = try accounts(at: Self.cheap)
        var keys: [(text: String, address: String)] = []
        for person in try await people(programs, of: accounts) {
            let wish = KeyWish(name: "bench", scopes: KeyScope.allCases.map(\.rawValue))
            let key = try await accounts.makeKey(person.signedIn.caller, wish, from: person.origin)
            keys.append((key.text, person.origin.address ?? ""))
        }
        return try await Figures.repeated(by: programs, for: duration) { [keys] program, _ in
            let (text, address) = keys[program]
            guard try await accounts.caller(ofKey: text, from: address) != nil else {
                throw BenchFailure("a key was not found")
            }
            return 1
        }
    }

    /// The check with which every use case begins, of somebody with three roles of which the last counts.
    func permissions() async throws -> Figures {
        let (now, organisation) = (store.now, "organisation/bench")
        let caller = Caller(
            account: "account/bench",
            name: "bench",
            session: [],
            roles: [
                HeldRole(.staff, .region("110000"), from: now), HeldRole(.agent, .organisation("other"), from: now),
                HeldRole(.manager, .organisation(organisation), from: now),
            ],
            isStrong: true,
            confirmedAt: now
        )
        return try await Figures.repeated(by: 1, for: duration) { _, _ in
            for _ in 0..<1_000 {
                try caller.check(.authorise, on: Target(organisation: organisation), reason: "bench", at: now)
            }
            return 1_000
        }
    }

    /// Nothing but scrypt.
    func passwords(on threads: Int) async throws -> Figures {
        let hash = try PasswordHash(Self.password, cost: PasswordHash.Cost())
        let pool = PasswordThreads(threads: threads)
        return try await Figures.repeated(by: threads, for: duration) { _, _ in
            guard try await pool.run({ try hash.matches(Self.password) }) else {
                throw BenchFailure("a password was not recognised")
            }
            return 1
        }
    }

    /// All that a node does when somebody sends address and password.
    func signIns(by count: Int) async throws -> Figures {
        let accounts = try accounts(at: PasswordHash.Cost())
        let people = try await people(count, of: accounts)
        return try await Figures.repeated(by: count, for: duration) { place, _ in
            let person = people[place]
            let step = try await accounts.signIn(email: person.email, password: Self.password, from: person.origin)
            guard case .done = step else { throw BenchFailure("a code was asked for") }
            return 1
        }
    }

    /// All that a node does from the request of a client to its tokens, for people who agreed the first time.
    func signOns(by count: Int) async throws -> Figures {
        let accounts = try accounts(at: Self.cheap)
        let service = SingleSignOn(accounts)
        let wish = ClientWish(nameZh: "示例 平台", nameEn: "Sample platform", redirects: [Self.redirect])
        let made = try await service.clients.add(wish, reason: "bench", by: .operator)
        let people = try await people(count, of: accounts)
        return try await Figures.repeated(by: count, for: duration) { place, round in
            let verifier = SecretToken().text
            let asked = [
                "client_id": made.client.id, "redirect_uri": Self.redirect, "response_type": "code", "scope": "openid",
                "code_challenge": Base64URL.text(of: sha256(Array(verifier.utf8)).bytes),
                "code_challenge_method": "S256",
            ]
            let (client, redirect) = try await service.asker(asked, repeated: [])
            let step = try await service.authorize(
                try service.request(asked, repeated: [], of: client, redirect),
                issuer: Self.issuer,
                people[place].signedIn.caller,
                agrees: round == 0,
                from: people[place].origin
            )
            guard case .done(let code) = step else { throw BenchFailure("\(step) in the place of a code") }
            var brought = [
                "grant_type": "authorization_code", "code": code, "redirect_uri": Self.redirect,
                "code_verifier": verifier, "client_id": made.client.id,
            ]
            brought["client_secret"] = made.secret
            _ = try await service.tokens(brought, repeated: [], authorization: nil)
            return 1
        }
    }

    // MARK: Who does it

    private struct Person: Sendable {
        let email: String
        let origin: Origin
        let signedIn: SignedIn
    }

    /// Accounts of a store that is thrown away, with a key that everybody may know.
    private func accounts(at cost: PasswordHash.Cost) throws -> Accounts {
        var options = Accounts.Options()
        options.cost = cost
        let key = try IdentityKey(secret: [UInt8](repeating: 7, count: IdentityKey.length))
        return try Accounts(store: store, key: key, options: options)
    }

    /// People who just made an account, each from a network of their own, as sign-ups from one are slowed.
    private func people(_ count: Int, of accounts: Accounts) async throws -> [Person] {
        var people: [Person] = []
        for _ in 0..<count {
            let number = UInt32.random(in: .min ... .max)
            let address = "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
            let origin = Origin(address: address, agent: nil)
            let email = UUID().uuidString.lowercased() + "@example.org"
            let wish = SignUp(name: "示例", email: email, password: Self.password, language: "zh", consents: true)
            people.append(Person(email: email, origin: origin, signedIn: try await accounts.signUp(wish, from: origin)))
        }
        return people
    }
}
