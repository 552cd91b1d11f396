import Foundation
import TestServer
import Testing

/// Imports as they happen to people: twice, interrupted, with bad records.
@Suite(.serialized, .onEveryDatabase, .namingTheDatabase)
struct ImportRunTests {
    @Test func `the same file twice changes nothing`() throws {
        try Program.withFolder { folder throws in
            try Program.run("sample", "--count", "300", "--seed", "7", "--output", folder + "/s.jsonl")
            let first = try Program.run("import", "--data", folder + "/d", "--json", folder + "/s.jsonl")
            #expect(first.status == 0, "\(first.errors)")
            let one = try first.json()
            #expect(one["read"] as? Int == 300)
            #expect(one["imported"] as? Int == 300)
            let root = try Program.run("doctor", "--data", folder + "/d", "--json").json()["logRoot"] as? String
            let second = try Program.run("import", "--data", folder + "/d", "--json", folder + "/s.jsonl").json()
            #expect(second["unchanged"] as? Int == 300)
            #expect(second["imported"] as? Int == 0)
            let after = try Program.run("doctor", "--data", folder + "/d", "--json").json()["logRoot"] as? String
            #expect(root != nil && root == after)
        }
    }

    @Test func `bad lines go to the rejects file and the rest goes in`() throws {
        try Program.withFolder { folder throws in
            try Program.run("sample", "--count", "3", "--seed", "7", "--output", folder + "/s.jsonl")
            let good = try String(contentsOfFile: folder + "/s.jsonl", encoding: .utf8)
            let bad = good + "{\"right\":\"patent\",\"titles\":[{\"lang\":\"zh\",\"text\":\"没有号码\"}]}\n{broken\n"
            try bad.write(toFile: folder + "/bad.jsonl", atomically: true, encoding: .utf8)
            let outcome = try Program.run("import", "--data", folder + "/d", "--json", folder + "/bad.jsonl")
            #expect(outcome.status == 0, "rejects are no failure of the import: \(outcome.errors)")
            let report = try outcome.json()
            #expect(report["read"] as? Int == 5)
            #expect(report["imported"] as? Int == 3)
            #expect(report["rejected"] as? Int == 2)
            let files = try #require(report["files"] as? [[String: Any]])
            let rejects = try #require(files.first?["rejects"] as? String)
            let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].contains("no number"))
            #expect(lines[1].contains("line 5") || lines[1].contains("\"index\":5"))
        }
    }

    @Test func `a file that nobody recognises is skipped with its reason`() throws {
        try Program.withFolder { folder throws in
            try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).write(to: URL(filePath: folder + "/a.png"))
            let outcome = try Program.run("import", "--data", folder + "/d", "--json", folder + "/a.png")
            #expect(outcome.status == 1)
            #expect(try outcome.json()["skipped"] as? Int == 1)
        }
    }

    @Test func `a killed import goes on where it was and ends like an undisturbed one`() throws {
        try Program.withFolder { folder throws in
            let count = Program.isLong ? 60_000 : 3_000
            let kills = Program.isLong ? 30 : 3
            try Program.run("sample", "--count", "\(count)", "--seed", "11", "--output", folder + "/s.jsonl")
            let whole = try Program.run("import", "--data", folder + "/whole", "--json", folder + "/s.jsonl")
            #expect(whole.status == 0, "\(whole.errors)")
            let wanted = try Program.run("doctor", "--data", folder + "/whole", "--json").json()

            var random = SystemRandomNumberGenerator()
            for round in 1...kills {
                let process = try Program.start(["import", "--data", folder + "/cut", folder + "/s.jsonl"])
                // Before there is a store nothing can be lost, and doctor says that there is none.
                while process.isRunning, TestDatabases.current == nil,
                    !FileManager.default.fileExists(atPath: folder + "/cut/huizhi.sqlite")
                {
                    Thread.sleep(forTimeInterval: 0.001)
                }
                let pause = Double.random(in: 0...0.9, using: &random)
                Thread.sleep(forTimeInterval: pause)
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let checked = try Program.run("doctor", "--data", folder + "/cut", "--json")
                #expect(checked.status == 0, "round \(round), killed after \(pause) s: \(checked.output)")
            }
            let rest = try Program.run("import", "--data", folder + "/cut", "--json", folder + "/s.jsonl")
            #expect(rest.status == 0, "\(rest.errors)")
            let got = try Program.run("doctor", "--data", folder + "/cut", "--json").json()
            #expect(got["logicalDigest"] as? String == wanted["logicalDigest"] as? String)
            #expect(got["entries"] as? Int == wanted["entries"] as? Int)
        }
    }
}
