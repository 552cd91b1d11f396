import Domain

extension Parser {
    /// Reads a field of technology by its name, or fields by their numbers side by side, of which any may be a record's.
    mutating func technology(_ token: Token) throws(QueryFailure) -> Part {
        guard !token.isPattern else { throw failure(.truncationPlace, at: token.range) }
        var parts: [Part] = []
        while let token = current, case .word(let text) = token.kind, text.unicodeScalars.allSatisfy(\.isDigit) {
            guard let number = ClassScheme.field.symbol(reading: text) else {
                // Behind the first number it may be a word of its own.
                guard parts.isEmpty else { break }
                throw failure(.noTechnology(text), at: token.range)
            }
            cursor += 1
            try refuseRange(after: token.range)
            parts.append(Part(.word(number), in: .technology, at: token.range))
        }
        if parts.isEmpty { return try term(token, in: .technology) }
        return parts.count == 1 ? parts[0] : Part.joined(parts, .noPlaces, Expression.any)
    }
}
