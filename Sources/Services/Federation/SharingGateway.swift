import AsyncHTTPClient
import Domain
import Foundation
package import Identity
import NIOCore
import NIOHTTP1

/// The sharing gateway of the government (数据共享交换平台), which asks the register of organisations and the identity service.
///
/// **Shape** `POST /person` with `name` and `number`, `POST /organisation` with `name`, `code`, `representative` and the
/// representative's `number`, as JSON; the answer has `outcome` (`match`, `mismatch`, `unknown`), `serial` and `simulated`. Each gateway has an interface of its
/// own; this is the one of `huizhi-simulator`, behind which an operator puts what speaks theirs.
package struct SharingGateway: IdentityProvider {
    package let id = "sharing-gateway"
    package let isOffered = true
    /// Scheme, host, port and perhaps a path, without a slash at the end.
    package let address: String
    private let limit: Duration

    /// Takes the address, and after how long no answer is one.
    ///
    /// - Throws: `Failure.invalid` for anything but `https`, or `http` on this machine: numbers of identity cards go there.
    package init(_ text: String, limit: Duration = .seconds(10)) throws {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        let parts = URLComponents(string: trimmed)
        let isHere = ["127.0.0.1", "localhost", "[::1]", "::1"].contains(parts?.host)
        guard let parts, parts.scheme == "https" || parts.scheme == "http" && isHere, parts.host?.isEmpty == false,
            parts.query == nil, parts.user == nil
        else {
            throw Failure.invalid(
                field: "HUIZHI_SHARING_GATEWAY",
                reason:
                    "\"\(text)\" is no address of a gateway; write it as https://gateway.example.cn, or http:// on this "
                    + "machine"
            )
        }
        address = trimmed
        self.limit = limit
    }

    /// Asks the gateway once.
    ///
    /// - Throws: `IdentityProviderFailure` where it is not reached, answers late, refuses, or says something of another shape.
    package func answer(to question: IdentityQuestion) async throws -> IdentityAnswer {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result<IdentityAnswer, any Error>
        do {
            result = .success(try await answer(to: question, client))
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        do {
            return try result.get()
        } catch let failure as IdentityProviderFailure {
            throw failure
        } catch {
            try Task.checkCancellation()
            throw IdentityProviderFailure(provider: id, reason: "\(type(of: error)) at \(address)")
        }
    }

    private func answer(to question: IdentityQuestion, _ client: HTTPClient) async throws -> IdentityAnswer {
        var request = HTTPClientRequest(url: address + question.path)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(question.fields)))
        let response = try await client.execute(request, timeout: TimeAmount(limit))
        guard response.status == .ok else {
            throw IdentityProviderFailure(provider: id, reason: "status \(response.status.code) at \(address)")
        }
        let body = try await response.body.collect(upTo: Self.longestAnswer)
        let answer = try JSONDecoder().decode(Wire.self, from: Data(body.readableBytesView))
        guard let outcome = IdentityAnswer.Outcome(rawValue: answer.outcome), !answer.serial.isEmpty else {
            throw IdentityProviderFailure(provider: id, reason: "an answer of another shape at \(address)")
        }
        return IdentityAnswer(outcome: outcome, serial: answer.serial, isSimulated: answer.simulated ?? false)
    }

    private var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = TimeAmount(limit)
        configuration.redirectConfiguration = .disallow
        return configuration
    }

    /// The longest answer; bytes.
    private static let longestAnswer = 16_384

    private struct Wire: Decodable {
        var outcome, serial: String
        var simulated: Bool?
    }
}

extension IdentityQuestion {
    fileprivate var path: String {
        switch self {
        case .person: "/person"
        case .organisation: "/organisation"
        }
    }

    fileprivate var fields: [String: String] {
        switch self {
        case .person(let name, let number): ["name": name, "number": number]
        case .organisation(let name, let code, let representative, let number):
            ["name": name, "code": code, "representative": representative, "number": number]
        }
    }
}
