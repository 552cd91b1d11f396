/// What the newest verification of the audit found, and whether another one is asked for.
///
/// Times are ISO 8601 in UTC.
package struct AuditVerificationDocument: Codable, Hashable, Sendable {
    /// That one is asked for and not at its end; left out otherwise.
    package var waiting: QuestionDocument?
    /// The newest that is over; left out where there was none.
    package var result: ResultDocument?

    package init(waiting: QuestionDocument?, result: ResultDocument?) {
        self.waiting = waiting
        self.result = result
    }

    /// Who asked, and when.
    package struct QuestionDocument: Codable, Hashable, Sendable {
        /// The id of the account.
        package var by: String
        package var time: String

        package init(by: String, time: String) {
            self.by = by
            self.time = time
        }
    }

    /// What was found.
    package struct ResultDocument: Codable, Hashable, Sendable {
        package var asked: QuestionDocument
        package var began: String
        package var ended: String
        /// Whether it came to its end.
        package var whole: Bool
        /// Whether it came to its end and nothing is wrong.
        package var sound: Bool
        /// How many lines of the log were checked, from the first one.
        package var lines: Int
        /// How many entries of accounts, of what belongs to them, and seals were checked.
        package var entries: Int
        /// How many sealed rows were checked.
        package var rows: Int
        /// Whether signatures of the log were checked, for which the node needs its key.
        package var signatures: Bool
        package var faults: [FaultDocument]
        /// Whether there are more faults.
        package var cut: Bool

        package init(
            asked: QuestionDocument,
            began: String,
            ended: String,
            whole: Bool,
            sound: Bool,
            lines: Int,
            entries: Int,
            rows: Int,
            signatures: Bool,
            faults: [FaultDocument],
            cut: Bool
        ) {
            self.asked = asked
            self.began = began
            self.ended = ended
            self.whole = whole
            self.sound = sound
            self.lines = lines
            self.entries = entries
            self.rows = rows
            self.signatures = signatures
            self.faults = faults
            self.cut = cut
        }
    }

    /// One thing that is wrong.
    package struct FaultDocument: Codable, Hashable, Sendable {
        /// Its kind, as `huizhi audit verify` names it.
        package var kind: String
        /// Which line, entry, row or checkpoint.
        package var place: String
        /// What was expected and what was found.
        package var detail: String

        package init(kind: String, place: String, detail: String) {
            self.kind = kind
            self.place = place
            self.detail = detail
        }
    }
}
