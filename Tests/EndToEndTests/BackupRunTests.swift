import Foundation
import TestServer
import Testing

/// Copies of the store: by the program with SQLite, by the server's tools with PostgreSQL; moves between the two.
@Suite(.serialized)
struct BackupRunTests {
    @Test func `a backup restores to the same store and never over another`() throws {
        try Program.withFolder { folder throws in
            #expect(try Program.run("sample", "--data", folder + "/d", "--count", "500").status == 0)
            #expect(try Program.run("backup", "--data", folder + "/d", folder + "/b").status == 0)
            #expect(try Program.run("restore", "--data", folder + "/r", folder + "/b").status == 0)
            let roots = try ["/d", "/r"].map {
                try Program.run("doctor", "--data", folder + $0, "--json").json()["logRoot"] as? String
            }
            #expect(roots[0] != nil && roots[0] == roots[1])
            let refused = try Program.run("restore", "--data", folder + "/r", folder + "/b")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("exists already"))
        }
    }

    @Test func `a backup restores up to a line of the log`() throws {
        try Program.withFolder { folder throws in
            #expect(try Program.run("sample", "--data", folder + "/d", "--count", "500", "--seed", "3").status == 0)
            let data = folder + "/d"
            let then = try Program.run("doctor", "--data", data, "--json").json()
            let more = try Program.run("sample", "--data", data, "--count", "300", "--seed", "3", "--revision", "1")
            #expect(more.output.contains("300 new or changed"))
            #expect(try Program.run("backup", "--data", data, folder + "/b").status == 0)
            let beyond = try Program.run("restore", "--data", folder + "/r", "--up-to", "801", folder + "/b")
            #expect(beyond.status == 1 && beyond.errors.contains("801"))
            let restored = try Program.run("restore", "--data", folder + "/r", "--up-to", "500", folder + "/b")
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.output.contains("300 lines taken off the log, 300 records are as they were"))
            let now = try Program.run("doctor", "--data", folder + "/r", "--json").json()
            #expect(now["sound"] as? Bool == true)
            for key in ["logRoot", "logicalDigest"] { #expect(now[key] as? String == (then[key] as? String)) }
            for key in ["entries", "keys", "logSize"] { #expect(now[key] as? Int == (then[key] as? Int)) }
            let next = try Program.run(
                "sample",
                "--data",
                folder + "/r",
                "--count",
                "500",
                "--seed",
                "3",
                "--revision",
                "1"
            )
            #expect(next.output.contains("500 new or changed"))
        }
    }

    @Test func `a store moves into another folder and is the same there`() throws {
        try Program.withFolder { folder throws in
            #expect(try Program.run("sample", "--data", folder + "/d", "--count", "500", "--seed", "3").status == 0)
            let moved = try Program.run(
                "move",
                "--from",
                "sqlite:" + folder + "/d",
                "--to",
                "sqlite:" + folder + "/m",
                "--json"
            )
            #expect(moved.status == 0, "\(moved.errors)")
            let there = try Program.run("doctor", "--data", folder + "/m", "--json").json()
            #expect(there["sound"] as? Bool == true)
            #expect(there["logRoot"] as? String == (try moved.json()["logRoot"] as? String))
            #expect(there["entries"] as? Int == 500)
            let again = try Program.run("move", "--from", "sqlite:" + folder + "/d", "--to", "sqlite:" + folder + "/m")
            #expect(again.status == 1 && again.errors.contains("not empty"))
            let nowhere = try Program.run(
                "move",
                "--from",
                "sqlite:" + folder + "/x",
                "--to",
                "sqlite:" + folder + "/y"
            )
            #expect(nowhere.status == 1 && nowhere.errors.contains("not found"))
        }
    }

    @Test(.enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
    func `a store moves to PostgreSQL and back and keeps its entries and its log`() throws {
        let server = try #require(TestServer.shared)
        let url = try server.makeDatabase()
        try Program.withFolder { folder throws in
            #expect(try Program.run("sample", "--data", folder + "/d", "--count", "500", "--seed", "3").status == 0)
            let update = ["sample", "--data", folder + "/d", "--count", "50", "--seed", "3", "--revision", "1"]
            #expect(try Program.run(update).status == 0)
            let before = try Program.run("doctor", "--data", folder + "/d", "--json").json()
            let there = try Program.run("move", "--from", "sqlite:\(folder)/d", "--to", url, "--json")
            #expect(there.status == 0, "\(there.errors)")
            let back = try Program.run("move", "--from", url, "--to", "sqlite:\(folder)/m", "--json")
            #expect(back.status == 0, "\(back.errors)")
            for answer in [there, back] {
                let report = try answer.json()
                #expect(report["logSize"] as? Int == 550)
                for key in ["logRoot", "logicalDigest"] {
                    #expect(report[key] as? String == (before[key] as? String), "\(key)")
                }
            }
            let after = try Program.run("doctor", "--data", folder + "/m", "--json").json()
            #expect(after["sound"] as? Bool == true)
            for key in ["entries", "keys", "logSize"] { #expect(after[key] as? Int == (before[key] as? Int), "\(key)") }
        }
        try server.dropDatabase(url)
    }

    @Test func `with PostgreSQL both are refused with the names of its tools`() throws {
        try Program.withFolder { folder throws in
            let url = "postgres://user:geheim@nowhere.invalid/name"
            for words in [
                ["backup", "--database", url, folder + "/b"], ["restore", "--database", url, folder + "/b"],
            ] {
                let outcome = try Program.run(words[0], words[1], words[2], words[3])
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains("its own tools") && !outcome.errors.contains("geheim"))
            }
        }
    }
}
