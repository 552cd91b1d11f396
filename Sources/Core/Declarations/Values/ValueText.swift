/// Values with parts as one text, for cells of tables and single lines.
package enum ValueText {
    /// Takes a text apart: `2024-01-01/2026-12-31`, `34.26,108.94`, a name with a code, an address with a postcode in brackets.
    ///
    /// - Returns: nil where a value of the type has no such form.
    package static func parts(of text: String, _ type: FieldType) -> [String: String]? {
        switch type {
        case .period:
            let ends = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(\.description)
            guard ends.count == 2 else { return nil }
            return Dictionary(uniqueKeysWithValues: zip(["from", "until"], ends.map { $0 == ".." ? "" : $0.trimmed }))
        case .location:
            let numbers = text.split(whereSeparator: { $0 == "," || $0 == "，" }).map { String($0).trimmed }
            return numbers.count == 2 ? ["latitude": numbers[0], "longitude": numbers[1]] : nil
        case .organisation:
            // 中国石油大学（华东） has no code in its brackets.
            let parts = bracketed(text, "name", "code")
            let isCode = (parts["code"] ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.count >= 15
            return isCode ? parts : ["name": text]
        case .person: return bracketed(text, "name", "duty")
        case .address:
            let parts = bracketed(text, "text", "postcode")
            let code = parts["postcode"] ?? ""
            let isCode = code.isEmpty || code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isCode ? parts : ["text": text]
        default: return nil
        }
    }

    /// The value as one text, from which ``parts(of:_:)`` reads it again.
    package static func text(of value: FieldValue, _ type: FieldType) -> String {
        guard case .parts = value else { return value.text ?? "" }
        switch type {
        case .period: return "\(value["from"] ?? "..")/\(value["until"] ?? "..")"
        case .location: return "\(value["latitude"] ?? ""),\(value["longitude"] ?? "")"
        case .organisation: return joined(value["name"], value["code"])
        case .person: return joined(value["name"], value["duty"])
        case .address: return joined(value["text"], value["postcode"])
        case .file: return value["name"] ?? ""
        default: return ""
        }
    }

    private static func bracketed(_ text: String, _ outer: String, _ inner: String) -> [String: String] {
        guard let last = text.last, ")）".contains(last), let open = text.lastIndex(where: { "(（".contains($0) }) else {
            return [outer: text]
        }
        let within = text[text.index(after: open)...].dropLast()
        return [outer: String(text[..<open]).trimmed, inner: String(within).trimmed]
    }

    private static func joined(_ outer: String?, _ inner: String?) -> String {
        (outer ?? "") + (inner.map { " (\($0))" } ?? "")
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
