/// The form with a line for each field; what is filled in becomes a search.
///
/// **Shape** `/fields?TI=TEXT&AD.from=DATE&AD.to=DATE`, then `lang`; names are aliases of the query language.
package struct FieldsLink: Sendable, Hashable {
    /// What stands in the lines that are not empty, by name, in the order of the address.
    package var values: [Value]
    package var language: PageLanguage

    /// A line of the form.
    package struct Value: Sendable, Hashable {
        package var name: String
        package var text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    package init(_ values: [Value] = [], language: PageLanguage = .zh) {
        self.values = values
        self.language = language
    }

    /// What stands in a line; nothing for one that is empty.
    package subscript(name: String) -> String { values.first { $0.name == name }?.text ?? "" }

    init(_ parameters: Parameters) {
        self.init(
            parameters.pairs.compactMap { name, value in
                let text = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                guard !text.isEmpty, Self.isName(name) else { return nil }
                return Value(name, text)
            },
            language: parameters.language
        )
    }

    /// An alias in capitals, with `.from` or `.to` behind it; anything else is no line of the form.
    private static func isName(_ name: String) -> Bool {
        name.utf8.first.map { (0x41...0x5A).contains($0) } == true && name.utf8.count <= 24
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2E }
    }

    var parameters: Parameters {
        var result = Parameters()
        for value in values { result.append(value.name, value.text) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
