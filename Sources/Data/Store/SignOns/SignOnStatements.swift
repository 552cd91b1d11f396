internal import SQLCore

/// The statements of signing in elsewhere.
enum SignOnStatements {
    // A sign-on counts while its session does: of its statements $2 is now, $3 since when a session that was not used is over.

    // Each changes nothing, but holds the row, so that of two at once one waits for the other.
    static let holdSession = Statement(
        "UPDATE session SET seen_at = seen_at WHERE account = $1 AND number = $2 AND ends_at > $3 RETURNING number"
    )
    static let holdOneTime = Statement("UPDATE one_time SET tries = tries WHERE id = $1 RETURNING tries")
    static let hold = Statement(
        """
        UPDATE sign_on AS s SET made_at = made_at WHERE s.id = $1 AND EXISTS (
            SELECT 1 FROM session e WHERE e.account = s.account AND e.number = s.session
            AND e.ends_at > $2 AND e.seen_at > $3
        )
        RETURNING id, account, client, session, issuer, scope, made_at, confirmed_at, strong
        """
    )

    // Who takes tokens away holds their sign-ons first, so that none is made of them meanwhile.
    static let holdOne = Statement("UPDATE sign_on SET made_at = made_at WHERE id = $1")
    static let holdAll = Statement("UPDATE sign_on SET made_at = made_at WHERE account = $1")

    static let put = Statement(
        """
        INSERT INTO sign_on (id, account, client, session, issuer, scope, made_at, confirmed_at, strong)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    )
    static let dropOldest = Statement(
        """
        DELETE FROM sign_on WHERE account = $1 AND client = $2 AND session = $3 AND id NOT IN (
            SELECT id FROM sign_on WHERE account = $1 AND client = $2 AND session = $3
            ORDER BY made_at DESC, id LIMIT $4
        )
        """
    )
    static let putToken = Statement(
        "INSERT INTO sign_on_token (id, kind, sign_on, used_at, ends_at) VALUES ($1, $2, $3, 0, $4)"
    )
    static let token = Statement(
        "SELECT sign_on, used_at FROM sign_on_token WHERE id = $1 AND kind = $2 AND ends_at > $3"
    )
    static let useToken = Statement("UPDATE sign_on_token SET used_at = $2 WHERE id = $1 AND used_at = 0")
    static let ofToken = Statement(
        """
        SELECT s.id, s.account, s.client, s.session, s.issuer, s.scope, s.made_at, s.confirmed_at, s.strong
        FROM sign_on_token t JOIN sign_on s ON s.id = t.sign_on
        WHERE t.id = $1 AND t.kind = 'access' AND t.ends_at > $2 AND EXISTS (
            SELECT 1 FROM session e WHERE e.account = s.account AND e.number = s.session
            AND e.ends_at > $2 AND e.seen_at > $3
        )
        """
    )
    static let signOnOfToken = Statement(
        """
        SELECT s.id, s.account, s.client, s.session, s.issuer, s.scope, s.made_at, s.confirmed_at, s.strong
        FROM sign_on_token t JOIN sign_on s ON s.id = t.sign_on WHERE t.id = $1
        """
    )
    static let dropEndedTokens = Statement("DELETE FROM sign_on_token WHERE sign_on = $1 AND ends_at <= $2")
    static let dropTokens = Statement("DELETE FROM sign_on_token WHERE sign_on = $1")
    static let dropTokensOfAccount = Statement(
        "DELETE FROM sign_on_token WHERE sign_on IN (SELECT id FROM sign_on WHERE account = $1)"
    )
    static let dropTokensOfClient = Statement(
        """
        DELETE FROM sign_on_token WHERE sign_on IN (SELECT id FROM sign_on WHERE account = $1 AND client = $2)
        """
    )
    static let leaveClient = Statement("UPDATE sign_on SET session = $3 WHERE account = $1 AND client = $2")
    static let dropOneTime = Statement("DELETE FROM one_time WHERE id = $1")

    static let over = Statement(
        """
        SELECT s.id, s.account, s.client, s.session, s.issuer, s.scope, s.made_at, s.confirmed_at, s.strong
        FROM sign_on s WHERE s.id > $1 AND NOT EXISTS (
            SELECT 1 FROM session e WHERE e.account = s.account AND e.number = s.session
            AND e.ends_at > $2 AND e.seen_at > $3
        )
        ORDER BY s.id LIMIT $4
        """
    )
    static let count = Statement("SELECT count(*) FROM sign_on WHERE account = $1")
    static let ofAccount = Statement(
        """
        SELECT s.id, s.account, s.client, s.session, s.issuer, s.scope, s.made_at, s.confirmed_at, s.strong,
            (SELECT max(t.ends_at) FROM sign_on_token t WHERE t.sign_on = s.id AND t.kind = 'refresh')
        FROM sign_on s WHERE s.account = $1 ORDER BY s.made_at DESC, s.id
        """
    )
    static let drop = Statement("DELETE FROM sign_on WHERE id = $1")

    static let sweep = [
        Statement("DELETE FROM sign_on_token WHERE ends_at <= $1"),
        Statement(
            """
            DELETE FROM sign_on_token WHERE ends_at > $1
            AND NOT EXISTS (SELECT 1 FROM sign_on s WHERE s.id = sign_on_token.sign_on)
            """
        ),
    ]

    // MARK: Signing keys

    static let keys = Statement("SELECT number, id, secret, made_at, active_at FROM signing_key ORDER BY number")
    static let putKey = Statement(
        """
        INSERT INTO signing_key (number, id, secret, made_at, active_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (number) DO NOTHING
        """
    )
    static let dropKeys = Statement("DELETE FROM signing_key WHERE number < $1")
}
