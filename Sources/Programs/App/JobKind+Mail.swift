import Jobs
import Mail
import Store

extension JobKind {
    /// How long a message may stay in the queue, sent or not.
    private static let mailLife: Duration = .seconds(24 * 3_600)

    /// Sends the messages that wait in the queue, each at least once.
    ///
    /// What the server refuses for good is given up; everything else is tried again. The lines of the log and the reasons
    /// kept with failed jobs hold nothing of a message.
    static func mail(_ mailer: Mailer) -> JobKind {
        JobKind(Message.jobKind) { job in
            guard !job.payload.isEmpty else {
                throw JobGivenUp("the message was deleted, because it had been in the queue for a day")
            }
            let message: Message
            do {
                message = try Message(payload: job.payload)
            } catch {
                throw JobGivenUp("the job holds no message that can be sent: \(error)")
            }
            let report = try await mailer.send(message, id: job.id)
            if let failure = report.failure {
                throw failure.isFinal ? JobGivenUp(failure.description) : failure
            }
            return Outcome()
        }
    }

    /// Deletes messages that were not sent in a day: they hold addresses and perhaps links to sign in with.
    static func forgetMail(_ store: Store) -> JobKind {
        JobKind("forget-mail", every: .seconds(3_600)) { _ in
            try await store.forgetPayloads(of: Message.jobKind, olderThan: mailLife)
            return Outcome()
        }
    }
}
