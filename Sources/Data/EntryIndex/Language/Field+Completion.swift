import Domain

extension Field {
    /// A field by a name that begins as somebody typed it.
    package struct Completion: Hashable, Sendable {
        package let field: Field
        /// A name that a query can use.
        package let name: String
    }

    /// The fields one of whose names begins with a text: aliases and names for people first.
    ///
    /// A text in Latin letters gives the alias, one in Chinese the name that it begins.
    package static func beginning(with text: String, limit: Int) -> [Completion] {
        let wanted = FieldName.fold(text)
        guard let first = wanted.first, wanted.count >= (first.value < 0x80 ? 2 : 1) else { return [] }
        var found: [(rank: Int, completion: Completion)] = []
        for entry in FieldName.all where entry.folded.starts(with: wanted) {
            guard let field = entry.name.fields.first, !found.contains(where: { $0.completion.field == field }) else {
                continue
            }
            // A name with brackets inside is hard to type and to read.
            guard entry.folded.allSatisfy({ $0.isWordCharacter && !$0.isTruncation }) else { continue }
            let isFirst = entry.text == field.alias || entry.text == field.label.zh || entry.text == field.label.en
            let rank = entry.folded.count == wanted.count ? 0 : isFirst || field == .applicant ? 1 : 2
            let name = first.value < 0x80 ? field.alias : entry.text
            found.append((rank, Completion(field: field, name: name)))
        }
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .prefix(limit).map(\.element.completion)
    }

    /// The name that stands in front of a value in a suggestion: short, and one that people know.
    package func suggestedName(in language: String) -> String {
        guard language == "zh" else { return alias }
        switch kind {
        case .classification: return alias
        default:
            let plain = ([label.zh] + names.others).filter { name in
                name.unicodeScalars.allSatisfy { $0.isWordCharacter && $0.isHan }
            }
            return plain.first ?? alias
        }
    }
}
