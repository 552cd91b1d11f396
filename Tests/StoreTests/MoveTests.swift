import Bytes
import Domain
import SQLCore
import SQLiteDriver
import Store
import Testing

/// A store that moves into another database.
struct MoveTests {
    /// A store with versions, texts, tombstones, blobs, jobs, definitions, checkpoints and a file half read.
    private func fill(_ fixture: Fixture) async throws {
        let store = fixture.store
        let texts = [EntryText(part: "claims", language: "", text: String(repeating: "权利要求。", count: 400))]
        let file = FileIdentity(path: "/data/a.xml", size: 1, modifiedAt: 2, headDigest: sha256([3]))
        try await store.beginImport(of: file)
        _ = try await store.apply(batch((0..<700).map { record($0, texts: $0 % 3 == 0 ? texts : []) }, file: file))
        _ = try await store.apply(batch((0..<90).map { record($0, says: "second") }))
        _ = try await store.apply(batch((0..<40).map { record($0, source: "b") }))
        try await store.withdraw(["patent/CN/5"], as: .withdrawn, author: "system", note: "sent by mistake")
        try await store.withdraw(["patent/CN/6"], as: .erased, author: "system")
        let blob = try await store.stage([UInt8](repeating: 7, count: 600_000))
        _ = try await store.save(
            [
                EntryChange(
                    register: "outlet",
                    entry: "o/1",
                    expectedVersion: nil,
                    draft: Draft(
                        content: Array("{}".utf8),
                        orders: [OrderValue(field: "name", text: "北京"), OrderValue(field: "opened", number: 7)],
                        blobs: [blob]
                    )
                )
            ],
            author: "anna",
            jobs: [NewJob(kind: "mail", payload: [1, 2, 3])]
        )
        _ = try await store.keep([UInt8](repeating: 7, count: 600_000), width: 5, height: 6, madeOf: sha256([5]))
        try await store.setMeta("colour", "green")
        _ = try await store.publish(kind: "register", name: "outlet", text: "a: 1")
        for name in ["甲", "乙"] {
            let proposal = AliasProposal(name, of: "示例", .same, reason: "示例", day: "2026-11-30")
            _ = try await store.propose(proposal, limit: 9)
        }
        try await store.decide([2], AliasDecision(.rejected, answer: "示例", day: "2026-12-01"))
        let (account, id) = ("account/anna", [UInt8](repeating: 1, count: 32))
        let codes = (0..<2).map { Credential(.recovery, of: account, number: $0, secret: [UInt8($0)], madeAt: 4) }
        try await store.change(.init([.recovery], codes), of: account)
        let session = SessionRecord(
            id: id,
            number: [9],
            account: account,
            madeAt: 4,
            endsAt: .max,
            isStrong: true,
            address: "",
            agent: ""
        )
        let now = fixture.clock.now
        let event = AccountEvent("signedIn", of: account, time: now, address: "192.0.2.x", detail: "示例")
        _ = try await store.open(session, proving: nil, atMost: 9, event)
        try await store.put(OneTimeRecord(id: id, purpose: "step", account: account, endsAt: .max))
        _ = try await store.beginTry(id, longWait)
        try await store.disclose(
            Disclosure(
                time: now,
                viewer: "operator",
                role: "",
                place: "",
                subject: account,
                action: "readAccount",
                fields: "name",
                reason: "示例",
                address: ""
            )
        )
        _ = try await store.keep(of: "patent/CN/3") { _ in [KeptRow(id: [4], content: [5], keptAt: 6)] }
        _ = try await store.add([KeyUse("key/a", of: account, usedAt: 4, address: "192.0.2.x", day: 7, cost: 3)])
        _ = try await store.sealAudit()
        _ = try await store.signCheckpoint(with: LogKey.load(orMakeAt: StoreFolder(path: fixture.folder).logKey))
    }

    // The moved store has the clock of the machine.
    private let longWait = TryDelay(free: 0, first: 1 << 60, longest: 1 << 60, memory: .max)

    private func target(_ folder: String) throws -> SQLiteDatabase {
        try SQLiteDatabase(path: StoreFolder(path: folder).database)
    }

    @Test func `a store moves whole, there and back`() async throws {
        try await withStore { fixture in
            try await fill(fixture)
            let head = try await fixture.store.logHead()
            try await withFolder { there in
                let database = try target(there)
                let report = try await StoreMove(from: fixture.database, to: database)()
                #expect(report.head == head)
                #expect(!report.wasResumed)
                let moved = try await Store.open(database)
                #expect(try await moved.logHead() == head)
                #expect(try await moved.logicalDigest() == fixture.store.logicalDigest())
                let key = try LogKey.load(orMakeAt: StoreFolder(path: fixture.folder).logKey).verifier
                #expect(try await moved.verify(key: key).findings == [])
                #expect(try await moved.meta("colour") == "green")
                #expect(try await moved.aliasProposals() == fixture.store.aliasProposals())
                #expect(try await moved.aliasProposals().map(\.state) == [.open, .rejected])
                #expect(try await moved.picture(of: sha256([5]))?.height == 6)
                let id = [UInt8](repeating: 1, count: 32)
                #expect(try await moved.credentials(of: "account/anna").map(\.secret) == [[0], [1]])
                #expect(try await moved.session(id) == fixture.store.session(id))
                #expect(try await moved.session(id)?.isStrong == true)
                #expect(try await moved.oneTime(id, for: "step")?.account == "account/anna")
                #expect(try await moved.events(of: "account/anna", limit: 9).map(\.detail) == ["示例"])
                #expect(try await moved.disclosures(of: "account/anna", limit: 9).map(\.reason) == ["示例"])
                #expect(try await moved.beginTry(id, longWait) > 0)
                #expect(try await moved.kept(of: "patent/CN/3") == [KeptRow(id: [4], content: [5], keptAt: 6)])
                #expect(try await moved.keyUse(of: "key/a")?.cost == 3)
                #expect(try await moved.note(at: 831) == "sent by mistake")
                #expect(try await moved.jobCounts().open == 1)
                #expect(try await moved.version(1, of: "patent/CN/3")?.texts.count == 1)
                try await withFolder { back in
                    let again = try await StoreMove(from: database, to: target(back))()
                    #expect(again.head == head)
                    #expect(again.rows == report.rows)
                    #expect(again.logicalDigest == report.logicalDigest)
                }
                // It goes on living where it is.
                _ = try await moved.apply(batch([record(1_000)]))
                #expect(try await moved.verify().findings == [])
            }
        }
    }

    @Test func `a move that broke off goes on, and is no store before its end`() async throws {
        try await withStore { fixture in
            try await fill(fixture)
            try await withFolder { there in
                let database = try target(there)
                for stop in 1...9 {
                    let task = Task {
                        try await StoreMove(from: fixture.database, to: database) { progress in
                            guard progress.done >= Int64(stop * 300) else { return }
                            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                        }
                    }
                    await #expect(throws: (any Error).self) { try await task.value }
                    await #expect(throws: StoreError.moveUnfinished) { try await Store.open(database) }
                }
                let report = try await StoreMove(from: fixture.database, to: database)()
                #expect(report.wasResumed)
                let moved = try await Store.open(database)
                #expect(try await moved.verify().findings == [])
                #expect(try await moved.logHead() == fixture.store.logHead())
            }
        }
    }

    @Test func `a source that is written meanwhile is found out`() async throws {
        try await withStore { fixture in
            try await fill(fixture)
            try await withFolder { there in
                let database = try target(there)
                let writing = Task {
                    var number = 2_000
                    while !Task.isCancelled {
                        _ = try await fixture.store.apply(batch([record(number)]))
                        number += 1
                    }
                }
                await #expect(throws: StoreError.self) {
                    try await StoreMove(from: fixture.database, to: database)()
                }
                writing.cancel()
                _ = await writing.result
                // Nor does the rest of the move mend what was read before.
                await #expect(throws: StoreError.self) {
                    try await StoreMove(from: fixture.database, to: database)()
                }
                await #expect(throws: StoreError.moveUnfinished) { try await Store.open(database) }
            }
        }
    }

    @Test func `a target that holds anything is refused`() async throws {
        try await withStore { fixture in
            try await fill(fixture)
            try await withStore { other in
                _ = try await other.store.apply(batch([record(1)]))
                await #expect(throws: StoreError.cannotMove("the target is not empty")) {
                    try await StoreMove(from: fixture.database, to: other.database)()
                }
                #expect(try await other.store.logHead().size == 1)
            }
        }
    }
}
