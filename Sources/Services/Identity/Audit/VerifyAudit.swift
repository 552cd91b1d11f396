import Foundation
package import Store

/// Verifies that nothing of the audit was altered, removed or reordered: the log with its tree, checkpoints and signatures,
/// what it says of accounts, and what it seals.
///
/// The operator's command waits for it. Whoever asks on a page does not: on a large log it takes minutes, so a job does it on
/// the threads of the database, and its result is kept. **Cost** it reads all lines of the log and all sealed rows.
package struct VerifyAudit: Sendable {
    /// The kind of job.
    package static let job = "verify-audit"

    private let store: Store
    private let key: LogVerifierKey?
    private let other: SM2VerifierKey?

    /// Takes the keys whose signatures the checkpoints must bear, as far as this node has them.
    package init(store: Store, key: LogVerifierKey? = nil, and other: SM2VerifierKey? = nil) {
        self.store = store
        self.key = key
        self.other = other
    }

    /// Verifies now.
    ///
    /// - Throws: `Failure.notAllowed`; `DatabaseError` when the verification itself cannot go on.
    package func callAsFunction(as administrator: Administrator) async throws -> VerificationReport {
        try permit(administrator)
        return try await verify()
    }

    /// Has a job verify.
    ///
    /// One that waits already does for both. That it was asked for is noted among the events of who asks.
    ///
    /// - Throws: `Failure.notAllowed`.
    package func ask(_ caller: Caller, from origin: Origin) async throws {
        try permit(.caller(caller, origin))
        let question = AuditVerification.Question(by: caller.account, time: store.now)
        let event = AccountEvent(
            EventKind.auditVerified.rawValue,
            of: caller.account,
            time: question.time,
            address: origin.place
        )
        let payload = Array(try JSONEncoder().encode(question))
        let job = NewJob(kind: Self.job, payload: payload, dedupeKey: "next")
        try await store.setMeta(Self.questionName, String(decoding: payload, as: UTF8.self), event, jobs: [job])
    }

    /// Does a job, and keeps what was found.
    ///
    /// - Throws: `DatabaseError` when the verification cannot go on, which is kept too; `CancellationError`.
    package func run(_ job: ClaimedJob) async throws {
        let sent = try JSONDecoder().decode(AuditVerification.Question.self, from: Data(job.payload))
        // Whoever asked while it waited is answered, too.
        let newest = try await kept(AuditVerification.Question.self, Self.questionName)
        let question = newest.flatMap { $0.time > sent.time ? $0 : nil } ?? sent
        let began = store.now
        do {
            try await keep(try await verify(limit: AuditVerification.mostFaults), of: question, from: began)
        } catch let error as CancellationError {
            throw error
        } catch {
            try await keep(nil, of: question, from: began)
            throw error
        }
    }

    /// The newest result, and the newest question where it is not answered yet.
    ///
    /// - Throws: `Failure.notAllowed`.
    package func last(
        _ caller: Caller,
        from origin: Origin
    ) async throws -> (waiting: AuditVerification.Question?, result: AuditVerification?) {
        try permit(.caller(caller, origin))
        let question = try await kept(AuditVerification.Question.self, Self.questionName)
        let result = try await kept(AuditVerification.self, Self.resultName)
        let isAnswered = question.map { $0.time <= result?.question.time ?? 0 } ?? true
        return (isAnswered ? nil : question, result)
    }

    // MARK: Parts

    private static let questionName = "audit-verification-asked"
    private static let resultName = "audit-verification"

    private func permit(_ administrator: Administrator) throws {
        guard case .caller(let caller, _) = administrator else { return }
        try caller.check(.verifyAuditLog, on: .everything, at: store.now)
    }

    private func verify(limit: Int = 1_000) async throws -> VerificationReport {
        try await store.verify(key: key, and: other, registers: IdentityContent.registers, limit: limit)
    }

    private func keep(
        _ report: VerificationReport?,
        of question: AuditVerification.Question,
        from began: Int64
    ) async throws {
        let result = AuditVerification(question, report, from: began, to: store.now, checksSignatures: key != nil)
        let text = String(decoding: try JSONEncoder().encode(result), as: UTF8.self)
        // Of two that went on at the same time the older one may end last.
        try await store.setMeta(Self.resultName, text) { kept in
            let old = try JSONDecoder().decode(AuditVerification.self, from: Data(kept.utf8))
            return (old.question.time, old.began) <= (question.time, began)
        }
    }

    private func kept<T: Decodable>(_ type: T.Type, _ name: String) async throws -> T? {
        guard let text = try await store.meta(name) else { return nil }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
