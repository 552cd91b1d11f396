import Foundation
import SQLCore
import TestServer
import Testing

@testable import PostgresDriver

/// What a person is told who cannot use the database.
@Suite(.enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
struct PostgresFailureTests {
    private static let one = Statement("SELECT 1")

    private func failure(_ url: String) async -> String {
        do {
            var options = PostgresOptions()
            options.patience = .seconds(1)
            let database = try PostgresDatabase(url: url, options: options)
            _ = try await database.read { try $0.first(Self.one) { try $0.integer(0) } }
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        "mysql://huizhi:geheim@/x", "postgres://huizhi:ge%zzheim@/x", "postgres://huizhi:geheim@/x?colour=geheim",
        "postgres://huizhi:geheim@[::1/x",
    ])
    func `an address that cannot be read is refused with its form, without the password`(url: String) async {
        let words = await failure(url)
        #expect(words.contains("postgres://USER:PASSWORD@HOST:PORT/NAME"), "\(words)")
        #expect(!words.contains("heim"), "\(words)")
    }

    @Test func `a wrong password, a wrong user, a wrong name and a server that is not there are told apart`()
        async throws
    {
        let url = try #require(TestServer.shared).url
        let password = String(url.split(separator: ":")[2].prefix { $0 != "@" })
        let wrong = await failure(url.replacingOccurrences(of: password, with: "geheim"))
        #expect(wrong.contains("password authentication failed") && wrong.contains("huizhi@"), "\(wrong)")
        #expect(!wrong.contains("geheim"))
        let user = await failure(url.replacingOccurrences(of: "huizhi:", with: "nobody:"))
        #expect(user.contains("nobody") && !user.contains(password), "\(user)")
        let name = await failure(url.replacingOccurrences(of: "@/postgres", with: "@/nothing"))
        #expect(name.contains(#"database "nothing" does not exist"#) && !name.contains(password), "\(name)")
        let start = ContinuousClock.now
        let gone = await failure("postgres://huizhi:geheim@/postgres?host=/nowhere")
        #expect(
            gone.contains("/nowhere") && gone.contains("look whether it runs") && !gone.contains("geheim"),
            "\(gone)"
        )
        #expect(ContinuousClock.now - start < .seconds(25), "what never worked is told at once")
    }

    @Test func `a database of another encoding is refused`() async throws {
        let url = try #require(TestServer.shared).url
        try TestServer.sql(
            "CREATE DATABASE test_latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
            at: url
        )
        let words = await failure(url.replacingOccurrences(of: "@/postgres", with: "@/test_latin"))
        try TestServer.sql("DROP DATABASE test_latin WITH (FORCE)", at: url)
        #expect(words.contains("LATIN1") && words.contains("UTF8"), "\(words)")
    }

    @Test func `more connections than the server lets in are refused with the cure`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            try TestServer.sql("CREATE ROLE test_few LOGIN PASSWORD 'geheim' CONNECTION LIMIT 1", at: url)
            let password = String(url.split(separator: ":")[2].prefix { $0 != "@" })
            let few = url.replacingOccurrences(of: "huizhi:\(password)", with: "test_few:geheim")
            let first = try PostgresDatabase(url: few)
            _ = try await first.read { try $0.first(Self.one) { try $0.integer(0) } }
            let words = await failure(few)
            #expect(words.contains("too many connections") && !words.contains("geheim"), "\(words)")
            try await first.close()
            try TestServer.sql("DROP ROLE test_few", at: url)
        }
    }

    @Test func `a standby answers readers and refuses writers with the cure`() async throws {
        try await TestServer.withOwn { server in
            try server.stop("fast")
            try server.makeStandby()
            try server.start()
            let database = try PostgresDatabase(url: server.url)
            #expect(try await database.read { try $0.first(Self.one) { try $0.integer(0) } } == 1)
            await #expect {
                try await database.write { try $0.run(Statement("CREATE TABLE a (b {int})")) }
            } throws: { error in
                "\(error)".contains("only reads") && "\(error)".contains("target_session_attrs=read-write")
            }
        }
    }

    @Test(arguments: [
        ("53100", DatabaseError.full("db: no room")),
        ("53300", .unreachable("db: no room; raise max_connections, or run fewer nodes")),
        ("57P01", .unreachable("db: no room")), ("40P01", .busy("db: no room")), ("57014", .busy("db: no room")),
        ("58030", .storage("db: no room")), ("XX001", .corrupt("db: no room")), ("23505", .constraint("no room")),
        ("42P01", .failed(code: 6_844_177, message: "no room (SQLSTATE 42P01)")),
    ])
    func `each class of states has its name`(state: String, error: DatabaseError) {
        #expect(PostgresFailure.named(state: state, message: "no room\n", at: "db") == error)
    }
}
