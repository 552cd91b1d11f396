import Store

extension Accounts {
    /// Tries that were counted before it is known how they went; of each the id of what counts them.
    struct Tries {
        let store: Store
        let ids: [[UInt8]]

        /// Runs what is tried: what fails for reasons of this node is no try.
        func around<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
            do {
                return try await work()
            } catch let refusal as AccountRefusal {
                throw refusal
            } catch {
                try await takeBack()
                throw error
            }
        }

        /// Takes the tries back: they were none.
        func takeBack() async throws {
            for id in ids { try await store.forgive(id) }
        }

        /// Takes the tries back, and forgets the failures of the first: that of the account.
        func succeeded() async throws {
            if let account = ids.first { try await store.succeeded(account) }
            for id in ids.dropFirst() { try await store.forgive(id) }
        }
    }

    /// What is tried: it has counters of its own for the account from one network, from everywhere, and for the network.
    ///
    /// - Throws: `AccountRefusal.wait`; a try that was not made counts nowhere.
    func beginTries(_ what: String, _ account: String, _ origin: Origin) async throws -> Tries {
        let key = try needKey()
        return try await begin([
            (key.lookup("try-" + what, origin.network + " " + account), options.accountTries),
            (key.lookup("try-all-" + what, account), options.allTries),
            (key.lookup("try-network", origin.network), options.addressTries),
        ])
    }

    /// The same for somebody who signed in: counted by the session, so that nobody else can make them wait.
    func beginTries(_ what: String, _ caller: Caller) async throws -> Tries {
        let id = try needKey().lookup("try-" + what, Base64URL.text(of: caller.session))
        return try await begin([(id, options.accountTries)])
    }

    /// Counts that a sign-in with an outside provider begins, by the network alone: whose it is nobody knows yet.
    ///
    /// - Throws: `AccountRefusal.wait`.
    func beginOutside(_ origin: Origin) async throws {
        _ = try await begin([(try outsideTries(origin), options.addressTries)])
    }

    /// Takes that back once the provider said who it is.
    func endOutside(_ origin: Origin) async throws { try await store.forgive(try outsideTries(origin)) }

    private func outsideTries(_ origin: Origin) throws -> [UInt8] {
        try needKey().lookup("try-outside", origin.network)
    }

    /// The same for a question to a provider of identities: counted by the account, the number asked about and the network,
    /// each by itself; as every answer tells something of somebody, right ones are not taken back.
    func beginQuestion(of number: String, _ caller: Caller, _ origin: Origin) async throws -> Tries {
        let key = try needKey()
        return try await begin([
            (key.lookup("try-verify", caller.account), options.accountTries),
            (key.lookup("try-verify-number", number), options.accountTries),
            (key.lookup("try-verify-network", origin.network), options.addressTries),
        ])
    }

    /// Counts a question to which there is no answer yet, by the account: whoever does not answer is not to be asked without end.
    func beginUnanswered(_ caller: Caller) async throws -> Tries {
        let id = try needKey().lookup("try-verify-unanswered", caller.account)
        return try await begin([(id, options.unanswered)])
    }

    /// Counts a try by each of some counters, or by none.
    private func begin(_ counters: [(id: [UInt8], delay: TryDelay)]) async throws -> Tries {
        var begun: [[UInt8]] = []
        for (id, delay) in counters {
            let wait = try await store.beginTry(id, delay)
            guard wait == 0 else {
                for id in begun { try await store.forgive(id) }
                throw Self.refusal(wait: wait)
            }
            begun.append(id)
        }
        return Tries(store: store, ids: begun)
    }
}
