import Domain

/// One line of a JSON Lines file: a right as the product exports it, or a row of a table.
enum JSONLine: Decodable {
    case right(Right)
    /// The cells by name; numbers as they would be printed.
    case row([(name: String, text: String)])

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static let right = Name(stringValue: "right")

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        if container.contains(Self.right) {
            self = .right(try Right(from: decoder))
            return
        }
        var cells: [(name: String, text: String)] = []
        // In one order every time: of two names with one meaning the first counts.
        for name in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            if let text = try Self.text(container, name) { cells.append((name.stringValue, text)) }
        }
        self = .row(cells)
    }

    /// A text, a number, or a list of texts, which joins as a cell of a table would; nil for null and other values.
    private static func text(_ container: KeyedDecodingContainer<Name>, _ name: Name) throws -> String? {
        // A value is tried as each kind in turn; that it is another one is no error.
        if let text = try? container.decode(String.self, forKey: name) { return text }
        if try container.decodeNil(forKey: name) { return nil }
        if let number = try? container.decode(Int.self, forKey: name) { return String(number) }
        if let number = try? container.decode(Double.self, forKey: name) { return CellValue.text(number) }
        if let list = try? container.decode([String].self, forKey: name) { return list.joined(separator: ";") }
        // Objects and truth values have no place in a table; a required value among them is missed later.
        return nil
    }
}
