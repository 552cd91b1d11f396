internal import SQLCore

extension MoveTable {
    /// Blobs, definitions, proposals, jobs, progress of imports.
    static let others: [MoveTable] = [
        MoveTable(
            name: "blob",
            columns: [.bytes, .integer, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT digest, size, staged_at, complete
                FROM blob WHERE digest > $1 ORDER BY digest LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO blob (digest, size, staged_at, complete)
                VALUES ($1, $2, $3, $4)
                """
            ),
            last: Statement("SELECT digest FROM blob ORDER BY digest DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM blob")
        ),
        MoveTable(
            name: "blob_part",
            columns: [.bytes, .integer, .bytes],
            keys: 2,
            rows: 8,
            page: Statement(
                """
                SELECT digest, part, bytes
                FROM blob_part WHERE (digest, part) > ($1, $2) ORDER BY digest, part LIMIT $3
                """
            ),
            insert: Statement(
                """
                INSERT INTO blob_part (digest, part, bytes)
                VALUES ($1, $2, $3)
                """
            ),
            last: Statement("SELECT digest, part FROM blob_part ORDER BY digest DESC, part DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM blob_part")
        ),
        MoveTable(
            name: "entry_blob",
            columns: [.bytes, .text],
            keys: 2,
            rows: 1000,
            page: Statement(
                """
                SELECT digest, entry
                FROM entry_blob WHERE (digest, entry) > ($1, $2) ORDER BY digest, entry LIMIT $3
                """
            ),
            insert: Statement(
                """
                INSERT INTO entry_blob (digest, entry)
                VALUES ($1, $2)
                """
            ),
            last: Statement("SELECT digest, entry FROM entry_blob ORDER BY digest DESC, entry DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM entry_blob")
        ),
        MoveTable(
            name: "picture",
            columns: [.bytes, .bytes, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT source, digest, width, height
                FROM picture WHERE source > $1 ORDER BY source LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO picture (source, digest, width, height)
                VALUES ($1, $2, $3, $4)
                """
            ),
            last: Statement("SELECT source FROM picture ORDER BY source DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM picture")
        ),
        MoveTable(
            name: "definition",
            columns: [.text, .text, .integer, .text, .text, .integer],
            keys: 3,
            rows: 50,
            page: Statement(
                """
                SELECT kind, name, version, digest, body, published_at
                FROM definition WHERE (kind, name, version) > ($1, $2, $3) ORDER BY kind, name, version LIMIT $4
                """
            ),
            insert: Statement(
                """
                INSERT INTO definition (kind, name, version, digest, body, published_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
            ),
            last: Statement(
                "SELECT kind, name, version FROM definition ORDER BY kind DESC, name DESC, version DESC LIMIT 1"
            ),
            count: Statement("SELECT count(*) FROM definition")
        ),
        MoveTable(
            name: "alias_proposal",
            columns: [.integer, .text, .text, .text, .text, .text, .integer, .integer, .text, .text],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT id, spelling, holder, verdict, reason, day, times, state, answer, decided_on
                FROM alias_proposal WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO alias_proposal (id, spelling, holder, verdict, reason, day, times, state, answer, decided_on)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
            ),
            last: Statement("SELECT id FROM alias_proposal ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM alias_proposal")
        ),
        MoveTable(
            name: "job",
            columns: [.text, .text, .text, .bytes, .integer, .integer, .integer, .integer, .text],
            keys: 1,
            rows: 200,
            page: Statement(
                """
                SELECT id, kind, dedupe_key, payload, state, due_at, attempts, created_at, problem
                FROM job WHERE id > $1 ORDER BY id LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO job (id, kind, dedupe_key, payload, state, due_at, attempts, created_at, problem)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """
            ),
            last: Statement("SELECT id FROM job ORDER BY id DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM job")
        ),
        MoveTable(
            name: "import_file",
            columns: [.text, .integer, .integer, .bytes, .integer, .integer, .integer, .integer, .integer, .integer],
            keys: 1,
            rows: 500,
            page: Statement(
                """
                SELECT path, size, modified_at, head_digest, position, imported, unchanged, rejected, state,
                    updated_at
                FROM import_file WHERE path > $1 ORDER BY path LIMIT $2
                """
            ),
            insert: Statement(
                """
                INSERT INTO import_file (path, size, modified_at, head_digest, position, imported, unchanged,
                    rejected, state, updated_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
            ),
            last: Statement("SELECT path FROM import_file ORDER BY path DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM import_file")
        ),
        MoveTable(
            name: "meta",
            columns: [.text, .text],
            keys: 1,
            rows: 500,
            page: Statement(
                "SELECT name, value FROM meta WHERE name > $1 AND name <> 'move' ORDER BY name LIMIT $2"
            ),
            insert: Statement("INSERT INTO meta (name, value) VALUES ($1, $2)"),
            last: Statement("SELECT name FROM meta WHERE name <> 'move' ORDER BY name DESC LIMIT 1"),
            count: Statement("SELECT count(*) FROM meta WHERE name <> 'move'")
        ),
    ]
}
