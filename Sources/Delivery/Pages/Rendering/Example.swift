import Foundation
import Links

/// The states of a component that the design page shows, from its `example.json`.
///
/// **Shape** A list of `{"name": TEXT, "context": OBJECT}`. Anywhere an object with exactly the keys `zh` and `en`
/// stands for the text of the page's language.
struct Example: Sendable {
    private let states: [State]

    private struct State: Decodable, Sendable {
        let name: Value
        let context: Value
    }

    init(_ json: String, file: String) throws {
        do {
            states = try JSONDecoder().decode([State].self, from: Data(json.utf8))
        } catch {
            throw SiteFailure.example(file: file, reason: "\(error)")
        }
    }

    /// The states with their names in one language.
    func states(in language: PageLanguage) -> [(name: String, context: Context)] {
        states.map { state in
            let name = state.name.resolved(language) as? String ?? ""
            return (name, state.context.resolved(language) as? Context ?? Context([:]))
        }
    }

    /// A value of JSON.
    private indirect enum Value: Decodable, Sendable {
        case text(String)
        case number(Int)
        case claim(Bool)
        case list([Value])
        case object([String: Value])
        case nothing

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .nothing
            } else if let value = try? container.decode(Bool.self) {  // try? tells the kinds apart; the last one throws
                self = .claim(value)
            } else if let value = try? container.decode(Int.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .text(value)
            } else if let value = try? container.decode([Value].self) {
                self = .list(value)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }

        func resolved(_ language: PageLanguage) -> Any {
            switch self {
            case .text(let text): return text
            case .number(let number): return number
            case .claim(let claim): return claim
            case .list(let list): return list.map { $0.resolved(language) }
            case .nothing: return NSNull()
            case .object(let object):
                if Set(object.keys) == ["zh", "en"], let value = object[language.rawValue] {
                    return value.resolved(language)
                }
                return Context(
                    object.reduce(into: [:]) { result, pair in
                        let value = pair.value.resolved(language)
                        // Pieces of markup in examples are written by us; see the design page.
                        let isMarkup = pair.key.hasSuffix("Markup")
                        result[pair.key] = isMarkup ? (value as? String).map(Markup.init(rendered:)) ?? value : value
                    }
                )
            }
        }
    }
}
