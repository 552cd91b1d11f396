/// What the newest verification of the audit found.
package struct AdminVerificationPage: Sendable, Hashable {
    /// Since when one is asked for that is not at its end, in Beijing time as `YYYY-MM-DD HH:MM`; nil where none is.
    package var waitingSince: String?
    /// The newest that is over; nil where there was none.
    package var result: Result?

    package init(waitingSince: String?, result: Result?) {
        self.waitingSince = waitingSince
        self.result = result
    }

    /// What was found.
    package struct Result: Sendable, Hashable {
        /// The account that asked.
        package var by: String
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var began, ended: String
        /// How many lines of the log, entries and sealed rows were checked.
        package var lines, entries, rows: Int
        /// Whether signatures of the log were checked.
        package var checksSignatures: Bool
        package var faults: [Fault]
        /// Whether there are more faults than are shown.
        package var isCut: Bool
        /// Whether it came to its end.
        package var isWhole: Bool

        package init(
            by: String,
            began: String,
            ended: String,
            lines: Int,
            entries: Int,
            rows: Int,
            checksSignatures: Bool,
            faults: [Fault],
            isCut: Bool,
            isWhole: Bool
        ) {
            self.by = by
            self.began = began
            self.ended = ended
            self.lines = lines
            self.entries = entries
            self.rows = rows
            self.checksSignatures = checksSignatures
            self.faults = faults
            self.isCut = isCut
            self.isWhole = isWhole
        }
    }

    /// One thing that is wrong.
    package struct Fault: Sendable, Hashable {
        /// By the name of its text.
        package var kind: String
        package var place: String
        /// What was expected and found, in English.
        package var detail: String

        package init(kind: String, place: String, detail: String) {
            self.kind = kind
            self.place = place
            self.detail = detail
        }
    }
}
