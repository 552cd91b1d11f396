import Domain

/// Numbers of documents as people paste them: one a line, or several with blanks, commas or semicolons between.
package enum NumberList {
    /// The numbers of a text in its order, each as it was typed.
    ///
    /// Blanks stand between numbers where each part could be a whole number, and inside one otherwise
    /// (`CN 106844774 A`).
    package static func read(_ text: String) -> [String] {
        text.split { "\n\r\r\n\t,;，；、|".contains($0) }.flatMap { piece -> [String] in
            let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count > 1 else { return words }
            return words.allSatisfy { NumberReader.isWhole($0) } ? words : [words.joined(separator: " ")]
        }
    }

    /// What a typed number asks; nil for a text that is none.
    package static func question(_ typed: String) -> Expression? {
        let number = Expression.Number(QuerySource(typed).folded.reduce(into: "") { $0.unicodeScalars.append($1) })
        return NumberReader.isPlausible(number.text) ? Expression(.number(number, nil)) : nil
    }

    /// The check digit that the other digits of a typed number ask for, where it has another.
    package static func wrongCheckDigit(_ typed: String) -> String? {
        NumberReader.wrongCheckDigit(Expression.Number(typed).text)
    }
}
