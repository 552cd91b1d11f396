import Store

/// What a verification of the audit that was asked for on a page found, as it is kept until the next one.
package struct AuditVerification: Codable, Sendable, Hashable {
    /// That somebody asked for one.
    package struct Question: Codable, Sendable, Hashable {
        /// The account.
        package let by: String
        /// Microseconds UTC.
        package let time: Int64
    }

    /// One thing that is wrong, and where.
    package struct Fault: Codable, Sendable, Hashable {
        /// The name of a `Finding.Kind`.
        package let kind: String
        /// Which line, entry, row or checkpoint.
        package let place: String
        /// What was expected and what was found.
        package let detail: String
    }

    package let question: Question
    /// Microseconds UTC.
    package let began, ended: Int64
    /// How many lines of the log were checked, from the first one; how many entries, and how many sealed rows.
    package let lines, entries, rows: Int64
    /// Whether the node had the key of the log, without which it knows no signature of it.
    package let checksSignatures: Bool
    package let faults: [Fault]
    /// Whether there are more faults than are kept.
    package let isCut: Bool
    /// Whether it came to its end; the log of the node says why not.
    package let isWhole: Bool

    /// The most faults that are kept.
    package static let mostFaults = 200

    /// Whether it came to its end and nothing is wrong.
    package var isSound: Bool { isWhole && faults.isEmpty }

    init(
        _ question: Question,
        _ report: VerificationReport?,
        from began: Int64,
        to ended: Int64,
        checksSignatures: Bool
    ) {
        self.question = question
        self.began = began
        self.ended = ended
        lines = report?.lines ?? 0
        entries = report?.entries ?? 0
        rows = report?.sealedRows ?? 0
        self.checksSignatures = checksSignatures
        faults = (report?.findings ?? []).map { Fault(kind: $0.kind.rawValue, place: $0.subject, detail: $0.detail) }
        isCut = report?.isCut ?? false
        isWhole = report != nil
    }
}
