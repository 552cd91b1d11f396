internal import Domain

extension RegisterDeclaration {
    /// The values of an entry that no other entry may have.
    package func uniqueKeys(of content: EntryContent) -> [UniqueKey] {
        var keys = fields.filter(\.isUnique).compactMap { key([$0.name], scope: name, message: nil, of: content) }
        for rule in rules {
            guard case .unique(let fields, let across) = rule.sort, rule.condition?.holds(for: content) ?? true else {
                continue
            }
            let scope = across.map { "across:" + $0 } ?? name
            if let key = key(fields, scope: scope, message: rule.message, of: content), !keys.contains(key) {
                keys.append(key)
            }
        }
        return keys
    }

    private func key(
        _ names: [String],
        scope: String,
        message: Bilingual?,
        of content: EntryContent
    ) -> UniqueKey? {
        let values = names.compactMap { name -> String? in
            guard let field = field(name), let value = content.fields[name] else { return nil }
            // An organisation is known by its code; where that is missing, by its name.
            if case .organisation = field.type { return value["code"] ?? value["name"] }
            return value.text ?? ValueText.text(of: value, field.type)
        }
        guard values.count == names.count else { return nil }
        let folded = values.map { value in
            String(
                String.UnicodeScalarView(
                    value.lowercased().unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
                )
            )
        }
        let labels = names.compactMap { field($0)?.label }
        let shown = values.joined(separator: "、")
        return UniqueKey(
            scope: scope,
            field: names.joined(separator: "+"),
            // Two values never run into each other: a line between them is doubled within.
            value: folded.map { $0.replacing("|", with: "||") }.joined(separator: " | "),
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
}
