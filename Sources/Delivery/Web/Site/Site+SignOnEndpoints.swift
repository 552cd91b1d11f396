import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Wire

/// What programs ask that sign people in through this node.
extension Site {
    func signOnEndpoint(_ route: Route, _ visit: Visit) async throws -> Answer {
        let service = services.singleSignOn
        guard service.isPossible else {
            throw Failure.unavailable(reason: "this node lacks the key for accounts; nobody can sign in here")
        }
        // Secrets and tokens go through these; what is published may be read by everybody.
        guard isUnheard(visit) || [.signingKeys, .openIDConfiguration, .oauthMetadata].contains(route) else {
            throw Failure.notAllowed(action: "signing in over a network without encryption")
        }
        do {
            switch route {
            case .token: return try await token(visit)
            case .revocation:
                let (fields, repeated) = try form(visit)
                try await service.revoke(fields, repeated: repeated, authorization: visit.authorization)
                return Answer(type: "application/json", body: .bytes([]), caching: .none)
            case .userInfo: return try await userInfo(visit)
            case .signingKeys:
                let keys = ["keys": try await service.publishedKeys()]
                return kept(try WireJSON.encode(keys), type: "application/jwk-set+json")
            default:
                let document = OpenIDConfiguration(
                    issuer: issuer(visit),
                    folder: Link.signOnPath,
                    scopes: SignOnScope.allCases.map(\.rawValue)
                )
                return kept(try WireJSON.encode(document), type: "application/json")
            }
        } catch let error as SignOnError {
            return try refusal(error)
        }
    }

    private func token(_ visit: Visit) async throws -> Answer {
        let (fields, repeated) = try form(visit)
        let tokens = try await services.singleSignOn.tokens(
            fields,
            repeated: repeated,
            authorization: visit.authorization
        )
        let document = TokenDocument(
            access: tokens.access,
            refresh: tokens.refresh,
            id: tokens.idToken,
            scope: tokens.scope,
            seconds: tokens.seconds
        )
        var answer = Answer.json(try WireJSON.encode(document))
        answer.caching = .none
        return answer
    }

    private func userInfo(_ visit: Visit) async throws -> Answer {
        let words = (visit.authorization ?? "").split(separator: " ", maxSplits: 1)
        let isBearer = words.count == 2 && words[0].lowercased() == "bearer"
        let sent = visit.sent?["access_token"]
        if isBearer, sent != nil { throw SignOnError.twice }
        let info = try await services.singleSignOn.userInfo(isBearer ? String(words[1]) : sent)
        var answer = Answer.json(try WireJSON.encode(info))
        answer.caching = .none
        return answer
    }

    /// What a program sends in the body; what stands in the address does not count (RFC 6749 section 3.2).
    private func form(_ visit: Visit) throws -> ([String: String], repeated: Set<String>) {
        guard let sent = visit.sent else { throw SignOnError.noForm }
        // A parameter without value is as good as left out (RFC 6749 section 3.2).
        let fields = Dictionary(sent.pairs.map { ($0.name, $0.value) }) { first, _ in first }.filter {
            !$0.value.isEmpty
        }
        return (fields, visit.repeated)
    }

    /// A document that clients may keep for a while.
    private func kept(_ data: Data, type: String) -> Answer {
        var answer = Answer.json(data, type: type)
        answer.caching = .seconds(Int(SigningKeys.caching.components.seconds), tag: EntityTag.of(Array(data)))
        return answer
    }

    private func refusal(_ error: SignOnError) throws -> Answer {
        let document = SignOnErrorDocument(error: error.code.rawValue, description: error.description)
        var answer = Answer.json(try WireJSON.encode(document))
        answer.caching = .none
        switch error.code {
        case .invalidClient:
            answer.status = .unauthorized
            answer.headers[.wwwAuthenticate] = "Basic realm=\"oauth\""
        case .invalidToken:
            answer.status = .unauthorized
            answer.headers[.wwwAuthenticate] = "Bearer error=\"invalid_token\""
        default: answer.status = .badRequest
        }
        return answer
    }
}
