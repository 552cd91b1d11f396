internal import SQLCore

/// The statements of definitions and of named values.
enum DefinitionStatements {
    static let newest = Statement(
        """
        SELECT kind, name, version, digest, body, published_at FROM definition
        WHERE kind = $1 AND name = $2 ORDER BY version DESC LIMIT 1
        """
    )
    static let inForce = Statement(
        """
        SELECT kind, name, version, digest, body, published_at FROM definition d
        WHERE kind = $1 AND version = (SELECT max(version) FROM definition n WHERE n.kind = d.kind AND n.name = d.name)
        ORDER BY name
        """
    )
    static let versions = Statement("SELECT name, max(version) FROM definition WHERE kind = $1 GROUP BY name")
    static let one = Statement(
        """
        SELECT kind, name, version, digest, body, published_at FROM definition
        WHERE kind = $1 AND name = $2 AND version = $3
        """
    )
    static let history = Statement(
        """
        SELECT kind, name, version, digest, body, published_at FROM definition
        WHERE kind = $1 AND name = $2 ORDER BY version
        """
    )
    static let publish = Statement(
        """
        INSERT INTO definition (kind, name, version, digest, body, published_at) VALUES ($1, $2, $3, $4, $5, $6)
        """
    )
    static let meta = Statement("SELECT value FROM meta WHERE name = $1")
    static let putMeta = Statement(
        "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    )
}
