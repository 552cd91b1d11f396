import Federation
import Identity
import Jobs
import Logging
import Mail
import ServiceLifecycle
import Store

/// Does the work that waits in the queue while the node runs.
struct JobRunning: Service {
    let runner: JobRunner

    init(
        store: Store,
        accounts: Accounts,
        singleSignOn: SingleSignOn,
        messenger: PlatformMessenger,
        verifyAudit: VerifyAudit,
        key: LogKey?,
        other: SM2Key?,
        mailer: Mailer?,
        logger: Logger
    ) {
        let kinds =
            Self.kinds(store, accounts, key, other, mailer) + JobKind.signOn(singleSignOn, messenger)
            + [.verifyAudit(verifyAudit)]
        runner = JobRunner(store: store, kinds: kinds, logger: logger)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await runner.run() }
    }

    /// The table of what this node does: without a key of the log it leaves signing to others, without a mail server mail.
    private static func kinds(
        _ store: Store,
        _ accounts: Accounts,
        _ key: LogKey?,
        _ other: SM2Key?,
        _ mailer: Mailer?
    ) -> [JobKind] {
        let signing = key.map { key in
            // Signs the state of the log, so that anybody can prove later what it was.
            JobKind("sign-checkpoint", every: .seconds(60)) { _ in
                // First what is new of the audit, so that the checkpoint vouches for it too.
                try await store.sealAudit()
                _ = try await store.signCheckpoint(with: key, and: other)
                return JobKind.Outcome()
            }
        }
        let common = [
            // Deletes drawings and attachments that no entry names any more.
            JobKind("sweep-blobs", every: .seconds(3_600)) { _ in
                try await store.sweepBlobs()
                return JobKind.Outcome()
            },
            // Deletes sessions that are over and what is kept of accounts for a time only.
            JobKind("sweep-accounts", every: .seconds(3_600)) { _ in
                try await accounts.sweep()
                return JobKind.Outcome()
            },
            // Also where no mail is sent any more: what waits for it is still there.
            .forgetMail(store),
        ]
        return common + [signing, mailer.map(JobKind.mail)].compactMap(\.self)
    }
}
