/// Which passwords are refused: those that are short, that everybody tries first, or that are little more than a name.
///
/// There are no rules about kinds of characters, and none about age: they make passwords worse.
///
/// **Source** OWASP ASVS 5.0 section 6.2; NIST SP 800-63B-4 section 3.1.1.
package struct PasswordRules: Sendable {
    /// The fewest and the most characters (Unicode scalars of the form NFC) by default.
    package static let defaultLeast = 10
    package static let defaultMost = 256

    /// Why a password is refused.
    package enum Problem: Sendable, Hashable {
        /// It has fewer characters than `least`.
        case short(least: Int)
        /// It has more characters than `most`.
        case long(most: Int)
        /// It is among those that are tried first.
        case common
        /// It is little more than this word, which is known of the person or of this system.
        case contains(String)
    }

    /// The fewest characters.
    package let least: Int
    /// The most characters.
    package let most: Int
    private let breached: BreachedList

    /// Makes rules.
    ///
    /// - Parameters:
    ///   - least: the fewest characters.
    ///   - most: the most characters.
    ///   - breached: the passwords that are tried first.
    package init(least: Int = defaultLeast, most: Int = defaultMost, breached: BreachedList) {
        self.least = least
        self.most = most
        self.breached = breached
    }

    /// Why a password is refused; nil where it is good.
    ///
    /// A name may be part of a password, but counts for nothing: what is left without it has to be good by itself.
    ///
    /// - Parameters:
    ///   - password: as it was typed.
    ///   - context: what is known of the person and of this system: name, e-mail address, names of the product.
    /// - Returns: the first problem.
    package func problem(of password: String, context: [String]) -> Problem? {
        let password = PasswordHash.normal(password)
        let length = password.unicodeScalars.count
        if length < least { return .short(least: least) }
        if length > most { return .long(most: most) }
        if breached.contains(password) { return .common }
        var rest = Array(password.lowercased().unicodeScalars)
        var found: String?
        for word in Self.words(of: context) {
            let part = FoldedPassword(word).scalars
            while let range = rest.map(FoldedPassword.fold).firstRange(of: part) {
                rest.removeSubrange(range)
                found = found ?? word
            }
        }
        guard let found else { return nil }
        let isGood = rest.count >= least && !breached.contains(String(String.UnicodeScalarView(rest)))
        return isGood ? nil : .contains(found)
    }

    /// The words of a context that are long enough to count, the longest first.
    private static func words(of context: [String]) -> [String] {
        let words = context.flatMap { text in
            text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.utf8.count >= shortestWord }
        }
        return Set(words).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Words of fewer bytes do not count: three Latin letters, or one Han character.
    private static let shortestWord = 3
}
