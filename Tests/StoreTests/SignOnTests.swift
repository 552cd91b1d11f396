import SQLCore
import Store
import Testing

/// What signing in elsewhere keeps, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct SignOnTests {
    private let anna = "account/anna"
    private let client = "client/one"
    private let idle: Int64 = 1_000_000_000

    private func id(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    private func signOn(_ byte: UInt8, client: String = "client/one") -> SignOnRecord {
        SignOnRecord(
            id: [byte],
            account: anna,
            client: client,
            session: [7],
            issuer: "https://ip.example",
            scope: "openid",
            madeAt: Int64(byte),
            confirmedAt: 3,
            isStrong: true
        )
    }

    private func tokens(_ byte: UInt8, endsAt: Int64 = .max) -> [SignOnToken] {
        [SignOnToken(.access, id: id(byte), endsAt: endsAt), SignOnToken(.refresh, id: id(byte + 100), endsAt: endsAt)]
    }

    /// Anna signs in; a code of hers waits.
    private func begin(_ store: Store, code: [UInt8]) async throws {
        let now = store.now
        let session = SessionRecord(
            id: id(1),
            number: [7],
            account: anna,
            madeAt: now,
            endsAt: now + idle * 10,
            isStrong: false,
            address: "",
            agent: ""
        )
        try await store.change(.init([.password], [Credential(.password, of: anna, secret: [1], madeAt: 5)]), of: anna)
        #expect(
            try await store.open(
                session,
                proving: [1],
                atMost: 9,
                AccountEvent("signedIn", of: anna, time: 5, address: "")
            )
        )
        try await store.put(OneTimeRecord(id: code, purpose: "code", account: anna, endsAt: .max))
    }

    @Test func `a token for refreshing is good once, and used twice it takes all others with it`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await begin(store, code: id(50))
            #expect(try await store.begin(signOn(1), tokens(1), for: id(50)))
            #expect(try await store.signOn(ofAccess: id(1), idle: idle) == signOn(1))
            // It is no token for access, and none of another client.
            #expect(try await store.signOn(ofAccess: id(101), idle: idle) == nil)
            #expect(try await store.rotate(id(101), of: "client/two", idle: idle, to: tokens(9)) == .none)
            #expect(try await store.rotate(id(101), of: client, idle: idle, to: tokens(2)) == .next(signOn(1)))
            #expect(try await store.rotate(id(102), of: client, idle: idle, to: tokens(3)) == .next(signOn(1)))
            #expect(try await store.rotate(id(101), of: client, idle: idle, to: tokens(4)) == .reused(signOn(1)))
            #expect(try await store.rotate(id(103), of: client, idle: idle, to: tokens(5)) == .none)
            #expect(try await store.signOn(ofAccess: id(3), idle: idle) == nil)
        }
    }

    @Test func `an account finds its sign-ons, the newest first, and until when each may refresh`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await begin(store, code: id(50))
            let now = store.now
            #expect(try await store.begin(signOn(1), tokens(1, endsAt: now + 100), for: id(50)))
            #expect(try await store.begin(signOn(2, client: "client/two"), tokens(2, endsAt: now + 50), for: id(50)))
            #expect(try await store.signOns(of: anna).map(\.signOn) == [signOn(2, client: "client/two"), signOn(1)])
            #expect(try await store.signOns(of: anna).map(\.refreshEndsAt) == [now + 50, now + 100])
            // The token that was used ends sooner than the one that came for it.
            let next = tokens(3, endsAt: now + 200)
            #expect(try await store.rotate(id(101), of: client, idle: idle, to: next) == .next(signOn(1)))
            #expect(try await store.signOns(of: anna)[1].refreshEndsAt == now + 200)
            try await store.revoke(id(102), of: "client/two")
            #expect(try await store.signOns(of: anna)[0].refreshEndsAt == nil)
            #expect(try await store.signOns(of: "account/bert").isEmpty)
        }
    }

    @Test func `of two who refresh at once one gets tokens, and then nobody has any`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await begin(store, code: id(50))
            #expect(try await store.begin(signOn(1), tokens(1), for: id(50)))
            async let first = store.rotate(id(101), of: client, idle: idle, to: tokens(2))
            async let second = store.rotate(id(101), of: client, idle: idle, to: tokens(3))
            let both = try await [first, second]
            #expect(both.count { $0 == .next(signOn(1)) } == 1 && both.count { $0 == .reused(signOn(1)) } == 1)
            for byte in UInt8(1)...3 { #expect(try await store.signOn(ofAccess: id(byte), idle: idle) == nil) }
        }
    }

    @Test func `nothing is had without a session and its code, and tokens end with the session`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            #expect(try await store.begin(signOn(1), tokens(1), for: id(50)) == false)
            try await begin(store, code: id(50))
            #expect(try await store.begin(signOn(1), tokens(1), for: id(51)) == false)
            #expect(try await store.begin(signOn(1), tokens(1), for: id(50)))
            #expect(try await store.signOnsOver(idle: idle, after: [], limit: 9) == [])
            _ = try await store.end(id(1), of: anna, AccountEvent("signedOut", of: anna, time: 6, address: ""))
            #expect(try await store.signOn(ofAccess: id(1), idle: idle) == nil)
            #expect(try await store.rotate(id(101), of: client, idle: idle, to: tokens(2)) == .none)
            #expect(try await store.signOnsOver(idle: idle, after: [], limit: 9) == [signOn(1)])
            // Whoever is first tells the client, once.
            try await store.drop(signOn(1), then: [NewJob(kind: "told")])
            try await store.drop(signOn(1), then: [NewJob(kind: "told")])
            #expect(try await store.claimJob(lease: .seconds(60), kind: "told") != nil)
            #expect(try await store.claimJob(lease: .seconds(60), kind: "told") == nil)
            #expect(try await store.signOnsOver(idle: idle, after: [], limit: 9) == [])
        }
    }

    @Test func `a client is left at once, other clients stay, and a new password ends them all`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await begin(store, code: id(50))
            #expect(try await store.begin(signOn(1), tokens(1), for: id(50)))
            #expect(try await store.begin(signOn(2, client: "client/two"), tokens(2), for: id(50)))
            try await store.endSignOns(of: anna, at: client)
            #expect(try await store.signOn(ofAccess: id(1), idle: idle) == nil)
            #expect(try await store.signOn(ofAccess: id(2), idle: idle) != nil)
            #expect(try await store.signOnsOver(idle: idle, after: [], limit: 9).map(\.id) == [[1]])
            #expect(try await store.signOnsOver(idle: idle, after: [1], limit: 9) == [])
            // Another client's token is none of its business.
            try await store.revoke(id(2), of: client)
            #expect(try await store.signOn(ofAccess: id(2), idle: idle) != nil)
            let other = Credential(.password, of: anna, secret: [2], madeAt: 8)
            try await store.change(.init([.password], [other], keeping: id(1)), of: anna)
            #expect(try await store.session(id(1)) != nil)
            #expect(try await store.signOn(ofAccess: id(2), idle: idle) == nil)
        }
    }

    @Test func `a session has ten sign-ons at a client, and the sweep takes what is over`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await begin(store, code: id(50))
            for byte in UInt8(1)...11 {
                #expect(try await store.begin(signOn(byte), tokens(byte), for: id(50)), "\(byte)")
            }
            #expect(try await store.signOn(ofAccess: id(1), idle: idle) == nil)
            #expect(try await store.signOn(ofAccess: id(2), idle: idle) != nil)
            // The two tokens of the first.
            #expect(try await store.sweepSignOns() == 2)
            #expect(try await store.begin(signOn(12), tokens(12, endsAt: store.now - 1), for: id(50)))
            #expect(try await store.signOn(ofAccess: id(12), idle: idle) == nil)
            // Those two, and the two of the second.
            #expect(try await store.sweepSignOns() == 4)
        }
    }

    @Test func `of two nodes that make the next key one succeeds, and keys are withdrawn`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            func key(_ number: Int64, _ id: String) -> SigningKeyRecord {
                SigningKeyRecord(number: number, id: id, secret: [1, 2], madeAt: 5, activeAt: 6)
            }
            try await store.put(key(1, "a"))
            try await store.put(key(1, "b"))
            try await store.put(key(2, "c"))
            #expect(try await store.signingKeys() == [key(1, "a"), key(2, "c")])
            try await store.put(key(3, "d"), withdrawing: true)
            #expect(try await store.signingKeys() == [key(3, "d")])
        }
    }
}
