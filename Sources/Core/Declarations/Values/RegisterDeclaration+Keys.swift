import Domain

extension RegisterDeclaration {
    /// The values of an entry that no other entry may have.
    package func uniqueKeys(of content: EntryContent) -> [UniqueKey] {
        var keys = fields.filter(\.isUnique).compactMap {
            key([$0.name], scope: name, message: nil, isIdentity: true, of: content)
        }
        for rule in rules {
            guard case .unique(let fields, let across, let since) = rule.sort,
                rule.condition?.holds(for: content) ?? true
            else {
                continue
            }
            let key = key(
                fields,
                scope: across.map { "across:" + $0 } ?? name,
                message: rule.message,
                isIdentity: across == nil && rule.condition == nil,
                age: since.map { $0.isLater(content) ? .later : .earlier },
                of: content
            )
            if let key, !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    private func key(
        _ names: [String],
        scope: String,
        message: Bilingual?,
        isIdentity: Bool,
        age: UniqueKey.Age? = nil,
        of content: EntryContent
    ) -> UniqueKey? {
        let values = names.compactMap { name -> String? in
            guard let field = field(name), let value = content.fields[name] else { return nil }
            // An organisation is known by its code; where that is missing, by its name.
            if case .organisation = field.type { return value["code"] ?? value["name"] }
            if case .address = field.type { return value["text"] }
            return value.text ?? ValueText.text(of: value, field.type)
        }
        guard values.count == names.count else { return nil }
        let labels = names.compactMap { field($0)?.label }
        let shown = values.joined(separator: "、")
        return UniqueKey(
            scope: scope,
            field: names.joined(separator: "+"),
            // Two values never run into each other: a line between them is doubled within.
            value: values.map { Self.folded($0).replacing("|", with: "||") }.joined(separator: " | "),
            isIdentity: isIdentity,
            age: age,
            message: ValueProblem(
                field: names.first ?? "",
                message: message
                    ?? Bilingual(
                        "已有条目的\(labels.map(\.zh).joined(separator: "、"))是“\(shown)”",
                        "another entry has \(labels.map(\.en).joined(separator: ", ")) “\(shown)”"
                    )
            )
        )
    }

    /// Small letters in the narrow width, without white space: （北京） is (北京).
    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        // No white space lies behind U+3000, where most of these letters do.
        for scalar in text.unicodeScalars
        where scalar.value > 0x3000 || scalar.value > 0x20 && !scalar.properties.isWhitespace {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            folded.append(isWide ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(folded).lowercased()
    }
}

extension RegisterRule.Since {
    /// Whether an entry is of the time in which the rule holds.
    fileprivate func isLater(_ content: EntryContent) -> Bool {
        guard let date = content.fields[field]?.text.flatMap(PartialDate.init(iso:)) else { return true }
        return day <= date
    }
}
