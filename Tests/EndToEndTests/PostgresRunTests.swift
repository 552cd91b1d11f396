import Foundation
import TestServer
import Testing

/// What is different with PostgreSQL.
@Suite(.serialized, .enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
struct PostgresRunTests {
    @Test func `the data folder may be deleted, and a second node needs none of the first`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            try Program.withFolder { folder throws in
                let database = ["HUIZHI_DATABASE": url]
                let made = try Program.run("sample", "--data", folder + "/a", "--count", "300", environment: database)
                #expect(made.status == 0, "\(made.errors)")
                let here = try Program.run("search", "--data", folder + "/a", "--json", environment: database).json()
                #expect(here["total"] as? Int == 300)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a") == ["index"])
                try FileManager.default.removeItem(atPath: folder + "/a")
                for node in ["/a", "/b"] {
                    let found = try Program.run("search", "--data", folder + node, "--json", "--database", url).json()
                    #expect(found["total"] as? Int == 300)
                }
            }
        }
    }

    @Test func `an import over a server that crashes is whole when it ends well`() async throws {
        // So that much is acknowledged which the crash takes away.
        let settings = ["wal_writer_delay=2000ms"]
        try await TestServer.withOwn(settings: settings) { server in
            try Program.withFolder { folder throws in
                let file = folder + "/s.jsonl"
                #expect(try Program.run("sample", "--count", "4000", "--output", file).status == 0)
                let output = folder + "/out"
                let process = try Program.start(
                    ["import", "--data", folder + "/d", "--json", file],
                    environment: ["HUIZHI_DATABASE": server.url],
                    output: output
                )
                let count = "SELECT count(*) FROM entry"
                while try TestServer.sql("SELECT to_regclass('entry') IS NOT NULL", at: server.url) == "f" {
                    Thread.sleep(forTimeInterval: 0.05)
                }
                while try Int(TestServer.sql(count, at: server.url)) ?? 0 < 500 { Thread.sleep(forTimeInterval: 0.05) }
                try server.stop()
                try server.start(settings: settings)
                process.waitUntilExit()
                let said = try String(contentsOfFile: output, encoding: .utf8)
                #expect(process.terminationStatus == 0, "\(said)")
                #expect(try TestServer.sql(count, at: server.url) == "4000")
                #expect(try TestServer.sql("SELECT imported + unchanged FROM import_file", at: server.url) == "4000")
            }
        }
    }

    @Test func `nodes that start at once on an empty database agree`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            try Program.withFolder { folder throws in
                let processes = try (0..<6).map { node in
                    try Program.start(
                        ["sample", "--data", "\(folder)/\(node)", "--count", "20", "--from", "\(node * 20)"],
                        environment: ["HUIZHI_DATABASE": url]
                    )
                }
                for process in processes {
                    process.waitUntilExit()
                    #expect(process.terminationStatus == 0)
                }
                let checked = try Program.run("doctor", "--data", folder + "/x", "--json", "--database", url).json()
                #expect(checked["sound"] as? Bool == true)
                #expect(checked["lines"] as? Int == 120)
            }
        }
    }

    @Test func `a server that cannot be used is named in one line without the password`() throws {
        try Program.withFolder { folder throws in
            for url in [
                "postgres://user:geheim@/name?host=\(folder)", "postgres://user:ge%heim@/name", "mysql://geheim@x",
            ] {
                let outcome = try Program.run("search", "--data", folder + "/d", environment: ["HUIZHI_DATABASE": url])
                #expect(outcome.status == 1)
                #expect(outcome.errors.hasPrefix("huizhi: cannot use the database server: "), "\(outcome.errors)")
                #expect(!outcome.errors.contains("heim"), "\(outcome.errors)")
            }
        }
    }

    @Test func `only a node that has the key signs the log`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            try Program.withFolder { folder throws in
                let count = "SELECT count(*) FROM checkpoint"
                for (node, key, signed) in [("a", nil, "0"), ("b", folder + "/log.key", "1")]
                    as [(String, String?, String)]
                {
                    var environment = ["HUIZHI_DATABASE": url, "HUIZHI_PORT": "0"]
                    environment["HUIZHI_LOG_KEY"] = key
                    let made = try Program.run(
                        "sample",
                        "--data",
                        folder + "/s",
                        "--count",
                        "5",
                        environment: environment
                    )
                    #expect(made.status == 0, "\(made.errors)")
                    let output = "\(folder)/\(node).out"
                    let process = try Program.start(
                        ["serve", "--data", "\(folder)/\(node)"],
                        environment: environment,
                        output: output
                    )
                    let deadline = Date(timeIntervalSinceNow: 20)
                    while Date() < deadline {
                        let isReady = try String(contentsOfFile: output, encoding: .utf8).contains("is ready")
                        if isReady, try TestServer.sql(count, at: url) == signed { break }
                        Thread.sleep(forTimeInterval: 0.1)
                    }
                    process.terminate()
                    process.waitUntilExit()
                    #expect(process.terminationStatus == 0)
                    #expect(try TestServer.sql(count, at: url) == signed)
                }
                #expect(!FileManager.default.fileExists(atPath: folder + "/a/keys"))
            }
        }
    }
}
