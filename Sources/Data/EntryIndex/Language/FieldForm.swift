/// A form with a line for each field as a query.
package enum FieldForm {
    /// A line of the form.
    package enum Line: Hashable, Sendable {
        /// Words, a name, numbers or classes of a field.
        case field(Field)
        /// A period, from one day to another.
        case period(Field)

        /// The field.
        package var field: Field {
            switch self {
            case .field(let field), .period(let field): field
            }
        }
    }

    /// The lines in the order in which the form shows them.
    package static let lines: [Line] = [
        .field(.title), .field(.abstract), .field(.claims), .field(.description), .field(.applicant), .field(.inventor),
        .field(.agency), .field(.applicationNumber), .field(.publicationNumber), .period(.applicationDate),
        .period(.publicationDate), .field(.ipc), .field(.cpc), .field(.locarno), .field(.nice), .field(.region),
        .field(.country), .field(.legalStatus), .field(.inventionType),
    ]

    /// The query that asks for all that is filled in, as it would be typed; empty where nothing is.
    ///
    /// `value` says what stands in a line: by the field's alias, of a period with `.from` and `.to` behind it. The language
    /// may still refuse the query, where what was typed cannot be read.
    package static func query(naming: FieldNaming, value: (String) -> String) -> String {
        lines.compactMap { line in
            let alias = line.field.alias
            let name = naming.name(of: line.field)
            switch line {
            case .field:
                let text = value(alias)
                guard !text.isEmpty else { return nil }
                return text.contains(where: { $0.isWhitespace || ",，;；、".contains($0) })
                    ? "\(name)=(\(text))" : "\(name)=\(text)"
            case .period:
                switch (value(alias + ".from"), value(alias + ".to")) {
                case ("", ""): return nil
                case (let from, ""): return "\(name)>=\(from)"
                case ("", let through): return "\(name)<=\(through)"
                case (let from, let through): return "\(name)=\(from):\(through)"
                }
            }
        }.joined(separator: " AND ")
    }
}
