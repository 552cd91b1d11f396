import SQLCore
import Store
import Testing

/// What signing in keeps, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct AccountTests {
    private let anna = "account/anna"
    private let second: Int64 = 1_000_000

    private func event(_ kind: String, _ account: String, at time: Int64, _ address: String = "192.0.2.x")
        -> AccountEvent
    {
        AccountEvent(kind, of: account, time: time, address: address)
    }

    private func session(_ byte: UInt8, of account: String, at time: Int64, lasting: Int64) -> SessionRecord {
        SessionRecord(
            id: id(byte),
            number: [byte],
            account: account,
            madeAt: time,
            endsAt: time + lasting,
            isStrong: false,
            address: "192.0.2.x",
            agent: "Firefox, Linux"
        )
    }

    /// Gives an account a password, so that sessions can be had with it.
    private func open(_ store: Store, _ session: SessionRecord, _ event: AccountEvent) async throws {
        if try await store.credentials(of: session.account).isEmpty {
            let password = Credential(.password, of: session.account, secret: [1], madeAt: 5)
            try await store.change(.init([], [password]), of: session.account)
        }
        #expect(try await store.open(session, proving: [1], atMost: 9, event))
    }

    private func id(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    @Test func `credentials of some kinds are replaced and the others stay`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let password = Credential(.password, of: anna, secret: [1], madeAt: 5)
            let codes = (0..<2).map { Credential(.recovery, of: anna, number: $0, secret: [7, UInt8($0)], madeAt: 6) }
            try await store.change(.init([.password, .recovery], [password] + codes), of: anna)
            let bert = Credential(.password, of: "account/bert", secret: [9], madeAt: 5)
            try await store.change(.init([.password], [bert]), of: "account/bert")
            #expect(try await store.credentials(of: anna) == [password] + codes)
            let other = Credential(.password, of: anna, secret: [2], madeAt: 8)
            try await store.change(.init([.password], [other]), of: anna)
            #expect(try await store.credentials(of: anna) == [other] + codes)
            try await store.change(.init([.recovery], []), of: anna)
            #expect(try await store.credentials(of: anna) == [other])
            #expect(try await store.credentials(of: "account/bert").map(\.secret) == [[9]])
        }
    }

    @Test func `a step of a code and a recovery code are used once, whoever is first`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let secret = Credential(.timeCode, of: anna, secret: [3], madeAt: 5, used: 10)
            let code = Credential(.recovery, of: anna, secret: [4], madeAt: 5)
            try await store.change(.init([.timeCode, .recovery], [secret, code]), of: anna)
            #expect(try await !store.use(.timeCode, of: anna, step: 10))
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await store.use(.timeCode, of: self.anna, step: 11) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            #expect(try await !store.use(.timeCode, of: anna, step: 9))
            #expect(try await !store.useRecovery([5], of: anna))
            #expect(try await !store.useRecovery([4], of: "account/bert"))
            #expect(try await store.useRecovery([4], of: anna))
            #expect(try await !store.useRecovery([4], of: anna))
            #expect(try await store.credentials(of: anna).map(\.used) == [fixture.clock.now, 11])
        }
    }

    @Test func `sessions are found, seen, confirmed under another token, and ended`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            for byte in UInt8(1)...3 {
                let record = session(byte, of: anna, at: now + Int64(byte), lasting: 100 * second)
                try await open(store, record, event("signedIn", anna, at: now + Int64(byte)))
            }
            try await open(
                store,
                session(4, of: "account/bert", at: now, lasting: second),
                event("signedIn", "b", at: now)
            )
            #expect(try await store.sessions(of: anna).map(\.id) == [id(3), id(2), id(1)])
            #expect(try await store.session(id(9)) == nil)

            try await store.see(id(1), at: now + 60 * second)
            try await store.see(id(1), at: now + 30 * second)
            #expect(try await store.session(id(1))?.seenAt == now + 60 * second)

            fixture.clock.advance(5 * second)
            let confirmed = event("confirmed", anna, at: fixture.clock.now)
            #expect(try await store.confirm(id(1), as: id(11), confirmed))
            #expect(try await !store.confirm(id(1), as: id(12), confirmed))
            #expect(try await store.session(id(1)) == nil)
            let renewed = try #require(try await store.session(id(11)))
            #expect(renewed.number == [1] && renewed.confirmedAt == now + 5 * second && renewed.madeAt == now + 1)

            // Nobody ends the session of somebody else.
            #expect(try await !store.end(number: [4], of: anna, confirmed))
            #expect(try await store.end(number: [2], of: anna, event("sessionEnded", anna, at: now + 6 * second)))
            #expect(try await !store.end(id(1), of: anna, confirmed))
            let ended = event("otherSessionsEnded", anna, at: now + 7 * second)
            #expect(try await store.endSessions(of: anna, but: id(11), ended) == 1)
            #expect(try await store.sessions(of: anna).map(\.id) == [id(11)])
            #expect(try await store.session(id(4)) != nil)
            let kinds = try await store.events(of: anna, limit: 3).map(\.kind)
            #expect(kinds == ["otherSessionsEnded", "sessionEnded", "confirmed"])
            #expect(try await store.end(id(11), of: anna, event("signedOut", anna, at: now + 8 * second)))
        }
    }

    @Test func `a token is good for its purpose, its time and so many tries, and once`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            let record = OneTimeRecord(
                id: id(1),
                purpose: "step",
                account: anna,
                payload: [5],
                endsAt: now + 10 * second
            )
            try await store.put(record)
            #expect(try await store.oneTime(id(1), for: "step") == record)
            #expect(try await store.oneTime(id(1), for: "reset") == nil)
            #expect(try await store.tryOneTime(id(1), for: "reset", atMost: 2) == nil)
            #expect(try await store.tryOneTime(id(1), for: "step", atMost: 2)?.tries == 1)
            #expect(try await store.tryOneTime(id(1), for: "step", atMost: 2)?.payload == [5])
            #expect(try await store.tryOneTime(id(1), for: "step", atMost: 2) == nil)
            #expect(try await store.takeOneTime(id(1), for: "reset") == nil)
            #expect(try await store.takeOneTime(id(1), for: "step")?.account == anna)
            #expect(try await store.takeOneTime(id(1), for: "step") == nil)

            try await store.put(OneTimeRecord(id: id(2), purpose: "step", account: anna, endsAt: now + second))
            try await store.put(
                OneTimeRecord(id: id(3), purpose: "step", account: anna, endsAt: now + 9 * second),
                replacing: true
            )
            #expect(try await store.oneTime(id(2), for: "step") == nil)
            fixture.clock.advance(9 * second)
            #expect(try await store.oneTime(id(3), for: "step") == nil)
            #expect(try await store.tryOneTime(id(3), for: "step", atMost: 9) == nil)
            #expect(try await store.takeOneTime(id(3), for: "step") == nil)
        }
    }

    @Test func `tries are free, then slowed twice as long each time, and forgotten`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let delay = TryDelay(free: 2, first: second, longest: 3 * second, memory: 60 * second)
            for _ in 0..<3 { #expect(try await store.beginTry(id(1), delay) == 0) }
            #expect(try await store.beginTry(id(1), delay) == second)
            fixture.clock.advance(second / 2)
            #expect(try await store.beginTry(id(1), delay) == second / 2)
            #expect(try await store.beginTry(id(2), delay) == 0)
            fixture.clock.advance(second / 2)
            #expect(try await store.beginTry(id(1), delay) == 0)
            #expect(try await store.beginTry(id(1), delay) == 2 * second)
            fixture.clock.advance(2 * second)
            #expect(try await store.beginTry(id(1), delay) == 0)
            #expect(try await store.beginTry(id(1), delay) == 3 * second)
            // The last failure is taken back with its wait; the ones before still count.
            try await store.forgive(id(1))
            #expect(try await store.beginTry(id(1), delay) == 0)
            #expect(try await store.beginTry(id(1), delay) == 3 * second)
            fixture.clock.advance(60 * second)
            #expect(try await store.beginTry(id(1), delay) == 0)
            #expect(try await store.beginTry(id(1), delay) == 0)
            try await store.succeeded(id(1))
            for _ in 0..<3 { #expect(try await store.beginTry(id(1), delay) == 0) }
        }
    }

    @Test func `of many tries at once only those are made that are free`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let delay = TryDelay(free: 3, first: 3_600 * second, longest: 3_600 * second, memory: 7_200 * second)
            let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 { group.addTask { try await store.beginTry(self.id(1), delay) == 0 } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(made == 4)
        }
    }

    @Test func `waits grow without ever leaving their bound`() {
        let delay = TryDelay(free: 3, first: 1, longest: 1_000, memory: 1)
        #expect((0...7).map { delay.wait(after: $0) } == [0, 0, 0, 0, 1, 2, 4, 8])
        #expect(delay.wait(after: 100) == 1_000)
        #expect(delay.wait(after: .max) == 1_000)
        #expect(TryDelay(free: 0, first: .max, longest: 9, memory: 1).wait(after: 2) == 9)
    }

    @Test func `an account that is erased leaves that it was, and nothing about whom`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            let key = LookupKey(scope: "account", field: "email", value: "ab12")
            let draft = Draft(
                content: Array(#"{"name":"示例"}"#.utf8),
                keys: [key],
                orders: [OrderValue(field: "created", number: 5)]
            )
            let change = EntryChange(register: "account", entry: anna, expectedVersion: 0, draft: draft)
            _ = try await store.save([change], author: anna)
            try await open(store, session(1, of: anna, at: now, lasting: second), event("signedIn", anna, at: now))
            try await store.put(OneTimeRecord(id: id(2), purpose: "step", account: anna, endsAt: now + second))

            let grant = EntryChange(
                register: "grant",
                entry: "grant/1",
                expectedVersion: 0,
                draft: Draft(content: Array("{}".utf8), orders: [OrderValue(field: "account", text: anna)])
            )
            _ = try await store.save([grant], author: "operator")
            try await store.eraseAccount(anna, and: ["grant/1"], author: anna, [event("closed", anna, at: now + 1, "")])
            #expect(try await store.entry("grant/1")?.state == .erased)
            #expect(try await store.entry(anna)?.state == .erased)
            #expect(try await store.entry(with: key) == nil)
            #expect(try await store.version(1, of: anna) == nil)
            #expect(try await store.credentials(of: anna) == [])
            #expect(try await store.session(id(1)) == nil)
            #expect(try await store.oneTime(id(2), for: "step") == nil)
            let events = try await store.events(of: anna, limit: 9)
            #expect(events.map(\.kind) == ["closed", "signedIn"] && events.map(\.address) == ["", ""])
            #expect(try await store.verify().findings == [])
        }
    }

    @Test func `an account is erased with what follows from it for others, or nothing of both is done`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            func change(_ entry: String, _ content: String, _ version: Int64) -> EntryChange {
                EntryChange(
                    register: "account",
                    entry: entry,
                    expectedVersion: version,
                    draft: Draft(content: Array(content.utf8))
                )
            }
            _ = try await store.save([change(anna, "{}", 0), change("other/1", "{}", 0)], author: anna)
            let last = event("closed", anna, at: now, "")
            func erase(_ version: Int64) async throws {
                let moved = change("other/1", #"{"moved":true}"#, version)
                try await store.eraseAccount(anna, and: [], saving: [moved], author: anna, [last])
            }
            // The first half is refused.
            await #expect(throws: StoreError.changedMeanwhile(entry: "other/1", expected: 7, found: 1)) {
                try await erase(7)
            }
            // The second half fails.
            func run(_ statement: Statement) async throws {
                _ = try await fixture.database.write { try $0.run(statement) }
            }
            try await run(Statement("ALTER TABLE kept RENAME TO kept_elsewhere"))
            await #expect(throws: DatabaseError.self) { try await erase(1) }
            try await run(Statement("ALTER TABLE kept_elsewhere RENAME TO kept"))
            #expect(try await store.entry(anna)?.state == .live)
            #expect(try await store.entry("other/1")?.version == 1)
            #expect(try await store.events(of: anna, limit: 9) == [])
            try await erase(1)
            #expect(try await store.entry(anna)?.state == .erased)
            #expect(try await store.entry("other/1")?.version == 2)
            #expect(try await store.events(of: anna, limit: 9).map(\.kind) == ["closed"])
            #expect(try await store.logHead().size == 4)
            #expect(try await store.verify().findings == [])
        }
    }

    @Test func `a session is not had with a password that is no longer one, nor without the code that is asked for`()
        async throws
    {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            let first = Credential(.password, of: anna, secret: [1], madeAt: now)
            let second = Credential(.password, of: anna, secret: [2], madeAt: now)
            let signedIn = event("signedIn", anna, at: now)
            try await store.change(.init([.password], [first]), of: anna)
            try await store.put(OneTimeRecord(id: id(9), purpose: "step", account: anna, endsAt: .max))
            #expect(try await store.open(session(1, of: anna, at: now, lasting: 9), proving: [1], atMost: 9, signedIn))
            #expect(try await store.open(session(2, of: anna, at: now, lasting: 9), proving: [1], atMost: 9, signedIn))
            try await store.change(.init([.password], [second], keeping: id(2)), of: anna)
            #expect(try await store.sessions(of: anna).map(\.id) == [id(2)])
            #expect(try await store.oneTime(id(9), for: "step") == nil)
            #expect(try await !store.open(session(3, of: anna, at: now, lasting: 9), proving: [1], atMost: 9, signedIn))

            // A hash that is made stronger is no other password, and never brings an old one back.
            try await store.rehash(anna, from: [1], to: [11])
            #expect(try await store.credentials(of: anna).map(\.secret) == [[2]])
            try await store.rehash(anna, from: [2], to: [22])
            #expect(try await store.credentials(of: anna).map(\.secret) == [[22]])

            let code = Credential(.timeCode, of: anna, secret: [3], madeAt: now)
            try await store.change(.init([.timeCode], [code]), of: anna)
            #expect(
                try await !store.open(session(4, of: anna, at: now, lasting: 9), proving: [22], atMost: 9, signedIn)
            )
            var strong = session(5, of: anna, at: now, lasting: 9)
            strong.isStrong = true
            #expect(try await store.open(strong, proving: [22], atMost: 9, signedIn))
            #expect(try await store.sessions(of: anna).map(\.id) == [id(5)])
        }
    }

    @Test func `passwords that change at the same time leave one, and sessions of none of the others`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            try await store.change(
                .init([.password], [Credential(.password, of: anna, secret: [0], madeAt: now)]),
                of: anna
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                for byte in UInt8(1)...6 {
                    group.addTask {
                        let other = Credential(.password, of: self.anna, secret: [byte], madeAt: now)
                        try await store.change(.init([.password], [other]), of: self.anna)
                    }
                    group.addTask {
                        let session = self.session(byte, of: self.anna, at: now, lasting: 9)
                        let event = self.event("signedIn", self.anna, at: now)
                        _ = try await store.open(session, proving: [0], atMost: 9, event)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.credentials(of: anna).count == 1)
            #expect(try await store.sessions(of: anna) == [])
        }
    }

    @Test func `of too many sessions the oldest end`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            for byte in UInt8(1)...5 {
                let record = session(byte, of: anna, at: now + Int64(byte), lasting: 99)
                if byte == 1 {
                    try await open(store, record, event("signedIn", anna, at: now))
                } else {
                    #expect(try await store.open(record, proving: [1], atMost: 3, event("signedIn", anna, at: now)))
                }
            }
            #expect(try await store.sessions(of: anna).map(\.id) == [id(5), id(4), id(3)])
            try await store.forgetSessions()
            #expect(try await store.sessions(of: anna) == [])
        }
    }

    @Test func `what is over, old or of no account is swept, and nothing else`() async throws {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            let hour = 3_600 * second
            for account in [anna, "account/gone"] {
                if account == anna {
                    let draft = Draft(content: Array("{}".utf8))
                    let change = EntryChange(register: "account", entry: anna, expectedVersion: 0, draft: draft)
                    _ = try await store.save([change], author: anna)
                }
                let byte: UInt8 = account == anna ? 1 : 2
                try await open(
                    store,
                    session(byte, of: account, at: now, lasting: 9 * hour),
                    event("signedIn", account, at: now)
                )
            }
            #expect(
                try await store.open(
                    session(3, of: anna, at: now, lasting: hour),
                    proving: [1],
                    atMost: 9,
                    event("old", anna, at: now - hour)
                )
            )
            try await store.put(OneTimeRecord(id: id(1), purpose: "step", account: anna, endsAt: now + hour))
            try await store.put(OneTimeRecord(id: id(2), purpose: "step", account: anna, endsAt: now + 2 * hour))
            let delay = TryDelay(free: 1, first: 1, longest: 1, memory: 1)
            _ = try await store.beginTry(id(1), delay)
            fixture.clock.advance(hour)
            _ = try await store.beginTry(id(2), delay)
            try await store.see(id(1), at: now + hour)

            // A session that is over, a token, a try, an event; of the account that is gone a password, a session, a place.
            #expect(
                try await store.sweepAccounts(idle: 2 * hour, attempts: hour, events: 2 * hour, disclosures: hour) == 7
            )
            #expect(try await store.sessions(of: anna).map(\.id) == [id(1)])
            #expect(try await store.session(id(2)) == nil)
            #expect(try await store.credentials(of: "account/gone") == [])
            #expect(try await store.credentials(of: anna).count == 1)
            #expect(try await store.events(of: "account/gone", limit: 9).map(\.address) == [""])
            #expect(try await store.events(of: anna, limit: 9).map(\.address) == ["192.0.2.x"])
            #expect(try await store.oneTime(id(2), for: "step") != nil)
            #expect(
                try await store.sweepAccounts(idle: 2 * hour, attempts: hour, events: 2 * hour, disclosures: hour) == 0
            )
            fixture.clock.advance(hour)
            #expect(
                try await store.sweepAccounts(idle: hour, attempts: 9 * hour, events: 9 * hour, disclosures: hour) == 2
            )
            #expect(try await store.sessions(of: anna) == [])
        }
    }

    @Test func `entries are listed by a text for staff, without tombstones`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let changes = [("g/1", "anna", 3), ("g/2", "bert", 1), ("g/3", "anna", 2), ("g/4", "anna", 1)].map {
                EntryChange(
                    register: "grant",
                    entry: $0.0,
                    expectedVersion: 0,
                    draft: Draft(
                        content: Array("{}".utf8),
                        orders: [OrderValue(field: "account", text: $0.1, number: Int64($0.2))]
                    )
                )
            }
            _ = try await store.save(changes, author: "test")
            try await store.withdraw(["g/4"], as: .withdrawn, author: "test")
            let found = try await store.entries(of: "grant", where: "account", is: "anna", limit: 9)
            #expect(found.map(\.entry) == ["g/3", "g/1"] && found.allSatisfy { $0.content == Array("{}".utf8) })
            #expect(
                try await store.entries(of: "grant", where: "account", is: "anna", limit: 1).map(\.entry) == ["g/3"]
            )
            #expect(try await store.entries(of: "account", where: "account", is: "anna", limit: 9) == [])
            // A list goes on behind a number and, among the same, an identifier.
            for (number, entry, rest) in [
                (Int64(2), "g/3", ["g/1"]), (2, "g/2", ["g/3", "g/1"]), (1, "z", ["g/3", "g/1"]), (3, "g/1", []),
            ] {
                let after = OrderPlace(number: number, entry: entry)
                let found = try await store.entries(of: "grant", where: "account", is: "anna", after: after, limit: 9)
                #expect(found.map(\.entry) == rest, "\(number) \(entry)")
            }
        }
    }
}
