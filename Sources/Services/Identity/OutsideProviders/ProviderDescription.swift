import Foundation

/// What a provider says of itself, as far as it counts here.
///
/// **Source** OpenID Connect Discovery 1.0, sections 3 and 4; RFC 9207 section 3.
struct ProviderDescription: Sendable, Hashable {
    let authorization: String
    let token: String
    let keys: String
    /// Whether its answers always name the issuer.
    let namesIssuer: Bool
    /// Whether the secret goes into a header, as it does unless the provider takes it in the form alone.
    let takesBasic: Bool

    /// The address of the description of a provider.
    static func address(of provider: OutsideProvider) -> String {
        (provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer)
            + "/.well-known/openid-configuration"
    }

    /// Reads a description.
    ///
    /// - Throws: `OutsideFailure` where it is of another issuer, or names addresses to which nobody may be sent.
    init(_ body: [UInt8], of provider: OutsideProvider) throws(OutsideFailure) {
        let wire: Wire
        do {
            wire = try JSONDecoder().decode(Wire.self, from: Data(body))
        } catch {
            throw OutsideFailure(.unreachable, "its description is none of OpenID Connect")
        }
        // Another's description would send codes and secrets elsewhere.
        guard wire.issuer.isSame(as: provider.issuer) else {
            throw OutsideFailure(.untrusted, "its description names another issuer than the one declared")
        }
        let scheme = provider.issuer.prefix { $0 != ":" }
        for address in [wire.authorization_endpoint, wire.token_endpoint, wire.jwks_uri] {
            guard (try? ClientAddress.message(address, field: "")) != nil, address.hasPrefix(scheme + "://") else {
                throw OutsideFailure(.untrusted, "its description names an address that is not \(scheme)://")
            }
        }
        let source = ClientAddress.source(wire.authorization_endpoint)
        guard provider.origins.contains(source) else {
            throw OutsideFailure(.unreachable, "browsers are sent to \(source), which \"origins\" does not name")
        }
        if let methods = wire.code_challenge_methods_supported, !methods.contains("S256") {
            throw OutsideFailure(.unreachable, "it does not take code challenges of the method S256")
        }
        authorization = wire.authorization_endpoint
        token = wire.token_endpoint
        keys = wire.jwks_uri
        namesIssuer = wire.authorization_response_iss_parameter_supported ?? false
        takesBasic = wire.token_endpoint_auth_methods_supported?.contains("client_secret_basic") ?? true
    }

    private struct Wire: Decodable {
        var issuer, authorization_endpoint, token_endpoint, jwks_uri: String
        var authorization_response_iss_parameter_supported: Bool?
        var code_challenge_methods_supported, token_endpoint_auth_methods_supported: [String]?
    }
}
