internal import SQLCore

/// Step 4: what picture files were made into.
enum Migration004 {
    // Known again by its own digest, a picture file that comes a second time is not read again.
    static let statements: [Statement] = [
        Statement(
            """
            CREATE TABLE picture (
                source {bytes} NOT NULL PRIMARY KEY,
                digest {bytes} NOT NULL,
                width {int} NOT NULL,
                height {int} NOT NULL
            )
            """
        ),
        Statement("CREATE INDEX picture_by_digest ON picture (digest)"),
    ]
}
