internal import Bytes

/// One step of the schema: numbered from 1 without gaps, forward only, never edited once released.
package struct Migration: Sendable {
    /// Its place in the order, from 1.
    package let number: Int64
    /// What it does, in a few words.
    package let name: String
    /// Its statements, run in order in one transaction.
    package let statements: [Statement]

    /// Describes a step.
    package init(number: Int64, name: String, statements: [Statement]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// The SHA-256 of name and statements in their portable form, by which an edited step is found out.
    package var digest: String {
        var hasher = SHA256Hasher()
        hasher.update(name)
        for statement in statements {
            hasher.update([0])
            hasher.update(statement.text)
        }
        return hasher.finish().description
    }
}
