import Store
import Testing

/// What the tests of seals have in common.
protocol SealTesting {}

extension SealTesting {
    /// In microseconds.
    static var day: Int64 { 86_400_000_000 }

    func disclosure(_ time: Int64) -> Disclosure {
        Disclosure(
            time: time,
            viewer: "account/ada",
            role: "staff",
            place: "",
            subject: "account/anna",
            action: "readAccount",
            fields: "name",
            reason: "示例",
            address: "192.0.2.x"
        )
    }

    var registers: [String] { ["account", "seal"] }

    /// An account, three disclosures and two events, sealed in lines 2 and 3, and a checkpoint over them.
    func fill(_ fixture: Fixture) async throws -> LogKey {
        let store = fixture.store
        let draft = Draft(content: Array(#"{"name":"示例"}"#.utf8))
        let change = EntryChange(register: "account", entry: "account/anna", expectedVersion: 0, draft: draft)
        _ = try await store.save([change], author: "account/anna")
        let now = fixture.clock.now
        for number in 1...3 { try await store.disclose(disclosure(now + Int64(number) * 1_000_000)) }
        for (number, kind) in ["signedUp", "signedIn"].enumerated() {
            try await store.note(
                AccountEvent(kind, of: "account/anna", time: now + Int64(number), address: "192.0.2.x", detail: "示例")
            )
        }
        fixture.clock.advance(3_000_000)
        #expect(try await store.sealAudit() == 5)
        #expect(try await store.sealAudit() == 0)
        let key = try LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
        _ = try await store.signCheckpoint(with: key)
        return key
    }
}
