internal import Synchronization

/// Regular expressions, each compiled once.
final class PatternList: Sendable {
    private let compiled = Mutex<[String: Regex<AnyRegexOutput>]>([:])

    /// Whether a text as a whole has a form.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - pattern: the expression, which was compiled before when its declaration was read.
    /// - Returns: false also where it does not compile.
    func matches(_ text: String, _ pattern: String) -> Bool {
        compiled.withLock { known in
            guard let regex = known[pattern] ?? (try? Regex(pattern)) else { return false }
            known[pattern] = regex
            return text.wholeMatch(of: regex) != nil
        }
    }
}
