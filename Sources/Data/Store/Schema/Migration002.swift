internal import SQLCore

/// Step 2: notes beside lines of the log.
enum Migration002 {
    // Beside the line and not in it: what an operator wrote may have to go again, and the log still verifies.
    static let statements: [Statement] = [
        Statement("CREATE TABLE log_note (sequence {int} NOT NULL PRIMARY KEY, note {text} NOT NULL)")
    ]
}
