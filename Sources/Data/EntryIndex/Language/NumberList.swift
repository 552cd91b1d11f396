import Domain

/// Numbers of documents as people paste them: one a line, or several with blanks, commas or semicolons between.
package enum NumberList {
    /// The numbers of a text in its order, each as it was typed.
    ///
    /// A blank stands between two numbers where the first is whole and what follows can begin another, and inside one
    /// otherwise (`CN 106844774 A`).
    package static func read(_ text: String) -> [String] {
        text.split { "\n\r\r\n\t,;，；、|".contains($0) }.flatMap { piece -> [String] in
            let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
            var numbers: [String] = []
            for word in words {
                // A number that is whole ends where a word can begin another.
                let begins = NumberReader.isWhole(word) || CountryCode.isKnown(word.uppercased())
                if let last = numbers.last, !(begins && isWhole(last)) {
                    numbers[numbers.count - 1] = last + " " + word
                } else {
                    numbers.append(word)
                }
            }
            return numbers
        }
    }

    private static func isWhole(_ text: String) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        return text == bare ? NumberReader.isWhole(bare) : NumberReader.readsStrictly(bare)
    }

    /// What a typed number asks; nil for a text that is none.
    package static func question(_ typed: String) -> Expression? {
        let number = number(typed)
        guard NumberReader.isPlausible(number.text) else { return nil }
        return .any(of: fields.map { Expression(.number(number, $0)) })
    }

    /// The numbers that a record has of its own; texts that mention a number are not asked.
    private static let fields: [Field] = [
        .applicationNumber, .publicationNumber, .registrationNumber, .pctApplicationNumber, .pctPublicationNumber,
    ]

    private static func number(_ typed: String) -> Expression.Number {
        Expression.Number(String(String.UnicodeScalarView(QuerySource(typed).folded)))
    }

    /// The check digit that the other digits of a typed number ask for, where it has another.
    package static func wrongCheckDigit(_ typed: String) -> String? {
        NumberReader.wrongCheckDigit(number(typed).text)
    }
}
