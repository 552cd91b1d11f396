internal import SQLCore

/// Step 5: what signing in needs.
///
/// Who somebody is and what they may do are entries with versions; this comes and goes.
enum Migration005 {
    // Secrets that were shown once are kept as digests: whoever reads these tables can sign in with nothing in them.
    static let statements: [Statement] = [
        Statement(
            """
            CREATE TABLE credential (
                account {text} NOT NULL,
                kind {text} NOT NULL,
                number {int} NOT NULL,
                secret {bytes} NOT NULL,
                made_at {int} NOT NULL,
                used {int} NOT NULL,
                PRIMARY KEY (account, kind, number)
            )
            """
        ),
        Statement(
            """
            CREATE TABLE session (
                id {bytes} NOT NULL PRIMARY KEY,
                number {bytes} NOT NULL,
                account {text} NOT NULL,
                made_at {int} NOT NULL,
                seen_at {int} NOT NULL,
                ends_at {int} NOT NULL,
                confirmed_at {int} NOT NULL,
                strong {int} NOT NULL,
                address {text} NOT NULL,
                agent {text} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX session_by_account ON session (account, made_at)"),
        Statement("CREATE INDEX session_by_end ON session (ends_at)"),
        Statement(
            """
            CREATE TABLE one_time (
                id {bytes} NOT NULL PRIMARY KEY,
                purpose {text} NOT NULL,
                account {text} NOT NULL,
                payload {bytes} NOT NULL,
                tries {int} NOT NULL,
                ends_at {int} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX one_time_by_account ON one_time (account)"),
        Statement("CREATE INDEX one_time_by_end ON one_time (ends_at)"),
        Statement(
            """
            CREATE TABLE attempt (
                id {bytes} NOT NULL PRIMARY KEY,
                failures {int} NOT NULL,
                last_at {int} NOT NULL,
                free_at {int} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX attempt_by_last ON attempt (last_at)"),
        Statement(
            """
            CREATE TABLE account_event (
                id {bytes} NOT NULL PRIMARY KEY,
                account {text} NOT NULL,
                time {int} NOT NULL,
                kind {text} NOT NULL,
                address {text} NOT NULL,
                detail {text},
                salt {bytes},
                proof {bytes} NOT NULL,
                seal_line {int},
                seal_place {int},
                leaf {bytes}
            )
            """
        ),
        Statement("CREATE INDEX account_event_by_account ON account_event (account, time)"),
        Statement("CREATE INDEX account_event_by_time ON account_event (time)"),
        Statement("CREATE INDEX account_event_by_seal ON account_event (seal_line, seal_place)"),
        // Who saw personal data of somebody else.
        Statement(
            """
            CREATE TABLE disclosure (
                id {bytes} NOT NULL PRIMARY KEY,
                time {int} NOT NULL,
                viewer {text} NOT NULL,
                role {text} NOT NULL,
                place {text} NOT NULL,
                subject {text} NOT NULL,
                action {text} NOT NULL,
                fields {text} NOT NULL,
                reason {text} NOT NULL,
                address {text} NOT NULL,
                seal_line {int},
                seal_place {int},
                leaf {bytes}
            )
            """
        ),
        Statement("CREATE INDEX disclosure_by_subject ON disclosure (subject, time)"),
        Statement("CREATE INDEX disclosure_by_viewer ON disclosure (viewer, time)"),
        Statement("CREATE INDEX disclosure_by_time ON disclosure (time)"),
        Statement("CREATE INDEX disclosure_by_seal ON disclosure (seal_line, seal_place)"),
        Statement(
            """
            CREATE TABLE key_use (
                entry {text} NOT NULL PRIMARY KEY,
                account {text} NOT NULL,
                used_at {int} NOT NULL,
                address {text} NOT NULL,
                day {int} NOT NULL,
                cost {int} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX key_use_by_account ON key_use (account)"),
        Statement(
            """
            CREATE TABLE kept (
                account {text} NOT NULL,
                id {bytes} NOT NULL,
                content {bytes} NOT NULL,
                kept_at {int} NOT NULL,
                PRIMARY KEY (account, id)
            )
            """
        ),
        // Single sign-on.
        Statement(
            """
            CREATE TABLE sign_on (
                id {bytes} NOT NULL PRIMARY KEY,
                account {text} NOT NULL,
                client {text} NOT NULL,
                session {bytes} NOT NULL,
                issuer {text} NOT NULL,
                scope {text} NOT NULL,
                made_at {int} NOT NULL,
                confirmed_at {int} NOT NULL,
                strong {int} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX sign_on_by_account ON sign_on (account, client)"),
        Statement(
            """
            CREATE TABLE sign_on_token (
                id {bytes} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                sign_on {bytes} NOT NULL,
                used_at {int} NOT NULL,
                ends_at {int} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX sign_on_token_by_sign_on ON sign_on_token (sign_on)"),
        Statement("CREATE INDEX sign_on_token_by_end ON sign_on_token (ends_at)"),
        Statement(
            """
            CREATE TABLE signing_key (
                number {int} NOT NULL PRIMARY KEY,
                id {text} NOT NULL,
                secret {bytes} NOT NULL,
                made_at {int} NOT NULL,
                active_at {int} NOT NULL
            )
            """
        ),
    ]
}
