import SQLCore
import Testing

@testable import PostgresDriver

struct PostgresDialectTests {
    @Test func `tokens become the SQL of PostgreSQL`() throws {
        #expect(
            try PostgresDialect.expand("CREATE TABLE a (b {int}, c {text}, d {bytes}, e {real})")
                == #"CREATE TABLE a (b BIGINT, c TEXT COLLATE "C", d BYTEA, e DOUBLE PRECISION)"#
        )
        #expect(
            try PostgresDialect.expand("SELECT b FROM a WHERE b = $2 AND c = $1 {skip locked}")
                == "SELECT b FROM a WHERE b = $2 AND c = $1 FOR UPDATE SKIP LOCKED"
        )
    }

    @Test func `a partitioned table is followed by its partitions`() throws {
        #expect(
            try PostgresDialect.expand(
                "CREATE TABLE IF NOT EXISTS a (b {int} NOT NULL PRIMARY KEY) {partition hash b 2}"
            )
                == """
                CREATE TABLE IF NOT EXISTS a (b BIGINT NOT NULL PRIMARY KEY) PARTITION BY HASH (b);
                CREATE TABLE a_p0 PARTITION OF a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE a_p1 PARTITION OF a FOR VALUES WITH (MODULUS 2, REMAINDER 1)
                """
        )
        let log = try PostgresDialect.expand("CREATE TABLE log (sequence {int} NOT NULL PRIMARY KEY) {partition log}")
        #expect(log.contains("PARTITION BY RANGE (sequence)"))
        #expect(log.contains("CREATE TABLE log_p1 PARTITION OF log FOR VALUES FROM (10000000) TO (20000000)"))
        #expect(log.hasSuffix("CREATE TABLE log_rest PARTITION OF log DEFAULT"))
    }
}
