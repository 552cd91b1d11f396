internal import SQLCore

/// The schema of the product: numbered steps, forward only, never edited once released.
enum Schema {
    /// All steps, in order.
    static let migrations: [Migration] = [
        Migration(number: 1, name: "entries, log, jobs, imports", statements: Migration001.statements),
        Migration(number: 2, name: "notes beside the log", statements: Migration002.statements),
        Migration(number: 3, name: "proposals of readers", statements: Migration003.statements),
        Migration(number: 4, name: "pictures", statements: Migration004.statements),
        Migration(number: 5, name: "accounts", statements: Migration005.statements),
    ]
}
