import Identity
import Jobs

extension JobKind {
    /// Verifies the audit where somebody asked for it on a page.
    static func verifyAudit(_ verifyAudit: VerifyAudit) -> JobKind {
        JobKind(VerifyAudit.job) { job in
            try await verifyAudit.run(job)
            return Outcome()
        }
    }
}
