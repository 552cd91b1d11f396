internal import SQLCore

/// Step 1: entries and what belongs to them, the log, jobs, definitions, progress of imports.
enum Migration001 {
    static let statements: [Statement] = log + entries + blobs + operational

    private static let log: [Statement] = [
        Statement(
            """
            CREATE TABLE log_head (
                id {int} NOT NULL PRIMARY KEY,
                turn {int} NOT NULL,
                size {int} NOT NULL,
                root {bytes} NOT NULL,
                frontier {bytes} NOT NULL
            )
            """
        ),
        Statement(
            """
            CREATE TABLE log (
                sequence {int} NOT NULL PRIMARY KEY,
                register {text} NOT NULL,
                entry {text} NOT NULL,
                version {int} NOT NULL,
                time {int} NOT NULL,
                author {text} NOT NULL,
                digest {bytes} NOT NULL
            ) {partition log}
            """
        ),
        Statement(
            """
            CREATE TABLE log_tile (
                level {int} NOT NULL,
                number {int} NOT NULL,
                hashes {bytes} NOT NULL,
                PRIMARY KEY (level, number)
            )
            """
        ),
        Statement(
            """
            CREATE TABLE checkpoint (
                size {int} NOT NULL PRIMARY KEY,
                root {bytes} NOT NULL,
                note {text} NOT NULL,
                made_at {int} NOT NULL
            )
            """
        ),
    ]

    // entry.keys lists the entry's own rows of entry_key, one a line, so that a new version finds what to remove
    // without an index of entry_key by entry. entry.revision counts the writes of an entry, those that change only its
    // sources or numbers included, so that a prepared write sees whether it still fits.
    private static let entries: [Statement] = [
        Statement(
            """
            CREATE TABLE entry (
                entry {text} NOT NULL PRIMARY KEY,
                register {text} NOT NULL,
                version {int} NOT NULL,
                revision {int} NOT NULL,
                sequence {int} NOT NULL,
                time {int} NOT NULL,
                state {int} NOT NULL,
                digest {bytes} NOT NULL,
                salt {bytes},
                dictionary {int} NOT NULL,
                keys {text} NOT NULL,
                content {bytes}
            ) {partition hash entry 16}
            """
        ),
        Statement(
            """
            CREATE TABLE entry_version (
                entry {text} NOT NULL,
                version {int} NOT NULL,
                sequence {int} NOT NULL,
                time {int} NOT NULL,
                digest {bytes} NOT NULL,
                salt {bytes},
                dictionary {int} NOT NULL,
                content {bytes},
                PRIMARY KEY (entry, version)
            ) {partition hash entry 16}
            """
        ),
        Statement(
            """
            CREATE TABLE entry_text (
                entry {text} NOT NULL,
                part {text} NOT NULL,
                language {text} NOT NULL,
                version {int} NOT NULL,
                encoding {int} NOT NULL,
                digest {bytes} NOT NULL,
                body {bytes},
                PRIMARY KEY (entry, part, language, version)
            ) {partition hash entry 16}
            """
        ),
        Statement(
            """
            CREATE TABLE entry_key (
                scope {text} NOT NULL,
                field {text} NOT NULL,
                value {text} NOT NULL,
                entry {text} NOT NULL,
                PRIMARY KEY (scope, field, value)
            ) {partition hash scope,field,value 16}
            """
        ),
        Statement(
            """
            CREATE TABLE entry_order (
                entry {text} NOT NULL,
                field {text} NOT NULL,
                register {text} NOT NULL,
                value_text {text},
                value_number {int},
                PRIMARY KEY (entry, field)
            ) {partition hash entry 16}
            """
        ),
        Statement(
            """
            CREATE INDEX entry_order_by_value
            ON entry_order (register, field, value_text, value_number, entry)
            """
        ),
        Statement(
            """
            CREATE TABLE entry_source (
                entry {text} NOT NULL,
                format {text} NOT NULL,
                record_key {text} NOT NULL,
                digest {bytes} NOT NULL,
                dictionary {int} NOT NULL,
                content {bytes},
                PRIMARY KEY (entry, format, record_key)
            ) {partition hash entry 16}
            """
        ),
        Statement(
            """
            CREATE TABLE register_count (
                register {text} NOT NULL PRIMARY KEY,
                entries {int} NOT NULL,
                tombstones {int} NOT NULL
            )
            """
        ),
    ]

    // A blob is complete once all its parts are there; it comes and goes part by part.
    private static let blobs: [Statement] = [
        Statement(
            """
            CREATE TABLE blob (
                digest {bytes} NOT NULL PRIMARY KEY,
                size {int} NOT NULL,
                staged_at {int} NOT NULL,
                complete {int} NOT NULL
            )
            """
        ),
        Statement(
            """
            CREATE TABLE blob_part (
                digest {bytes} NOT NULL,
                part {int} NOT NULL,
                bytes {bytes} NOT NULL,
                PRIMARY KEY (digest, part)
            ) {partition hash digest 16}
            """
        ),
        Statement(
            """
            CREATE TABLE entry_blob (
                digest {bytes} NOT NULL,
                entry {text} NOT NULL,
                PRIMARY KEY (digest, entry)
            )
            """
        ),
        Statement("CREATE INDEX entry_blob_by_entry ON entry_blob (entry)"),
    ]

    private static let operational: [Statement] = [
        Statement(
            """
            CREATE TABLE definition (
                kind {text} NOT NULL,
                name {text} NOT NULL,
                version {int} NOT NULL,
                digest {text} NOT NULL,
                body {text} NOT NULL,
                published_at {int} NOT NULL,
                PRIMARY KEY (kind, name, version)
            )
            """
        ),
        Statement(
            """
            CREATE TABLE job (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                dedupe_key {text},
                payload {bytes} NOT NULL,
                state {int} NOT NULL,
                due_at {int} NOT NULL,
                attempts {int} NOT NULL,
                created_at {int} NOT NULL,
                problem {text},
                UNIQUE (kind, dedupe_key)
            )
            """
        ),
        Statement("CREATE INDEX job_by_due ON job (state, due_at, id)"),
        Statement(
            """
            CREATE TABLE import_file (
                path {text} NOT NULL PRIMARY KEY,
                size {int} NOT NULL,
                modified_at {int} NOT NULL,
                head_digest {bytes} NOT NULL,
                position {int} NOT NULL,
                imported {int} NOT NULL,
                unchanged {int} NOT NULL,
                rejected {int} NOT NULL,
                state {int} NOT NULL,
                updated_at {int} NOT NULL
            )
            """
        ),
        Statement("CREATE TABLE meta (name {text} NOT NULL PRIMARY KEY, value {text} NOT NULL)"),
    ]
}
