import Domain
import Foundation
import PostgresDriver
import SQLCore
import SQLiteDriver
import Store
import TestServer
import Testing

@testable import Identity

/// Verifying the audit for who may: at once for the operator, by a job for the audit administrator.
struct VerifyAuditTests: AccountsTesting {
    /// A database on which it must do the same.
    enum Place: String, CaseIterable, Sendable {
        case sqlite, postgres

        static let available = allCases.filter { $0 == .sqlite || TestServer.shared != nil }

        func withDatabase(_ body: (any Database) async throws -> Void) async throws {
            switch self {
            case .sqlite:
                try await withFolder { try await body(try SQLiteDatabase(path: StoreFolder(path: $0).database)) }
            case .postgres:
                try await #require(TestServer.shared).withDatabase { try await body(try PostgresDatabase(url: $0)) }
            }
        }
    }

    private func caller(_ role: Role, in scope: Scope = .nation, isStrong: Bool = true) -> Caller {
        Caller(
            account: "account/cato",
            name: "示例",
            session: [1],
            roles: [HeldRole(role, scope, from: 0)],
            isStrong: isStrong,
            confirmedAt: 0
        )
    }

    /// Does the job that waits, as a node does.
    private func work(_ store: Store, _ verify: VerifyAudit) async throws {
        let job = try #require(try await store.claimJob(lease: .seconds(30), kind: VerifyAudit.job))
        try await verify.run(job)
        try await store.complete(job)
    }

    @Test(arguments: Place.available)
    func `a job verifies from the first line, and names the row that somebody changed`(place: Place) async throws {
        try await place.withDatabase { database in
            let clock = AccountsFixture.Clock()
            var options = StoreOptions()
            options.now = { clock.now }
            let store = try await Store.open(database, options: options)
            let (verify, cato) = (VerifyAudit(store: store), caller(.auditAdministrator))
            let none = try await verify.last(cato, from: origin)
            #expect(none.waiting == nil && none.result == nil)

            let happened = AccountEvent("signedIn", of: "account/anna", time: clock.now, address: "192.0.2.x")
            try await store.note(happened)
            clock.advance(seconds: 1)
            #expect(try await store.sealAudit() == 1)
            try await verify.ask(cato, from: origin)
            clock.advance(seconds: 1)
            // Who asks again while it waits gets the same answer: there is one job.
            try await verify.ask(cato, from: origin)
            #expect(try await store.jobCounts().open == 1)
            let asked = try await verify.last(cato, from: origin)
            #expect(asked.waiting == AuditVerification.Question(by: "account/cato", time: clock.now))
            clock.advance(seconds: 1)
            try await work(store, verify)
            let sound = try await verify.last(cato, from: origin)
            let first = try #require(sound.result)
            #expect(sound.waiting == nil && first.isSound && first.isWhole && !first.checksSignatures)
            #expect(first.lines == 1 && first.entries == 1 && first.rows == 1 && first.began == clock.now)
            let own = try await store.events(of: "account/cato", limit: 9)
            #expect(own.map(\.kind) == ["auditVerified", "auditVerified"] && own[0].address == "192.0.2.x")

            try await database.write {
                try $0.run(Statement("UPDATE account_event SET kind = 'signedUp' WHERE account = 'account/anna'"))
            }
            try await verify.ask(cato, from: origin)
            clock.advance(seconds: 1)
            try await work(store, verify)
            let wrong = try #require(try await verify.last(cato, from: origin).result)
            #expect(!wrong.isSound && wrong.isWhole && !wrong.isCut)
            let fault = try #require(wrong.faults.first { $0.kind == "sealed-row" })
            #expect(fault.place == "account_event, line 1, row 1" && fault.detail.hasPrefix("it was changed"))
            // The operator's command finds the same.
            #expect(try await verify(as: .operator).findings.map(\.subject) == wrong.faults.map(\.place))
            try await store.close()
        }
    }

    @Test(arguments: Place.available)
    func `a question is answered though clocks differ, and an older run takes no newer result away`(
        place: Place
    ) async throws {
        try await place.withDatabase { database in
            let clock = AccountsFixture.Clock()
            var options = StoreOptions()
            options.now = { clock.now }
            let store = try await Store.open(database, options: options)
            let (verify, cato) = (VerifyAudit(store: store), caller(.auditAdministrator))
            try await verify.ask(cato, from: origin)
            let old = try #require(try await store.claimJob(lease: .seconds(600), kind: VerifyAudit.job))
            clock.advance(seconds: 60)
            try await verify.ask(cato, from: origin)
            let asked = clock.now
            // The node that does it is behind the one that was asked.
            let new = try #require(try await store.claimJob(lease: .seconds(600), kind: VerifyAudit.job))
            clock.advance(seconds: -30)
            try await verify.run(new)
            let last = try await verify.last(cato, from: origin)
            #expect(last.waiting == nil && last.result?.question.time == asked && last.result?.began == clock.now)
            let began = clock.now
            clock.advance(seconds: -20)
            try await verify.run(old)
            #expect(try await verify.last(cato, from: origin).result?.began == began)
            try await store.close()
        }
    }

    @Test func `what cannot go on says so, and is tried again`() async throws {
        try await Place.sqlite.withDatabase { database in
            let store = try await Store.open(database)
            let (verify, cato) = (VerifyAudit(store: store), caller(.auditAdministrator))
            try await verify.ask(cato, from: origin)
            try await database.write { try $0.run(Statement("ALTER TABLE checkpoint RENAME TO elsewhere")) }
            await #expect(throws: (any Error).self) { try await work(store, verify) }
            let last = try await verify.last(cato, from: origin)
            let result = try #require(last.result)
            #expect(!result.isWhole && !result.isSound && result.faults.isEmpty && last.waiting == nil)
            try await store.close()
        }
    }

    @Test func `nobody but the audit administrator with a second factor verifies or reads the result`() async throws {
        let fixture = try await AccountsFixture()
        let verify = VerifyAudit(store: fixture.store)
        let others = [
            caller(.systemAdministrator), caller(.securityAdministrator), caller(.staff),
            caller(.auditAdministrator, isStrong: false), caller(.auditAdministrator, in: .institution("示例")),
        ]
        for other in others {
            await #expect(throws: Failure.self) { try await verify.ask(other, from: origin) }
            await #expect(throws: Failure.self) { _ = try await verify.last(other, from: origin) }
            await #expect(throws: Failure.self) { _ = try await verify(as: .caller(other, origin)) }
        }
        #expect(try await fixture.store.jobCounts().open == 0)
        #expect(try await fixture.store.events(of: "account/cato", limit: 9).isEmpty)
    }
}
