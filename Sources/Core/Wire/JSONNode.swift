/// A value of JSON, written in code as it stands in a file.
package indirect enum JSONNode: Sendable, Hashable {
    case text(String)
    case number(Int)
    case claim(Bool)
    case list([JSONNode])
    case object([String: JSONNode])

    /// The member of an object; nil where there is none.
    package subscript(name: String) -> JSONNode? {
        if case .object(let members) = self { members[name] } else { nil }
    }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .claim(value) }
}

extension JSONNode: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: JSONNode...) { self = .list(elements) }

    package init(dictionaryLiteral elements: (String, JSONNode)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }
}

extension JSONNode: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .claim(let claim): try container.encode(claim)
        case .list(let list): try container.encode(list)
        case .object(let members): try container.encode(members)
        }
    }
}
