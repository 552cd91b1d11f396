import Foundation
import Testing

/// The other commands, typed as a person types them.
@Suite(.serialized, .onEveryDatabase, .namingTheDatabase)
struct CommandTests {
    private func withSamples(_ work: (String) throws -> Void) throws {
        try Program.withFolder { folder throws in
            let made = try Program.run("sample", "--data", folder + "/d", "--count", "500", "--seed", "3")
            #expect(made.status == 0, "\(made.errors)")
            try work(folder)
        }
    }

    @Test func `search finds samples and says that they are samples`() throws {
        try withSamples { folder throws in
            let answer = try Program.run("search", "--data", folder + "/d", "--json", "示例").json()
            let total = try #require(answer["total"] as? Int)
            #expect(total > 0)
            #expect(answer["samples"] as? Int == total)
            #expect(answer["records"] as? Int == 0)
            let hits = try #require(answer["hits"] as? [[String: Any]])
            #expect(hits.count == 10)
            for key in ["id", "register", "title"] { #expect(hits.allSatisfy { $0[key] is String }) }
            #expect(answer["snapshot"] is Int)
            #expect(answer["milliseconds"] is Double)
        }
    }

    @Test func `what is like a text is found by its most telling words, and every factor can be seen`() throws {
        try withSamples { folder throws in
            let known = try Program.run("export", "--data", folder + "/d", "--format", "jsonl", "IPC=H01M").output
            let line = try #require(known.split(separator: "\n").first)
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let abstracts = try #require(record["abstracts"] as? [[String: String]])
            let text = try #require(abstracts.first?["text"])
            try Data(text.utf8).write(to: URL(filePath: folder + "/text"))
            let search = ["search", "--data", folder + "/d", "--json", "--like", folder + "/text"]
            let found = try Program.run(search + ["--explain"]).json()
            let hits = try #require(found["hits"] as? [[String: Any]])
            let titles = try #require(record["titles"] as? [[String: String]])
            #expect(titles.compactMap { $0["text"] }.contains(hits.first?["title"] as? String ?? ""))
            let factors = try #require(hits.first?["explanation"] as? [String: Any])
            #expect(factors["score"] as? Double == hits[0]["score"] as? Double)
            #expect((factors["words"] as? [Any])?.count ?? 0 > 10)
            let narrowed = try Program.run(search + ["IPC=A01"]).json()
            #expect(narrowed["total"] as? Int ?? 0 < found["total"] as? Int ?? 0)
            let table = try Program.run("search", "--data", folder + "/d", "--limit", "1", "--explain", "电池").output
            #expect(table.contains("得分 (score)") && table.contains(" / (2.0 + "))
            let missing = try Program.run("search", "--data", folder + "/d", "--like", folder + "/nowhere")
            #expect(missing.status == 1 && missing.errors.contains("not found"))
        }
    }

    @Test func `an empty query finds everything`() throws {
        try withSamples { folder throws in
            #expect(try Program.run("search", "--data", folder + "/d", "--json").json()["total"] as? Int == 500)
            #expect(try Program.run("search", "--data", folder + "/d", "--json", "*").json()["total"] as? Int == 500)
        }
    }

    @Test func `a query that is not understood is status 2 with its place`() throws {
        try withSamples { folder throws in
            let outcome = try Program.run("search", "--data", folder + "/d", "--json", "(电池 AND")
            #expect(outcome.status == 2)
            let error = try #require(try outcome.json()["error"] as? [String: Any])
            #expect(error["message"] is String)
            #expect(error["position"] is Int)
            #expect(error["length"] is Int)
            let words = try Program.run("search", "--data", folder + "/d", "(电池 AND")
            #expect(words.status == 2)
            #expect(words.errors.contains("^"))
        }
    }

    @Test func `queries of other systems are translated, and what was lost is said`() throws {
        let plain = try Program.run("translate", #"ti any "battery cell" AND cpc=H01M10/low"#)
        #expect(plain.status == 0 && plain.output == "TI=(battery OR cell) AND CPC=H01M10/00\n")
        #expect(plain.errors == "Espacenet（欧洲专利局） / Espacenet (EPO)\n")
        let lossy = try Program.run("translate", "--from", "ppubs", "--json", "L1 AND valve.ti.").json()
        #expect(lossy["translation"] as? String == "TI=valve" && lossy["from"] as? String == "ppubs")
        let remarks = try #require(lossy["remarks"] as? [[String: Any]])
        #expect(remarks.map { $0["weight"] as? String } == ["lost"] && remarks[0]["length"] as? Int == 2)
        let nothing = try Program.run("translate", "--from", "ppubs", "L1")
        #expect(nothing.status == 2 && nothing.output.isEmpty)
        #expect(try Program.run("translate", "--from", "google", "a").status == 64)
    }

    @Test func `an export reads back as the same records`() throws {
        try withSamples { folder throws in
            let export = try Program.run("export", "--data", folder + "/d", "--format", "jsonl", "")
            #expect(export.status == 0, "\(export.errors)")
            #expect(export.output.split(separator: "\n").count == 500)
            let line = try #require(export.output.split(separator: "\n").first)
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(record["sample"] as? Bool == true)
            #expect((record["source"] as? [String: Any])?["file"] as? String == "示例")
            try export.output.write(toFile: folder + "/e.jsonl", atomically: true, encoding: .utf8)
            let again = try Program.run("import", "--data", folder + "/e", "--json", folder + "/e.jsonl").json()
            #expect(again["imported"] as? Int == 500)
        }
    }

    @Test func `an answer that another process keeps behind says what it lacks`() throws {
        try withSamples { folder throws in
            let data = folder + "/d"
            #expect(try Program.run("search", "--data", data, "--json").json()["behind"] == nil)
            let lock = unsafe open(data + "/index/writer.lock", O_RDWR | O_CLOEXEC)
            defer { _ = close(lock) }
            try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
            let more = try Program.run("sample", "--data", data, "--count", "30", "--seed", "3", "--from", "500")
            #expect(more.status == 0, "\(more.errors)")
            let outcome = try Program.run("search", "--data", data, "--json")
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("30 changes are not in this answer yet"), "\(outcome.errors)")
            let behind = try outcome.json()
            #expect(behind["behind"] as? Int == 30)
            #expect(behind["total"] as? Int == 500)
            _ = flock(lock, LOCK_UN)
            let whole = try Program.run("search", "--data", data, "--json").json()
            #expect(whole["behind"] == nil)
            #expect(whole["total"] as? Int == 530)
        }
    }

    @Test func `the job queue shows its length, and nothing failed`() throws {
        try withSamples { folder throws in
            let outcome = try Program.run("jobs", "--data", folder + "/d", "--retry", "--json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let report = try outcome.json()
            #expect(report["failed"] as? Int == 0 && report["retried"] as? Int == 0)
            #expect((report["jobs"] as? [Any])?.isEmpty == true)
            #expect(try Program.run("jobs", "--data", folder + "/d", "--limit", "-1").status == 64)
        }
    }

    @Test func `reindex loses nothing`() throws {
        try withSamples { folder throws in
            let before = try Program.run("search", "--data", folder + "/d", "--json", "电池").json()["total"] as? Int
            try FileManager.default.removeItem(atPath: folder + "/d/index")
            let reindexed = try Program.run("reindex", "--data", folder + "/d")
            #expect(reindexed.status == 0 && reindexed.output.contains("500"))
            #expect(
                try Program.run("search", "--data", folder + "/d", "--json", "电池").json()["total"] as? Int == before
            )
        }
    }

    @Test func `production mode refuses samples`() throws {
        try Program.withFolder { folder throws in
            let outcome = try Program.run(
                "sample",
                "--data",
                folder + "/d",
                "--count",
                "5",
                environment: ["HUIZHI_MODE": "production"]
            )
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("production"))
        }
    }

    @Test(arguments: [["HUIZHI_PORT", "eighty"], ["HUIZHI_MODE", "testing"]])
    func `a wrong setting is named with its cure`(_ setting: [String]) throws {
        try Program.withFolder { folder throws in
            let outcome = try Program.run("doctor", "--data", folder + "/d", environment: [setting[0]: setting[1]])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(setting[0]))
            #expect(outcome.errors.contains(setting[1]))
        }
    }

    @Test(arguments: [
        (["serch"], "serch"), (["search", "--limit", "-1"], "--limit must be between"),
        (["search", "--limit", "many"], "'many' is invalid for '--limit"), (["search", "--sort", "best"], "newest"),
        (["search", "--explain", "--sort", "newest"], "--explain needs --sort relevance"),
        (["search", "--register", "plants"], "patent, design, trademark, gi, layout"),
        (["search", "--lim", "3"], "--limit"), (["import"], "<paths>"), (["backup"], "<target>"),
        (["export", "--format", "csv"], "jsonl"), (["sample", "--count", "-3"], "must not be negative"),
        (["sample", "--count", "1", "--from", "10000000"], "10000000"),
        (["sample", "--count", "9223372036854775807", "--from", "1"], "10000000"),
        (["sample", "--seed", "x"], "'x' is invalid for '--seed"), (["serve", "--port", "eighty"], "'eighty'"),
    ])
    func `wrong usage is status 64, names what is wrong and shows no trace`(arguments: [String], said: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
        #expect(outcome.errors.contains("--help") && !outcome.errors.contains("0x"))
    }

    @Test func `a port that is none is named as it was given`() throws {
        try Program.withFolder { folder throws in
            let outcome = try Program.run("serve", "--data", folder + "/d", "--port", "99999")
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("--port") && outcome.errors.contains("99999"))
        }
    }

    @Test func `a class that no record has is said`() throws {
        try withSamples { folder throws in
            let outcome = try Program.run("search", "--data", folder + "/d", "--json", "IPC=A99Z")
            #expect(outcome.status == 0)
            #expect(try outcome.json()["total"] as? Int == 0)
            let notes = try #require(try outcome.json()["notes"] as? [String])
            #expect(notes == ["没有记录属于分类 A99Z / No record has the class A99Z."])
        }
    }

    @Test func `every subcommand has help`() throws {
        let names = [
            "import", "search", "serve", "export", "withdraw", "sample", "reindex", "doctor", "backup", "restore",
            "move", "jobs",
        ]
        for name in names {
            let outcome = try Program.run(name, "--help")
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("OVERVIEW"), "\(name)")
        }
    }

    @Test func `equal seeds make equal samples, whatever the count`() throws {
        let few = try Program.run("sample", "--count", "20", "--seed", "5", "--output", "-").output
        let more = try Program.run("sample", "--count", "40", "--seed", "5", "--output", "-").output
        #expect(few.isEmpty == false && more.hasPrefix(few))
        #expect(try Program.run("sample", "--count", "20", "--seed", "6", "--output", "-").output != few)
    }
}
