import Domain
import Foundation
package import Identity

extension OutsideProvider {
    private static let setting = "HUIZHI_SIGN_IN_PROVIDERS"
    private static let members = ["id", "name", "issuer", "client_id", "secret_file", "scopes", "origins"]

    /// Reads the providers that a file declares, as JSON: a list of objects, one a provider.
    ///
    /// Its members stand in `Docs/Operate/single-sign-on.md`. What is misspelt is refused: a secret that is passed over would
    /// make a public client of a node.
    ///
    /// - Throws: `Failure.invalid` with the file, the number of the provider, the member, and what it has to be.
    package static func list(file: String) throws -> [OutsideProvider] {
        let parsed: Any
        do {
            parsed = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw wrong(file, "it cannot be read as JSON: \(error.localizedDescription)")
        }
        guard let objects = parsed as? [[String: Any]], objects.count <= most else {
            throw wrong(file, "it has to be a list [...] of at most \(most) objects, one a provider")
        }
        var providers: [OutsideProvider] = []
        for (number, object) in objects.enumerated() {
            do {
                providers.append(try provider(object))
            } catch Failure.invalid(let member, let reason) {
                throw wrong(file, "provider \(number + 1), \"\(member)\": \(reason)")
            }
        }
        guard Set(providers.map(\.id)).count == providers.count else {
            throw wrong(file, "two providers have the same id; give each its own")
        }
        return providers
    }

    private static func provider(_ object: [String: Any]) throws -> OutsideProvider {
        if let other = object.keys.sorted().first(where: { !members.contains($0) }) {
            throw Failure.invalid(field: other, reason: "it is not known; there are \(members.joined(separator: ", "))")
        }
        func text(_ member: String, in object: [String: Any]) throws -> String {
            guard let text = object[member] as? String else {
                throw Failure.invalid(field: member, reason: "it has to be there, as a text")
            }
            return text
        }
        func texts(_ member: String, _ standard: [String]) throws -> [String] {
            guard let value = object[member] else { return standard }
            guard let texts = value as? [String] else {
                throw Failure.invalid(field: member, reason: "it has to be a list of texts")
            }
            return texts
        }
        guard let name = object["name"] as? [String: Any] else {
            throw Failure.invalid(field: "name", reason: "it has to be an object with zh and en")
        }
        let file = object["secret_file"] == nil ? nil : try text("secret_file", in: object)
        return try OutsideProvider(
            id: try text("id", in: object),
            name: Bilingual(try text("zh", in: name), try text("en", in: name)),
            issuer: try text("issuer", in: object),
            client: try text("client_id", in: object),
            secret: try file.map(secret),
            scopes: try texts("scopes", ["openid"]),
            origins: try texts("origins", [])
        )
    }

    private static func secret(_ file: String) throws -> String {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw Failure.invalid(
                field: "secret_file",
                reason: "the file \(file) cannot be read as UTF-8: \(error.localizedDescription)"
            )
        }
        // Editors end the last line.
        let secret = text.trimmingCharacters(in: .newlines)
        guard !secret.isEmpty, secret.unicodeScalars.allSatisfy({ $0.isASCII && $0.value >= 0x20 }) else {
            throw Failure.invalid(field: "secret_file", reason: "the file \(file) has to hold the secret as one line")
        }
        return secret
    }

    private static func wrong(_ file: String, _ reason: String) -> Failure {
        .invalid(field: setting, reason: "\(file): \(reason)")
    }
}
