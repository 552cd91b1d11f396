import SQLCore
import Store
import Testing

/// Sessions that an outside provider vouches for, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct SessionProofTests {
    private let anna = "account/anna"
    private let link = LookupKey(scope: "account", field: "outside", value: "digest")

    private func session(_ byte: UInt8, at time: Int64, isStrong: Bool = false) -> SessionRecord {
        SessionRecord(
            id: [UInt8](repeating: byte, count: 32),
            number: [byte],
            account: anna,
            madeAt: time,
            endsAt: time + 9,
            isStrong: isStrong,
            isByProvider: true,
            address: "",
            agent: ""
        )
    }

    @Test func `a session is had by a link only while the account has it, and a password ends that it counts as such`()
        async throws
    {
        try await withStore { fixture in
            let (store, now) = (fixture.store, fixture.clock.now)
            let event = AccountEvent("signedIn", of: anna, time: now, address: "")
            #expect(try await !store.open(session(1, at: now), proving: nil, linkedBy: link, atMost: 9, event))
            func save(_ keys: [LookupKey], _ version: Int64, _ entry: String) async throws {
                let draft = Draft(content: [UInt8]("{}".utf8), keys: keys)
                let change = EntryChange(register: "account", entry: entry, expectedVersion: version, draft: draft)
                _ = try await store.save([change], author: entry)
            }
            try await save([link], 0, "account/bert")
            #expect(try await !store.open(session(1, at: now), proving: nil, linkedBy: link, atMost: 9, event))
            try await save([], 1, "account/bert")
            try await save([link], 0, anna)
            for (byte, isStrong) in [(UInt8(1), false), (2, true)] {
                let session = session(byte, at: now, isStrong: isStrong)
                #expect(try await store.open(session, proving: nil, linkedBy: link, atMost: 9, event))
                #expect(try await store.session(session.id) == session)
                let other = [UInt8](repeating: byte + 10, count: 32)
                #expect(try await store.confirm(session.id, as: other, event))
                let confirmed = try await store.session(other)
                #expect(confirmed?.isByProvider == false && confirmed?.isStrong == isStrong)
            }
            let code = Credential(.timeCode, of: anna, secret: [3], madeAt: now)
            try await store.change(.init([.timeCode], [code]), of: anna)
            #expect(try await !store.open(session(3, at: now), proving: nil, linkedBy: link, atMost: 9, event))
            #expect(
                try await store.open(
                    session(4, at: now, isStrong: true),
                    proving: nil,
                    linkedBy: link,
                    atMost: 9,
                    event
                )
            )
        }
    }
}
