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
        """
        INSERT INTO credential (account, kind, number, secret, made_at, used) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account, kind, number) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at,
            used = excluded.used
        """
    )
    // Changes nothing, but holds the row until the transaction ends: of two who change or use what an account proves itself
    // with, one waits for the other.
    static let holdPassword = Statement(
        "UPDATE credential SET used = used WHERE account = $1 AND kind = 'password' RETURNING secret"
    )
    static let replaceSecret = Statement(
        "UPDATE credential SET secret = $3 WHERE account = $1 AND kind = 'password' AND secret = $2"
    )
    static let hasTimeCode = Statement(
        "SELECT count(*) FROM credential WHERE account = $1 AND kind = 'timeCode'"
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
        INSERT INTO session (id, number, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    )
    static let session = Statement(
        """
        SELECT id, number, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent
        FROM session WHERE id = $1
        """
    )
    static let sessions = Statement(
        """
        SELECT id, number, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent FROM session
        WHERE account = $1 AND ends_at > $2 ORDER BY made_at DESC, id
        """
    )
    static let seeSession = Statement("UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2")
    // What an outside provider said no longer counts once a password did: `SessionProof.provider` goes.
    static let confirmSession = Statement(
        "UPDATE session SET id = $2, confirmed_at = $3, strong = strong % 2 WHERE id = $1"
    )
    static let endSession = Statement("DELETE FROM session WHERE number = $1 AND account = $2")
    static let leaveSession = Statement("DELETE FROM session WHERE id = $1 AND account = $2")
    static let endOldest = Statement(
        """
        DELETE FROM session WHERE account = $1 AND id NOT IN (
            SELECT id FROM session WHERE account = $1 ORDER BY made_at DESC, id LIMIT $2
        )
        """
    )
    static let accountsWithSessions = Statement(
        "SELECT DISTINCT account FROM session WHERE account > $1 ORDER BY account LIMIT $2"
    )
    // Changes nothing, but holds the row: what is saved by a session is saved before it ends, or not at all.
    static let holdSession = Statement(
        "UPDATE session SET seen_at = seen_at WHERE id = $1 AND account = $2 RETURNING id"
    )
    static let endSessions = Statement("DELETE FROM session WHERE account = $1 AND id <> $2")

    // MARK: Tokens that are good once

    static let putOneTime = Statement(
        """
        INSERT INTO one_time (id, purpose, account, payload, tries, ends_at) VALUES ($1, $2, $3, $4, 0, $5)
        ON CONFLICT (id) DO UPDATE SET
            purpose = excluded.purpose, account = excluded.account, payload = excluded.payload, tries = 0,
            ends_at = excluded.ends_at
        """
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
        """
        INSERT INTO attempt (id, failures, last_at, free_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET
            failures = excluded.failures, last_at = excluded.last_at, free_at = excluded.free_at
        """
    )
    static let dropAttempt = Statement("DELETE FROM attempt WHERE id = $1")
    static let forgiveAttempt = Statement(
        "UPDATE attempt SET failures = failures - 1, free_at = 0 WHERE id = $1 AND failures > 0"
    )

    // MARK: Events

    static let putEvent = Statement(
        """
        INSERT INTO account_event (id, account, time, kind, address, detail, salt, proof)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    )
    static let events = Statement(
        """
        SELECT account, time, kind, address, detail FROM account_event
        WHERE account = $1 ORDER BY time DESC, id LIMIT $2
        """
    )

    // MARK: Ending

    static let dropAllCredentials = Statement("DELETE FROM credential WHERE account = $1")
    static let dropAllSessions = Statement("DELETE FROM session WHERE account = $1")
    static let dropEveryOneTime = Statement("DELETE FROM one_time")
    static let dropAllOneTimes = Statement("DELETE FROM one_time WHERE account = $1")
    static let dropAllKept = Statement("DELETE FROM kept WHERE account = $1")
    static let dropKeyUses = Statement("DELETE FROM key_use WHERE account = $1")
    static let hideEvents = Statement(
        "UPDATE account_event SET address = '', detail = NULL, salt = NULL WHERE account = $1"
    )

    // A key that leaked may be in the backup and no longer in use.
    static let forget = [
        Statement("DELETE FROM session"), Statement("DELETE FROM one_time"), Statement("DELETE FROM signing_key"),
    ]

    static let sweep = [
        (Statement("DELETE FROM session WHERE ends_at <= $1"), SweepAge.now),
        (Statement("DELETE FROM session WHERE seen_at <= $1"), .idle),
        (Statement("DELETE FROM one_time WHERE ends_at <= $1"), .now),
        (Statement("DELETE FROM attempt WHERE last_at <= $1"), .attempts),
        // What is sealed goes with its seal.
        (Statement("DELETE FROM account_event WHERE time <= $1 AND seal_line IS NULL"), .events),
        (Statement("DELETE FROM disclosure WHERE time <= $1 AND seal_line IS NULL"), .disclosures),
        // What was begun beside an account that was closed meanwhile, or never came to be.
        (
            Statement(
                """
                DELETE FROM credential WHERE made_at <= $1
                AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.entry = credential.account AND e.state = 0)
                """
            ), .orphans
        ),
        (
            Statement(
                """
                DELETE FROM session WHERE made_at <= $1
                AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.entry = session.account AND e.state = 0)
                """
            ), .orphans
        ),
        (
            Statement(
                """
                UPDATE account_event SET address = '', detail = NULL, salt = NULL WHERE time <= $1 AND salt IS NOT NULL
                AND account <> 'account/unknown'
                AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.entry = account_event.account AND e.state = 0)
                """
            ), .orphans
        ),
        (
            Statement(
                """
                DELETE FROM key_use WHERE used_at <= $1
                AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.entry = key_use.entry AND e.state = 0)
                """
            ), .orphans
        ),
    ]

    /// Which age decides.
    enum SweepAge: Sendable {
        case now, idle, attempts, events, disclosures, orphans
    }
}
