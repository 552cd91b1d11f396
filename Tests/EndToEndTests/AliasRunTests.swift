import Foundation
import Testing

/// `huizhi aliases`, typed as an operator types it, on every database.
@Suite(.serialized, .onEveryDatabase, .namingTheDatabase)
struct AliasRunTests {
    @Test func `a table is tried, published, replaced and printed`() throws {
        try Program.withFolder { folder throws in
            let (data, file) = (folder + "/d", folder + "/aliases.tsv")
            func write(_ text: String) throws { try text.write(toFile: file, atomically: true, encoding: .utf8) }
            try #require(try Program.run("sample", "--data", data, "--count", "20").status == 0)
            try write("甲\t乙\tsame\t示例公告\n丙\t乙\tdifferent\t示例公告\t2019-08-02\n")
            let tried = try Program.run("aliases", "--data", data, "import", "--dry-run", file)
            #expect(tried.status == 0 && tried.output.contains("+\t甲\t乙\tsame\t示例公告"))
            #expect(tried.output.contains("2 lines added, 0 taken out; nothing was changed"))
            #expect(try Program.run("aliases", "--data", data, "list").output.split(separator: "\n").count == 1)
            let missing = try Program.run("aliases", "--data", data, "export")
            #expect(missing.status == 1 && missing.errors.contains("not found"))

            let first = try Program.run("aliases", "--data", data, "import", file, "--edition", "示例一")
            #expect(first.status == 0 && first.output.contains("version 1 is in force"))
            try write("甲\t乙\tsame\t示例公告\n")
            let second = try Program.run("aliases", "--data", data, "import", file, "--json").json()
            #expect((second["removed"] as? [Any])?.count == 1 && (second["added"] as? [Any])?.count == 0)
            let list = try Program.run("aliases", "--data", data, "list").output
            #expect(list.contains("1\t") && list.contains("\t1\t1\t示例一") && list.contains("\t1\t0\t"))
            let before = try Program.run("aliases", "--data", data, "export", "--edition-version", "1").output
            #expect(before.hasPrefix("# 示例一\n# version 1\nspelling\tholder\tverdict\tsource\tfrom\n"))
            try write(before)
            let stale = try Program.run("aliases", "--data", data, "import", file)
            #expect(stale.status != 0 && stale.errors.contains("export it again, or import with --replace"))
            let replaced = try Program.run("aliases", "--data", data, "import", "--replace", file)
            #expect(replaced.status == 0 && replaced.output.contains("version 3 is in force"))
            #expect(before.hasSuffix("丙\t乙\tdifferent\t示例公告\t2019-08-02\n甲\t乙\tsame\t示例公告\t\n"))
        }
    }

    @Test func `a wrong file and wrong usage say what to do and change nothing`() throws {
        try Program.withFolder { folder throws in
            let (data, file) = (folder + "/d", folder + "/aliases.tsv")
            try "甲\t乙\tsame\t示例\n乙\t丙\tmaybe\t示例\n".write(toFile: file, atomically: true, encoding: .utf8)
            let wrong = try Program.run("aliases", "--data", data, "import", file)
            #expect(wrong.status == 1)
            #expect(wrong.errors.contains("aliases.tsv, line 2, verdict: \"maybe\" is neither same nor different"))
            #expect(try Program.run("aliases", "--data", data, "list").output.split(separator: "\n").count == 1)
            for arguments in [
                ["import"], ["accept"], ["accept", "x"], ["reject", "1"], ["list", "--reason", "x"],
                ["list", "--replace"],
                ["what"],
            ] {
                #expect(try Program.run(["aliases", "--data", data] + arguments).status == 64, "\(arguments)")
            }
            let none = try Program.run("aliases", "--data", data, "accept", "7")
            #expect(none.status == 1 && none.errors.contains("open proposal 7"))
        }
    }
}
