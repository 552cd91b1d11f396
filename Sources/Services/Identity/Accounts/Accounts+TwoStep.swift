import Store

extension Accounts {
    private static let timeCode = "time-code"

    /// The secret for codes of the time, new or as it was begun some minutes ago; it counts once ``finishTimeCode(_:code:from:)``
    /// was given a code of it.
    ///
    /// - Throws: `AccountRefusal.needsConfirmation`.
    package func beginTimeCode(_ caller: Caller) async throws -> TimeCode {
        let key = try needKey()
        try permit(.changeOwnAccount, caller)
        try needConfirmation(caller)
        let id = key.lookup(Self.timeCode, caller.account)
        if let begun = try await store.oneTime(id, for: Self.timeCode),
            let code = TimeCode(secret: try key.open(begun.payload, for: Self.context(caller.account)))
        {
            return code
        }
        let code = TimeCode()
        let record = OneTimeRecord(
            id: id,
            purpose: Self.timeCode,
            account: caller.account,
            payload: try key.seal(code.secret, for: Self.context(caller.account)),
            endsAt: store.now + options.pending.microseconds
        )
        try await store.put(record, replacing: true)
        return code
    }

    /// Turns the second step on.
    ///
    /// - Returns: The recovery codes, which nobody can show again.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.code`, `.stale`.
    package func finishTimeCode(_ caller: Caller, code: String, from origin: Origin) async throws -> [String] {
        let key = try needKey()
        try permit(.changeOwnAccount, caller)
        try needConfirmation(caller)
        let id = key.lookup(Self.timeCode, caller.account)
        guard let record = try await store.tryOneTime(id, for: Self.timeCode, atMost: options.codeTries) else {
            throw AccountRefusal.stale
        }
        let secret = try key.open(record.payload, for: Self.context(caller.account))
        guard let step = TimeCode(secret: secret)?.step(of: code, at: store.now, after: nil) else {
            throw AccountRefusal.code
        }
        guard try await store.takeOneTime(id, for: Self.timeCode) != nil else { throw AccountRefusal.stale }
        let recovery = RecoveryCodes()
        let now = store.now
        let credentials =
            [
                Credential(.timeCode, of: caller.account, secret: record.payload, madeAt: now, used: step)
            ]
            + recovery.digests(of: caller.account, with: key).enumerated().map { number, digest in
                Credential(.recovery, of: caller.account, number: Int64(number), secret: digest, madeAt: now)
            }
        // Whoever signed in elsewhere without a code must do so again.
        let event = event(.timeCodeAdded, caller.account, origin)
        try await store.change(
            .init([.timeCode, .recovery], credentials, keeping: caller.session, event: event),
            of: caller.account
        )
        return recovery.texts
    }

    /// Turns the second step off.
    ///
    /// - Throws: `AccountRefusal.needsConfirmation`.
    package func removeTimeCode(_ caller: Caller, from origin: Origin) async throws {
        try permit(.changeOwnAccount, caller)
        try needConfirmation(caller)
        let event = event(.timeCodeRemoved, caller.account, origin)
        try await store.change(
            .init([.timeCode, .recovery], [], keeping: caller.session, event: event),
            of: caller.account
        )
    }

    /// Whether it was proved here, lately, who uses a session; what an outside provider said is no such proof.
    package func isConfirmed(_ caller: Caller) -> Bool {
        !caller.isByProvider && caller.confirmedAt + options.stepUp.microseconds > store.now
    }

    func needConfirmation(_ caller: Caller) throws {
        guard isConfirmed(caller) else { throw AccountRefusal.needsConfirmation }
    }
}
