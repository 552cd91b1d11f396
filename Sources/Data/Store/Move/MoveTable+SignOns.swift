internal import SQLCore

extension MoveTable {
    /// What signing in elsewhere needs.
    static let signOns: [MoveTable] = [
        MoveTable(
            name: "sign_on",
            columns: [.bytes, .text, .text, .bytes, .text, .text, .integer, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, account, client, session, issuer, scope, made_at, confirmed_at, strong
                FROM sign_on WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO sign_on (id, account, client, session, issuer, scope, made_at, confirmed_at, strong)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """
            ),
            last: Statement("SELECT id FROM sign_on ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM sign_on")
        ),
        MoveTable(
            name: "sign_on_token",
            columns: [.bytes, .text, .bytes, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, kind, sign_on, used_at, ends_at
                FROM sign_on_token WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO sign_on_token (id, kind, sign_on, used_at, ends_at)
                VALUES ($1, $2, $3, $4, $5)
                """
            ),
            last: Statement("SELECT id FROM sign_on_token ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM sign_on_token")
        ),
        MoveTable(
            name: "signing_key",
            columns: [.integer, .text, .bytes, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT number, id, secret, made_at, active_at
                FROM signing_key WHERE number > $1 ORDER BY number LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO signing_key (number, id, secret, made_at, active_at)
                VALUES ($1, $2, $3, $4, $5)
                """
            ),
            last: Statement("SELECT number FROM signing_key ORDER BY number DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM signing_key")
        ),
    ]
}
