import Domain
import Foundation
import Store

/// Description and keys of one provider, fetched when they are needed and kept for a while.
actor ProviderDocuments {
    /// For how long they are kept; 1 hour.
    ///
    /// A key that the provider withdrew counts no longer after that.
    private static let life: Duration = .seconds(3_600)
    /// How soon keys are fetched again for one that is not among them; 60 seconds.
    private static let keysFloor: Duration = .seconds(60)
    /// For how long a provider that did not answer is left alone; 5 seconds.
    private static let rest: Duration = .seconds(5)
    /// The longest document; bytes.
    private static let longest = 262_144

    private let provider: OutsideProvider
    private let connection: any OutsideConnection
    private var description: (value: ProviderDescription, at: Int64)?
    private var keys: (value: [ProviderKey], at: Int64)?
    private var failedAt: Int64?
    /// What is being fetched, by its address: who needs it meanwhile waits for the same answer.
    private var fetching: [String: Task<[UInt8], any Error>] = [:]
    /// Microseconds UTC.
    private let clock: @Sendable () -> Int64

    init(_ provider: OutsideProvider, _ connection: any OutsideConnection, clock: @escaping @Sendable () -> Int64) {
        self.provider = provider
        self.connection = connection
        self.clock = clock
    }

    /// What the provider says of itself.
    ///
    /// - Throws: `OutsideFailure`.
    func description() async throws -> ProviderDescription {
        let now = clock()
        if let description, now - description.at < Self.life.microseconds { return description.value }
        let body = try await fetch(ProviderDescription.address(of: provider))
        let value = try ProviderDescription(body, of: provider)
        description = (value, now)
        return value
    }

    /// The key that a token names.
    ///
    /// - Parameter header: The head of the token.
    /// - Returns: The key, which is one for the algorithm of the token.
    /// - Throws: `OutsideFailure` where the provider has none, or the token names none of several.
    func key(_ header: ProviderTokenHeader) async throws -> ProviderKey {
        let now = clock()
        if let keys, now - keys.at < Self.life.microseconds {
            if let key = Self.key(header, in: keys.value) { return key }
            guard now - keys.at >= Self.keysFloor.microseconds else { throw Self.unknown }
        }
        let address = try await description().keys
        let body = try await fetch(address)
        let found: [ProviderKey]
        do {
            found = try JSONDecoder().decode(ProviderKeys.self, from: Data(body)).keys
        } catch {
            throw OutsideFailure(.unreachable, "its keys are no set of keys")
        }
        keys = (found, now)
        guard let key = Self.key(header, in: found) else { throw Self.unknown }
        return key
    }

    private static let unknown = OutsideFailure(.untrusted, "its ID token names a key that it does not publish")

    private static func key(_ header: ProviderTokenHeader, in keys: [ProviderKey]) -> ProviderKey? {
        let fitting = keys.filter { $0.fits(header.alg) && (header.kid == nil || $0.kid == header.kid) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private func fetch(_ address: String) async throws -> [UInt8] {
        if let task = fetching[address] { return try await task.value }
        if let failedAt, clock() - failedAt < Self.rest.microseconds {
            throw OutsideFailure(.unreachable, "it did not answer a moment ago")
        }
        // Not of this request's task: who leaves must not take the others along.
        let task = Task { try await answer(from: address) }
        fetching[address] = task
        defer { fetching[address] = nil }
        return try await task.value
    }

    private func answer(from address: String) async throws -> [UInt8] {
        do {
            let (status, body) = try await connection.answer(
                from: address,
                form: nil,
                authorization: nil,
                atMost: Self.longest
            )
            guard status == 200 else { throw OutsideConnectionFailure("status \(status) at \(address)") }
            failedAt = nil
            return body
        } catch let failure as OutsideConnectionFailure {
            failedAt = clock()
            throw OutsideFailure(.unreachable, failure.description)
        }
    }
}
