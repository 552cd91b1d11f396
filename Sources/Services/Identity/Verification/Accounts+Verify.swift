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
    /// - Parameters:
    ///   - number: The number (GB 11643-1999).
    ///   - consents: Whether name and number may be given to the provider (PIPL articles 23 and 29).
    ///   - caller: Whose name.
    ///   - origin: From where.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.consent`, `.wait`, `.verification`; `Failure.conflict`.
    package func verify(number: String, consents: Bool, _ caller: Caller, from origin: Origin) async throws {
        let own = try await own(caller, .verifyOwnIdentity)
        try needConfirmation(caller)
        guard let number = ResidentNumber.read(number) else { throw AccountRefusal.verification(.number) }
        guard consents else { throw AccountRefusal.consent }
        let verification = try await ask(.person(name: own.content.name, number: number), caller)
        var content = own.content
        content.level = .verified
        content.verification = verification
        content.personKey = Base64URL.text(of: try needKey().lookup("resident number", number))
        content.consents.append(
            .init(purpose: "identity", basis: "consent", edition: Self.consentEdition, time: store.now)
        )
        do {
            try await save(content, own.id, own.version, author: own.id)
        } catch StoreError.keyTaken {
            // One person has one verified account.
            throw AccountRefusal.verification(.used)
        }
        try await store.note(event(.verified, own.id, origin, why: verification.provider))
    }

    /// Asks the provider that is offered; each try counts, but for those that it did not answer.
    ///
    /// - Throws: `AccountRefusal.verification`, `.wait`.
    func ask(_ question: IdentityQuestion, _ caller: Caller) async throws -> Verification {
        guard let provider = providers.first(where: \.isOffered) else { throw AccountRefusal.verification(.notOffered) }
        let tries = try await beginTries("verify", caller)
        do {
            return try await tries.around {
                let answer = try await provider.answer(to: question)
                if answer.isSimulated, !options.takesSimulated { throw AccountRefusal.verification(.simulated) }
                switch answer.outcome {
                case .match: break
                case .mismatch: throw AccountRefusal.verification(.mismatch)
                case .unknown: throw AccountRefusal.verification(.unknown)
                }
                try await tries.succeeded()
                return Verification(
                    provider: provider.id,
                    serial: answer.serial,
                    time: store.now,
                    isSimulated: answer.isSimulated
                )
            }
        } catch is IdentityProviderFailure {
            throw AccountRefusal.verification(.unanswered)
        }
    }
}

extension Organisations {
    /// Has an organisation verified: it is in being under its name and code, and who asks is its legal representative.
    ///
    /// Name and code alone are known to everybody and would prove nothing, so the representative has to be verified first.
    ///
    /// - Throws: `AccountRefusal.needsConfirmation`, `.wait`, `.verification`; `Failure.notFound`, `.notAllowed`, `.conflict`.
    package func verify(_ id: String, _ caller: Caller) async throws {
        let found = try await organisation(id, caller, .verifyOrganisation)
        try accounts.needConfirmation(caller)
        let own = try await accounts.own(caller, .readOwnAccount)
        guard own.content.level == .verified else { throw AccountRefusal.verification(.personFirst) }
        let verification = try await accounts.ask(
            .organisation(
                name: found.content.name,
                code: found.content.code,
                representative: own.content.name
            ),
            caller
        )
        var content = found.content
        content.level = .verified
        content.verification = verification
        do {
            try await save([change(id, content, found.version)], caller)
        } catch StoreError.keyTaken {
            throw AccountRefusal.verification(.used)
        }
    }
}
