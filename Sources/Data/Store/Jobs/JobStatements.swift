internal import SQLCore

/// The statements of the job queue.
///
/// A job is open (0) or failed for good (1); a finished one is deleted. While a runner holds it, its due moment is
/// the end of the lease, so that a job whose runner died is simply due again. A job loses its dedupe key when it is
/// claimed: what is enqueued from then on may be news that its runner did not see. Whoever finds a job of the same key
/// waiting touches it, and so holds it until his own rows are committed: no runner takes it before it can see them.
enum JobStatements {
    static let enqueue = Statement(
        """
        INSERT INTO job (id, kind, dedupe_key, payload, state, due_at, attempts, created_at, problem)
        VALUES ($1, $2, $3, $4, 0, $5, 0, $6, NULL)
        ON CONFLICT (kind, dedupe_key) DO UPDATE SET created_at = job.created_at
        """
    )
    static let isDue = Statement("SELECT id FROM job WHERE state = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 1")
    static let isKindDue = Statement(
        "SELECT id FROM job WHERE state = 0 AND due_at <= $1 AND kind = $2 ORDER BY due_at, id LIMIT 1"
    )
    static let claim = Statement(
        """
        UPDATE job SET due_at = $2, attempts = attempts + 1, dedupe_key = NULL WHERE id = (
            SELECT id FROM job WHERE state = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 1 {skip locked})
        RETURNING id, kind, payload, attempts
        """
    )
    static let claimKind = Statement(
        """
        UPDATE job SET due_at = $2, attempts = attempts + 1, dedupe_key = NULL WHERE id = (
            SELECT id FROM job WHERE state = 0 AND due_at <= $1 AND kind = $3
            ORDER BY due_at, id LIMIT 1 {skip locked})
        RETURNING id, kind, payload, attempts
        """
    )
    static let extend = Statement(
        "UPDATE job SET due_at = $3 WHERE id = $1 AND attempts = $2 AND state = 0 AND due_at > $4"
    )
    static let complete = Statement("DELETE FROM job WHERE id = $1 AND attempts = $2 AND state = 0")
    static let fail = Statement(
        "UPDATE job SET state = $3, due_at = $4, problem = $5 WHERE id = $1 AND attempts = $2 AND state = 0"
    )
    static let retry = Statement("UPDATE job SET state = 0, due_at = $1, attempts = 0 WHERE state = 1")
    static let forget = Statement(
        "UPDATE job SET payload = $3 WHERE kind = $1 AND created_at < $2 AND length(payload) > 0"
    )
    static let failed = Statement(
        "SELECT id, kind, attempts, created_at, problem FROM job WHERE state = 1 ORDER BY created_at DESC, id LIMIT $1"
    )
    static let counts = Statement("SELECT state, count(*) FROM job GROUP BY state ORDER BY state")
}
