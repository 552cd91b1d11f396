import Domain
import Store

/// Real-name levels: whether somebody who can know says that a name is the real one.
extension Accounts {
    /// A way to verify a name: the id of its provider, and whether it can be used here.
    package struct Way: Sendable, Hashable {
        package let id: String
        package let isOffered: Bool
    }

    /// All ways, in the order in which they are tried.
    package var ways: [Way] { providers.map { Way(id: $0.id, isOffered: $0.isOffered) } }

    /// How sure the own name is.
    package func identity(_ caller: Caller) async throws -> (name: String, verification: Verification?) {
        let own = try await own(caller, .readOwnAccount)
        return (own.content.name, own.content.verification)
    }

    /// Has the own name verified by the number of the identity card, which is asked for and not kept.
    ///
    /// Nothing is asked where it is verified already; what a simulator said is no such answer.
    ///
    /// - Parameters:
    ///   - number: The number (GB 11643-1999).
    ///   - consents: Whether name and number may be given to the provider (PIPL articles 23 and 29).
    ///   - caller: Whose name.
    ///   - origin: From where.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.consent`, `.wait`, `.verification`; `Failure.conflict`.
    package func verify(number: String, consents: Bool, _ caller: Caller, from origin: Origin) async throws {
        let own = try await own(caller, .verifyOwnIdentity)
        try needConfirmation(caller)
        if own.content.level == .verified, own.content.verification?.isSimulated == false { return }
        guard let number = ResidentNumber.read(number) else { throw AccountRefusal.verification(.number) }
        guard consents else { throw AccountRefusal.consent }
        let question = IdentityQuestion.person(name: own.content.name, number: number)
        let verification = try await ask(question, of: number, caller, from: origin)
        var content = own.content
        content.level = .verified
        content.verification = verification
        content.personKey = try personKey(number)
        content.consents.append(identityConsent)
        do {
            try await save(content, own.id, own.version, author: own.id)
        } catch StoreError.keyTaken {
            // One person has one verified account.
            throw AccountRefusal.verification(.used)
        }
        try await store.note(event(.verified, own.id, origin, why: verification.provider))
    }

    /// Asks the provider that is offered; each try counts, also where the answer is yes, and those that it did not answer apart.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - number: The number of the identity card in it.
    ///   - key: The ``AccountContent/personKey`` that the number has to have; nil for any.
    ///   - caller: Who asks.
    ///   - origin: From where.
    /// - Returns: Who said yes, and when.
    /// - Throws: `AccountRefusal.verification`, `.wait`; of a number that has another key `.mismatch`, and nobody is asked.
    func ask(
        _ question: IdentityQuestion,
        of number: String,
        withKey key: String? = nil,
        _ caller: Caller,
        from origin: Origin
    ) async throws -> Verification {
        guard let provider = providers.first(where: \.isOffered) else { throw AccountRefusal.verification(.notOffered) }
        // Until there is an answer it counts as one without, so that many at once are no way around it.
        let silence = try await beginUnanswered(caller)
        do {
            let tries = try await beginQuestion(of: number, caller, origin)
            let verification = try await tries.around {
                if let key, try personKey(number) != key { throw AccountRefusal.verification(.mismatch) }
                let answer = try await provider.answer(to: question)
                if answer.isSimulated, !options.takesSimulated { throw AccountRefusal.verification(.simulated) }
                switch answer.outcome {
                case .match: break
                case .mismatch: throw AccountRefusal.verification(.mismatch)
                case .unknown: throw AccountRefusal.verification(.unknown)
                }
                return Verification(
                    provider: provider.id,
                    serial: answer.serial,
                    time: store.now,
                    isSimulated: answer.isSimulated
                )
            }
            try await silence.takeBack()
            return verification
        } catch is IdentityProviderFailure {
            throw AccountRefusal.verification(.unanswered)
        } catch let refusal as AccountRefusal {
            try await silence.takeBack()
            throw refusal
        }
    }

    /// The keyed digest under which a person is known.
    private func personKey(_ number: String) throws -> String {
        Base64URL.text(of: try needKey().lookup("resident number", number))
    }

    /// That name and number may be given to a provider.
    var identityConsent: AccountContent.Consent {
        .init(purpose: "identity", basis: "consent", edition: Self.consentEdition, time: store.now)
    }
}

extension Organisations {
    /// Has an organisation verified: it is in being under its name and code, and who asks is its legal representative.
    ///
    /// Name, code and the representative's name are known to everybody, and namesakes are many. So the representative has to be
    /// verified first, and gives their number again: it has to be the one that they were verified by, and the provider compares
    /// it with the register's. It is not kept. Nothing is asked where the organisation is verified already; what a simulator
    /// said is no such answer.
    ///
    /// - Parameters:
    ///   - id: The organisation.
    ///   - number: The number of the caller's identity card (GB 11643-1999).
    ///   - consents: Whether name and number may be given to the provider (PIPL articles 23 and 29).
    ///   - caller: The legal representative.
    ///   - origin: From where.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.consent`, `.wait`, `.verification`; `Failure.notFound`, `.notAllowed`,
    ///   `.conflict`.
    package func verify(
        _ id: String,
        number: String,
        consents: Bool,
        _ caller: Caller,
        from origin: Origin
    ) async throws {
        let found = try await organisation(id, caller, .verifyOrganisation)
        try accounts.needConfirmation(caller)
        if found.content.level == .verified, found.content.verification?.isSimulated == false { return }
        let own = try await accounts.own(caller, .readOwnAccount)
        guard own.content.level == .verified, let key = own.content.personKey else {
            throw AccountRefusal.verification(.personFirst)
        }
        guard let number = ResidentNumber.read(number) else { throw AccountRefusal.verification(.number) }
        guard consents else { throw AccountRefusal.consent }
        let verification = try await accounts.ask(
            .organisation(
                name: found.content.name,
                code: found.content.code,
                representative: own.content.name,
                number: number
            ),
            of: number,
            withKey: key,
            caller,
            from: origin
        )
        var content = found.content
        content.level = .verified
        content.verification = verification
        var person = own.content
        person.consents.append(accounts.identityConsent)
        let consent = EntryChange(
            register: AccountContent.register,
            entry: own.id,
            expectedVersion: own.version,
            draft: try person.draft
        )
        do {
            try await save([change(id, content, found.version), consent], caller)
        } catch StoreError.keyTaken {
            throw AccountRefusal.verification(.used)
        }
    }
}
