/// Passwords that everybody tries first: a built-in list with its usual variations, simple patterns, and, where the
/// operator has one, a file of breached passwords.
package struct BreachedList: Sendable {
    private let file: BreachedFile?

    /// The built-in list and the patterns alone.
    package init() {
        file = nil
    }

    /// Takes an operator's file too: lines `SHA1:count` in ascending order, of any length.
    ///
    /// - Throws: `FileFailure` when it cannot be mapped; `Failure.invalid` with line and remedy when it has another shape.
    package init(file path: String) throws {
        file = try BreachedFile(path)
    }

    /// Whether a password is one that is tried first.
    ///
    /// With a file this reads some pages of it from disk: call it on ``PasswordThreads``.
    package func contains(_ password: String) -> Bool {
        let password = PasswordHash.normal(password)
        return CommonPasswords.contains(password) || PasswordPattern.matches(password)
            || file?.contains(Array(password.utf8)) ?? false
    }
}
