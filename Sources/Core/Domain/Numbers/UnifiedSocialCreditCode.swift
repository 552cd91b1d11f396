/// The eighteen characters that identify an organisation in China.
///
/// **Shape** Registering department (1), category (1), region (6 digits), organisation code (9), check character (1);
/// letters without I, O, S, V, Z.
///
/// **Source** GB 32100-2015.
package struct UnifiedSocialCreditCode: Hashable, Sendable {
    /// How the printed check character compares with the computed one.
    package enum CheckCharacter: Hashable, Sendable {
        case correct
        case wrong(expected: Character)
    }

    /// The eighteen characters, upper case.
    package let text: String
    /// Whether the check character is right; a form refuses a wrong one, a reader of files keeps it.
    package let check: CheckCharacter

    /// Reads a code as anyone prints it, nil when it is none; the check character may be wrong.
    package static func read(_ text: String) -> UnifiedSocialCreditCode? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? UnifiedSocialCreditCode(reading: text)
    }

    /// Reads a code with blanks or hyphens, in any width and case.
    ///
    /// - Throws: `Misread` when the length, a letter or the region is not right. A wrong check character is no reason.
    package init(reading text: String) throws(Misread) {
        let characters = FieldCharacters(text).withoutBlanks.filter { $0 != UInt8(ascii: "-") }
        guard !characters.isEmpty else { throw Misread(.creditCode, .empty, text: text) }
        guard characters.count == 18, characters.dropFirst(2).prefix(6).allSatisfy(\.isDigit),
            let expected = Self.checkCharacter(for: characters.dropLast().text),
            Self.alphabet.contains(characters[17])
        else { throw Misread(.creditCode, .shape(example: "11100000000013338W"), text: text) }
        self.text = characters.text
        check = Character(Unicode.Scalar(characters[17])) == expected ? .correct : .wrong(expected: expected)
    }

    /// The six digits of the registering region.
    package var regionCode: String { String(text.dropFirst(2).prefix(6)) }

    /// The nine characters of the organisation code.
    package var organisationCode: String { String(text.dropFirst(8).prefix(9)) }

    /// The check character that seventeen characters ask for, nil when one is not of the alphabet.
    package static func checkCharacter(for body: String) -> Character? {
        let characters = Array(body.utf8)
        guard characters.count == 17 else { return nil }
        var sum = 0
        var weight = 1
        for character in characters {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return Character(Unicode.Scalar(alphabet[(31 - sum % 31) % 31]))
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}

extension UnifiedSocialCreditCode: CustomStringConvertible {
    package var description: String { text }
}
