internal import SQLCore

extension MoveTable {
    /// What signing in needs.
    static let accounts: [MoveTable] = [
        MoveTable(
            name: "credential",
            columns: [.text, .text, .integer, .bytes, .integer, .integer],
            keys: 3,
            rows: 500,
            page: Statement(
                """
                SELECT account, kind, number, secret, made_at, used
                FROM credential WHERE (account, kind, number) > ($1, $2, $3) ORDER BY account, kind, number LIMIT $4
                """
            ),
            insert: Statement(
                """
                INSERT INTO credential (account, kind, number, secret, made_at, used)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
            ),
            last: Statement(
                "SELECT account, kind, number FROM credential ORDER BY account DESC, kind DESC, number DESC LIMIT 1"
            ),
            count: Statement("SELECT count(*) FROM credential")
        ),
        MoveTable(
            name: "session",
            columns: [.bytes, .bytes, .text, .integer, .integer, .integer, .integer, .integer, .text, .text],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, number, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent
                FROM session WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO session (id, number, account, made_at, seen_at, ends_at, confirmed_at, strong, address, agent)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
            ),
            last: Statement("SELECT id FROM session ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM session")
        ),
        MoveTable(
            name: "one_time",
            columns: [.bytes, .text, .text, .bytes, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, purpose, account, payload, tries, ends_at
                FROM one_time WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO one_time (id, purpose, account, payload, tries, ends_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
            ),
            last: Statement("SELECT id FROM one_time ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM one_time")
        ),
        MoveTable(
            name: "attempt",
            columns: [.bytes, .integer, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, failures, last_at, free_at
                FROM attempt WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO attempt (id, failures, last_at, free_at)
                VALUES ($1, $2, $3, $4)
                """
            ),
            last: Statement("SELECT id FROM attempt ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM attempt")
        ),
        MoveTable(
            name: "account_event",
            columns: [
                .bytes, .text, .integer, .text, .text, .text, .bytes, .bytes, .integer, .integer, .bytes,
            ],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, account, time, kind, address, detail, salt, proof, seal_line, seal_place, leaf
                FROM account_event WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO account_event (
                    id, account, time, kind, address, detail, salt, proof, seal_line, seal_place, leaf
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """
            ),
            last: Statement("SELECT id FROM account_event ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM account_event")
        ),
        MoveTable(
            name: "disclosure",
            columns: [
                .bytes, .integer, .text, .text, .text, .text, .text, .text, .text, .text, .integer, .integer, .bytes,
            ],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, time, viewer, role, place, subject, action, fields, reason, address, seal_line, seal_place,
                    leaf
                FROM disclosure WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO disclosure (
                    id, time, viewer, role, place, subject, action, fields, reason, address, seal_line, seal_place, leaf
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """
            ),
            last: Statement("SELECT id FROM disclosure ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM disclosure")
        ),
        MoveTable(
            name: "key_use",
            columns: [.text, .text, .integer, .text, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT entry, account, used_at, address, day, cost
                FROM key_use WHERE entry > $1 ORDER BY entry LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO key_use (entry, account, used_at, address, day, cost)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
            ),
            last: Statement("SELECT entry FROM key_use ORDER BY entry DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM key_use")
        ),
        MoveTable(
            name: "kept",
            columns: [.text, .bytes, .bytes, .integer],
            keys: 2,
            rows: 500,
            page: Statement(
                """
                SELECT account, id, content, kept_at
                FROM kept WHERE (account, id) > ($1, $2) ORDER BY account, id LIMIT $3
                """
            ),
            insert: Statement("INSERT INTO kept (account, id, content, kept_at) VALUES ($1, $2, $3, $4)"),
            last: Statement("SELECT account, id FROM kept ORDER BY account DESC, id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM kept")
        ),
    ]
}
