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

    init(_ provider: OutsideProvider, _ connection: any OutsideConnection) {
        self.provider = provider
        self.connection = connection
    }

    /// What the provider says of itself.
    ///
    /// - Parameter now: Microseconds UTC.
    /// - Returns: The description.
    /// - Throws: `OutsideFailure`.
    func description(at now: Int64) async throws -> ProviderDescription {
        if let description, now - description.at < Self.life.microseconds { return description.value }
        let body = try await fetch(ProviderDescription.address(of: provider), at: now)
        let value = try ProviderDescription(body, of: provider)
        description = (value, now)
        return value
    }

    /// The key that a token names.
    ///
    /// - Parameters:
    ///   - header: The head of the token.
    ///   - now: Microseconds UTC.
    /// - Returns: The key, which is one for the algorithm of the token.
    /// - Throws: `OutsideFailure` where the provider has none, or the token names none of several.
    func key(_ header: ProviderTokenHeader, at now: Int64) async throws -> ProviderKey {
        if let keys, now - keys.at < Self.life.microseconds {
            if let key = Self.key(header, in: keys.value) { return key }
            guard now - keys.at >= Self.keysFloor.microseconds else { throw Self.unknown }
        }
        let address = try await description(at: now).keys
        let body = try await fetch(address, at: now)
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

    private func fetch(_ address: String, at now: Int64) async throws -> [UInt8] {
        if let failedAt, now - failedAt < Self.rest.microseconds {
            throw OutsideFailure(.unreachable, "it did not answer a moment ago")
        }
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
            failedAt = now
            throw OutsideFailure(.unreachable, failure.description)
        }
    }
}
