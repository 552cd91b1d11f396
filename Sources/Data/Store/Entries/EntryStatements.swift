internal import SQLCore

/// The statements of entries and what hangs on them.
enum EntryStatements {
    static let probe = Statement(
        """
        SELECT e.state, s.digest FROM entry e
        LEFT JOIN entry_source s ON s.entry = e.entry AND s.format = $2 AND s.record_key = $3
        WHERE e.entry = $1
        """
    )
    static let row = Statement(
        """
        SELECT register, version, sequence, time, state, digest, salt, dictionary, keys, content
        FROM entry WHERE entry = $1
        """
    )
    static let rowsAfter = Statement(
        """
        SELECT register, version, sequence, time, state, digest, salt, dictionary, keys, content, entry
        FROM entry WHERE entry > $1 ORDER BY entry LIMIT $2
        """
    )
    static let rowsOrdered = Statement(
        """
        SELECT e.register, e.version, e.sequence, e.time, e.state, e.digest, e.salt, e.dictionary, e.keys, e.content,
            e.entry
        FROM entry_order o JOIN entry e ON e.entry = o.entry
        WHERE o.register = $1 AND o.field = $2 AND o.value_text = $3 AND e.state = 0
        ORDER BY o.value_number NULLS LAST, o.entry LIMIT $4
        """
    )
    static let rowsOrderedAfter = Statement(
        """
        SELECT e.register, e.version, e.sequence, e.time, e.state, e.digest, e.salt, e.dictionary, e.keys, e.content,
            e.entry
        FROM entry_order o JOIN entry e ON e.entry = o.entry
        WHERE o.register = $1 AND o.field = $2 AND o.value_text = $3 AND e.state = 0
            AND (o.value_number, o.entry) > ($5, $6)
        ORDER BY o.value_number NULLS LAST, o.entry LIMIT $4
        """
    )
    static let holders = Statement(
        """
        SELECT o.entry FROM entry_order o JOIN entry e ON e.entry = o.entry
        WHERE o.register = $1 AND o.field = $2 AND o.value_text = $3 AND e.state = 0
        ORDER BY o.entry LIMIT 2
        """
    )
    static let rowsWithout = Statement(
        """
        SELECT e.register, e.version, e.sequence, e.time, e.state, e.digest, e.salt, e.dictionary, e.keys, e.content,
            e.entry
        FROM entry_order o JOIN entry e ON e.entry = o.entry
        WHERE o.register = $1 AND o.field = $2 AND e.state = 0
            AND NOT EXISTS (SELECT 1 FROM entry_order w WHERE w.entry = o.entry AND w.field = $3)
        ORDER BY o.entry LIMIT $4
        """
    )
    // Two statements, because PostgreSQL finds nothing in an index by IS NOT DISTINCT FROM.
    static let rowsNewest = Statement(
        """
        SELECT e.register, e.version, e.sequence, e.time, e.state, e.digest, e.salt, e.dictionary, e.keys, e.content,
            e.entry, o.value_number
        FROM entry_order o JOIN entry e ON e.entry = o.entry
        WHERE o.register = $1 AND o.field = $2 AND o.value_text IS NULL AND e.state = 0
            AND (o.value_number, o.entry) < ($3, $4)
        ORDER BY o.value_number DESC, o.entry DESC LIMIT $5
        """
    )
    static let rowsNewestOf = Statement(
        """
        SELECT e.register, e.version, e.sequence, e.time, e.state, e.digest, e.salt, e.dictionary, e.keys, e.content,
            e.entry, o.value_number
        FROM entry_order o JOIN entry e ON e.entry = o.entry
        WHERE o.register = $1 AND o.field = $2 AND o.value_text = $6 AND e.state = 0
            AND (o.value_number, o.entry) < ($3, $4)
        ORDER BY o.value_number DESC, o.entry DESC LIMIT $5
        """
    )
    static let base = Statement(
        "SELECT version, revision, state, digest, salt, dictionary, content FROM entry WHERE entry = $1"
    )
    static let revision = Statement("SELECT revision FROM entry WHERE entry = $1")
    static let keys = Statement("SELECT keys FROM entry WHERE entry = $1")
    static let put = Statement(
        """
        INSERT INTO entry
            (entry, register, version, revision, sequence, time, state, digest, salt, dictionary, keys, content)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9, $10, $11)
        ON CONFLICT (entry) DO UPDATE SET
            register = excluded.register, version = excluded.version, revision = excluded.revision,
            sequence = excluded.sequence, time = excluded.time, state = 0, digest = excluded.digest, salt = excluded.salt,
            dictionary = excluded.dictionary, keys = excluded.keys, content = excluded.content
        """
    )
    static let touch = Statement("UPDATE entry SET revision = $2, keys = $3 WHERE entry = $1")
    static let putKeys = Statement("UPDATE entry SET keys = $2 WHERE entry = $1")
    static let bury = Statement(
        """
        UPDATE entry SET version = $2, revision = revision + 1, sequence = $3, time = $4, state = $5, digest = $6,
            salt = NULL, dictionary = 0, keys = '', content = NULL
        WHERE entry = $1
        """
    )

    static let keepVersion = Statement(
        """
        INSERT INTO entry_version (entry, version, sequence, time, digest, salt, dictionary, content)
        SELECT entry, version, sequence, time, digest, salt, dictionary, content FROM entry WHERE entry = $1
        """
    )
    static let eraseVersions = Statement(
        "UPDATE entry_version SET salt = NULL, dictionary = 0, content = NULL WHERE entry = $1"
    )
    static let oneVersion = Statement(
        """
        SELECT version, sequence, time, digest, salt, dictionary, content
        FROM entry_version WHERE entry = $1 AND version = $2
        """
    )
    static let versionsBetween = Statement(
        """
        SELECT entry, version, sequence, time, digest, content FROM entry_version
        WHERE entry > $1 AND entry <= $2 ORDER BY entry, version
        """
    )
    static let history = Statement(
        """
        SELECT version, sequence, time, digest, CASE WHEN content IS NULL THEN 0 ELSE 1 END FROM entry_version WHERE entry = $1
        ORDER BY version
        """
    )

    static let texts = Statement(
        """
        SELECT part, language, encoding, body FROM entry_text t
        WHERE entry = $1 AND version = (
            SELECT max(version) FROM entry_text n
            WHERE n.entry = t.entry AND n.part = t.part AND n.language = t.language AND n.version <= $2)
        AND body IS NOT NULL ORDER BY part, language
        """
    )
    static let textDigests = Statement(
        """
        SELECT part, language, digest, CASE WHEN body IS NULL THEN 0 ELSE 1 END FROM entry_text
        WHERE entry = $1 AND version <= $2 ORDER BY part, language, version
        """
    )
    static let putText = Statement(
        """
        INSERT INTO entry_text (entry, part, language, version, encoding, digest, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    )
    static let dropTexts = Statement("DELETE FROM entry_text WHERE entry = $1")

    static let putKey = Statement(
        """
        INSERT INTO entry_key (scope, field, value, entry) VALUES ($1, $2, $3, $4)
        ON CONFLICT (scope, field, value) DO NOTHING
        """
    )
    static let dropKey = Statement(
        "DELETE FROM entry_key WHERE scope = $1 AND field = $2 AND value = $3 AND entry = $4"
    )
    static let owner = Statement("SELECT entry FROM entry_key WHERE scope = $1 AND field = $2 AND value = $3")
    static let keysAfter = Statement(
        """
        SELECT k.scope, k.field, k.value, k.entry, e.keys FROM entry_key k LEFT JOIN entry e ON e.entry = k.entry
        WHERE (k.scope, k.field, k.value) > ($1, $2, $3) ORDER BY k.scope, k.field, k.value LIMIT $4
        """
    )

    static let putOrder = Statement(
        """
        INSERT INTO entry_order (entry, field, register, value_text, value_number) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (entry, field) DO UPDATE SET
            register = excluded.register, value_text = excluded.value_text, value_number = excluded.value_number
        """
    )
    static let dropOrders = Statement("DELETE FROM entry_order WHERE entry = $1")

    static let sources = Statement(
        """
        SELECT format, record_key, digest, dictionary, content FROM entry_source WHERE entry = $1
        ORDER BY format, record_key
        """
    )
    static let putSource = Statement(
        """
        INSERT INTO entry_source (entry, format, record_key, digest, dictionary, content)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (entry, format, record_key) DO UPDATE SET
            digest = excluded.digest, dictionary = excluded.dictionary, content = excluded.content
        """
    )
    static let dropSources = Statement("DELETE FROM entry_source WHERE entry = $1")
    static let sourcesAfter = Statement(
        """
        SELECT s.entry, s.format, s.record_key, e.state FROM entry_source s LEFT JOIN entry e ON e.entry = s.entry
        WHERE (s.entry, s.format, s.record_key) > ($1, $2, $3) ORDER BY s.entry, s.format, s.record_key LIMIT $4
        """
    )

    static let putBlobReference = Statement(
        "INSERT INTO entry_blob (digest, entry) VALUES ($1, $2) ON CONFLICT (digest, entry) DO NOTHING"
    )
    static let dropBlobReferences = Statement("DELETE FROM entry_blob WHERE entry = $1")

    static let count = Statement(
        """
        INSERT INTO register_count (register, entries, tombstones) VALUES ($1, $2, $3)
        ON CONFLICT (register) DO UPDATE SET
            entries = register_count.entries + excluded.entries,
            tombstones = register_count.tombstones + excluded.tombstones
        """
    )
    static let counts = Statement("SELECT register, entries, tombstones FROM register_count ORDER BY register")
    static let sourceCounts = Statement("SELECT format, count(*) FROM entry_source GROUP BY format ORDER BY format")
    static let trueCounts = Statement(
        """
        SELECT register, sum(CASE WHEN state = 0 THEN 1 ELSE 0 END), sum(CASE WHEN state = 0 THEN 0 ELSE 1 END)
        FROM entry GROUP BY register ORDER BY register
        """
    )
}
