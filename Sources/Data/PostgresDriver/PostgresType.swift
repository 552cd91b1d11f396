internal import CPQ

/// The numbers of the types that portable SQL uses (PostgreSQL, pg_type.dat).
enum PostgresType {
    static let bytes: Oid = 17
    static let int8: Oid = 20
    static let int4: Oid = 23
    static let float8: Oid = 701

    /// Whether a value of the type is text: `name`, `text`, what a literal is until it is used, `varchar`.
    static func isText(_ type: Oid) -> Bool {
        [19, 25, 705, 1043].contains(type)
    }
}
