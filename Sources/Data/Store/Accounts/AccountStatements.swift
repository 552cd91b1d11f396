internal import SQLCore

/// The statements of signing in.
enum AccountStatements {
    // MARK: Credentials

    static let credentials = Statement(
        """
        SELECT account, kind, number, secret, made_at, used FROM credential
        WHERE account = $1 ORDER BY kind, number
        """
    )
    static let putCredential = Statement(
        "INSERT INTO credential (account, kind, number, secret, made_at, used) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    static let dropCredentials = Statement("DELETE FROM credential WHERE account = $1 AND kind = $2")
    // Of two who use it at once one finds it used.
    static let useCredential = Statement(
        "UPDATE credential SET used = $4 WHERE account = $1 AND kind = $2 AND number = $3 AND used < $4"
    )
    static let useRecovery = Statement(
        """
        UPDATE credential SET used = $3 WHERE account = $1 AND kind = 'recovery' AND secret = $2 AND used = 0
        """
    )

    // MARK: Sessions

    static let putSession = Statement(
        """
        INSERT INTO session (id, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    )
    static let session = Statement(
        """
        SELECT id, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent FROM session WHERE id = $1
        """
    )
    static let sessions = Statement(
        """
        SELECT id, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent FROM session
        WHERE account = $1 AND ends_at > $2 ORDER BY made_at DESC, id
        """
    )
    static let seeSession = Statement("UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2")
    static let confirmSession = Statement("UPDATE session SET confirmed_at = $2, strong = $3 WHERE id = $1")
    static let replaceSession = Statement("UPDATE session SET id = $2 WHERE id = $1")
    static let endSession = Statement("DELETE FROM session WHERE id = $1 AND account = $2")
    static let endSessions = Statement("DELETE FROM session WHERE account = $1 AND id <> $2")

    // MARK: Tokens that are good once

    static let putOneTime = Statement(
        "INSERT INTO one_time (id, purpose, account, payload, tries, ends_at) VALUES ($1, $2, $3, $4, 0, $5)"
    )
    static let oneTime = Statement(
        """
        SELECT id, purpose, account, payload, tries, ends_at FROM one_time
        WHERE id = $1 AND purpose = $2 AND ends_at > $3
        """
    )
    static let tryOneTime = Statement(
        """
        UPDATE one_time SET tries = tries + 1 WHERE id = $1 AND purpose = $2 AND ends_at > $3 AND tries < $4
        RETURNING id, purpose, account, payload, tries, ends_at
        """
    )
    static let takeOneTime = Statement(
        """
        DELETE FROM one_time WHERE id = $1 AND purpose = $2
        RETURNING id, purpose, account, payload, tries, ends_at
        """
    )
    static let dropOneTimes = Statement("DELETE FROM one_time WHERE account = $1 AND purpose = $2")

    // MARK: Tries

    static let beginAttempts = Statement(
        """
        INSERT INTO attempt (id, failures, last_at, free_at) VALUES ($1, 0, $2, 0)
        ON CONFLICT (id) DO NOTHING
        """
    )
    // Changes nothing, but holds the row, so that of tries at once each knows of the one before.
    static let attempt = Statement(
        "UPDATE attempt SET failures = failures WHERE id = $1 RETURNING failures, last_at, free_at"
    )
    static let putAttempt = Statement(
        "UPDATE attempt SET failures = $2, last_at = $3, free_at = $4 WHERE id = $1"
    )
    static let dropAttempt = Statement("DELETE FROM attempt WHERE id = $1")
    static let forgiveAttempt = Statement(
        "UPDATE attempt SET failures = failures - 1, free_at = 0 WHERE id = $1 AND failures > 0"
    )

    // MARK: Events

    static let putEvent = Statement(
        "INSERT INTO account_event (id, account, time, kind, address) VALUES ($1, $2, $3, $4, $5)"
    )
    static let events = Statement(
        """
        SELECT account, time, kind, address FROM account_event
        WHERE account = $1 ORDER BY time DESC, id LIMIT $2
        """
    )

    // MARK: Ending

    static let dropAllCredentials = Statement("DELETE FROM credential WHERE account = $1")
    static let dropAllSessions = Statement("DELETE FROM session WHERE account = $1")
    static let dropAllOneTimes = Statement("DELETE FROM one_time WHERE account = $1")
    static let hideEvents = Statement("UPDATE account_event SET address = '' WHERE account = $1")

    static let sweep = [
        (Statement("DELETE FROM session WHERE ends_at <= $1"), SweepAge.now),
        (Statement("DELETE FROM one_time WHERE ends_at <= $1"), .now),
        (Statement("DELETE FROM attempt WHERE last_at <= $1"), .attempts),
        (Statement("DELETE FROM account_event WHERE time <= $1"), .events),
    ]

    /// Which age decides.
    enum SweepAge: Sendable {
        case now, attempts, events
    }
}
