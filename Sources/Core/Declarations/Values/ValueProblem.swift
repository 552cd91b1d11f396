package import Domain

/// Why an entry cannot be as somebody wants it.
package struct ValueProblem: Error, Sendable, Hashable {
    /// The field, with its part behind a dot: `validity.from`; empty where the entry as a whole is meant.
    package let field: String
    /// What is wrong and what to write instead.
    package let message: Bilingual

    /// Names a problem.
    package init(field: String, message: Bilingual) {
        self.field = field
        self.message = message
    }
}
