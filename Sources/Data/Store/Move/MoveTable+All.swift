internal import SQLCore

extension MoveTable {
    /// Every table but the head of the log, which comes last of all, and the steps of the schema.
    static let all = log + entries + others + accounts + signOns

    private static let log: [MoveTable] = [
        MoveTable(
            name: "log",
            columns: [.integer, .text, .text, .integer, .integer, .text, .bytes],
            keys: 1,
            rows: 1000,
            page: Statement(
                """
                SELECT sequence, register, entry, version, time, author, digest
                FROM log WHERE sequence > $1 ORDER BY sequence LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO log (sequence, register, entry, version, time, author, digest)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """
            ),
            last: Statement("SELECT sequence FROM log ORDER BY sequence DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM log")
        ),
        MoveTable(
            name: "log_tile",
            columns: [.integer, .integer, .bytes],
            keys: 2,
            rows: 200,
            page: Statement(
                """
                SELECT level, number, hashes
                FROM log_tile WHERE (level, number) > ($1, $2) ORDER BY level, number LIMIT $3
                """
            ),
            insert: Statement(
                """
                INSERT INTO log_tile (level, number, hashes)
                VALUES ($1, $2, $3)
                """
            ),
            last: Statement("SELECT level, number FROM log_tile ORDER BY level DESC, number DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM log_tile")
        ),
        MoveTable(
            name: "checkpoint",
            columns: [.integer, .bytes, .text, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT size, root, note, made_at
                FROM checkpoint WHERE size > $1 ORDER BY size LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO checkpoint (size, root, note, made_at)
                VALUES ($1, $2, $3, $4)
                """
            ),
            last: Statement("SELECT size FROM checkpoint ORDER BY size DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM checkpoint")
        ),
        MoveTable(
            name: "log_note",
            columns: [.integer, .text],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT sequence, note
                FROM log_note WHERE sequence > $1 ORDER BY sequence LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO log_note (sequence, note)
                VALUES ($1, $2)
                """
            ),
            last: Statement("SELECT sequence FROM log_note ORDER BY sequence DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM log_note")
        ),
    ]

    private static let entries: [MoveTable] = [
        MoveTable(
            name: "entry",
            columns: [
                .text, .text, .integer, .integer, .integer, .integer, .integer, .bytes, .bytes, .integer, .text, .bytes,
            ],
            keys: 1,
            rows: 200,
            page: Statement(
                """
                SELECT entry, register, version, revision, sequence, time, state, digest, salt, dictionary, keys,
                    content
                FROM entry WHERE entry > $1 ORDER BY entry LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry (entry, register, version, revision, sequence, time, state, digest, salt,
                    dictionary, keys, content)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """
            ),
            last: Statement("SELECT entry FROM entry ORDER BY entry DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM entry")
        ),
        MoveTable(
            name: "entry_version",
            columns: [.text, .integer, .integer, .integer, .bytes, .bytes, .integer, .bytes],
            keys: 2,
            rows: 200,
            page: Statement(
                """
                SELECT entry, version, sequence, time, digest, salt, dictionary, content
                FROM entry_version WHERE (entry, version) > ($1, $2) ORDER BY entry, version LIMIT $3
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry_version (entry, version, sequence, time, digest, salt, dictionary, content)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """
            ),
            last: Statement("SELECT entry, version FROM entry_version ORDER BY entry DESC, version DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM entry_version")
        ),
        MoveTable(
            name: "entry_text",
            columns: [.text, .text, .text, .integer, .integer, .bytes, .bytes],
            keys: 4,
            rows: 50,
            page: Statement(
                """
                SELECT entry, part, language, version, encoding, digest, body
                FROM entry_text WHERE (entry, part, language, version) > ($1, $2, $3, $4) ORDER BY entry, part, language, version LIMIT $5
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry_text (entry, part, language, version, encoding, digest, body)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """
            ),
            last: Statement(
                "SELECT entry, part, language, version FROM entry_text ORDER BY entry DESC, part DESC, language DESC, version DESC LIMIT 1"
            ),
            count: Statement("SELECT count(*) FROM entry_text")
        ),
        MoveTable(
            name: "entry_key",
            columns: [.text, .text, .text, .text],
            keys: 3,
            rows: 1000,
            page: Statement(
                """
                SELECT scope, field, value, entry
                FROM entry_key WHERE (scope, field, value) > ($1, $2, $3) ORDER BY scope, field, value LIMIT $4
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry_key (scope, field, value, entry)
                VALUES ($1, $2, $3, $4)
                """
            ),
            last: Statement(
                "SELECT scope, field, value FROM entry_key ORDER BY scope DESC, field DESC, value DESC LIMIT 1"
            ),
            count: Statement("SELECT count(*) FROM entry_key")
        ),
        MoveTable(
            name: "entry_order",
            columns: [.text, .text, .text, .text, .integer],
            keys: 2,
            rows: 500,
            page: Statement(
                """
                SELECT entry, field, register, value_text, value_number
                FROM entry_order WHERE (entry, field) > ($1, $2) ORDER BY entry, field LIMIT $3
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry_order (entry, field, register, value_text, value_number)
                VALUES ($1, $2, $3, $4, $5)
                """
            ),
            last: Statement("SELECT entry, field FROM entry_order ORDER BY entry DESC, field DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM entry_order")
        ),
        MoveTable(
            name: "entry_source",
            columns: [.text, .text, .text, .bytes, .integer, .bytes],
            keys: 3,
            rows: 200,
            page: Statement(
                """
                SELECT entry, format, record_key, digest, dictionary, content
                FROM entry_source WHERE (entry, format, record_key) > ($1, $2, $3) ORDER BY entry, format, record_key LIMIT $4
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry_source (entry, format, record_key, digest, dictionary, content)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
            ),
            last: Statement(
                "SELECT entry, format, record_key FROM entry_source ORDER BY entry DESC, format DESC, record_key DESC LIMIT 1"
            ),
            count: Statement("SELECT count(*) FROM entry_source")
        ),
        MoveTable(
            name: "register_count",
            columns: [.text, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT register, entries, tombstones
                FROM register_count WHERE register > $1 ORDER BY register LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO register_count (register, entries, tombstones)
                VALUES ($1, $2, $3)
                """
            ),
            last: Statement("SELECT register FROM register_count ORDER BY register DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM register_count")
        ),
    ]
}
